import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { testDatabase } from '#platform/testing/database.ts'
import { type FileStore, type FileToStore, openFileStore } from './files.ts'
import { sealWith } from './seal.ts'
import { eraseSealed, keepSealed, readSealed } from './sealed.ts'

const organId = '01900000-0000-7000-8000-000000000001'
const otherOrgan = '01900000-0000-7000-8000-000000000002'
const seal = sealWith(Buffer.alloc(32, 7))
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
)
const ofd = zipSync({ 'OFD.xml': strToU8('<?xml version="1.0"?><ofd:OFD/>') })
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

type Cleanup = { after(work: () => void | Promise<void>): void }

async function openStore(t: Cleanup) {
  const { db } = await testDatabase(t)
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-files-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const files = openFileStore(folder, seal)
  const store = (name: string, bytes: FileToStore['bytes'], more: Partial<FileToStore> = {}) =>
    files.store(db, {
      organId,
      name,
      bytes,
      sealed: false,
      by: 'applicant',
      at: '2026-03-02T01:00:00.000Z',
      ...more,
    })
  return { db, folder, files, store }
}

async function stored(answer: ReturnType<FileStore['store']>) {
  const result = await answer
  if (result.kind !== 'stored') throw new Error(result.code)
  return result.file
}

const refusal = async (answer: ReturnType<FileStore['store']>): Promise<string> => {
  const result = await answer
  return result.kind === 'refused' ? result.code : 'stored'
}

test('A file comes back as it was sent, for the organ it was sent to and for no other', async (t) => {
  const { db, files, store, folder } = await openStore(t)
  const file = await stored(store('关于低保标准的通知.pdf', pdf))
  assert.deepEqual(
    { name: file.name, type: file.media_type, size: file.size },
    { name: '关于低保标准的通知.pdf', type: 'application/pdf', size: pdf.length },
  )
  const opened = await files.open(db, organId, file.file_id)
  assert.deepEqual(opened?.bytes, pdf)
  assert.deepEqual(opened?.file, file)
  assert.equal(await files.open(db, otherOrgan, file.file_id), undefined)
  assert.deepEqual(readdirSync(join(folder, 'files', organId, '2026')), [file.file_id])
})

test('A sealed file cannot be read on the disk', async (t) => {
  const { db, files, store, folder } = await openStore(t)
  const file = await stored(store('身份证.txt', Buffer.from('骆小满 990321199001010019'), { sealed: true }))
  const kept = readFileSync(join(folder, 'files', organId, '2026', file.file_id))
  assert.equal(kept.includes('990321199001010019'), false)
  assert.equal((await files.open(db, organId, file.file_id))?.bytes.toString(), '骆小满 990321199001010019')
})

test('A file changed on the disk is a fault, not an answer', async (t) => {
  const { db, files, store, folder } = await openStore(t)
  const file = await stored(store('通知.pdf', pdf))
  writeFileSync(join(folder, 'files', organId, '2026', file.file_id), png)
  await assert.rejects(files.open(db, organId, file.file_id), /changed on disk/)
})

test('Content goes before the name: what is not what it says is refused', async (t) => {
  const { store } = await openStore(t)
  assert.equal(await refusal(store('照片.jpg', png)), 'disguised')
  assert.equal(
    await refusal(store('通知.pdf', Buffer.from('<html><script>alert(1)</script></html>'))),
    'disguised',
  )
  assert.equal(await refusal(store('通知.txt', pdf)), 'disguised')
  assert.equal(await refusal(store('通知.docx', zipSync({ 'a.txt': strToU8('a') }))), 'disguised')
  assert.equal(await refusal(store('通知.txt', Buffer.from('a\0b'))), 'disguised')
  assert.equal(await refusal(store('程序.exe', Buffer.from('MZ'))), 'kindNotAccepted')
  assert.equal(await refusal(store('网页.html', Buffer.from('<html>'))), 'kindNotAccepted')
  assert.equal(await refusal(store('没有扩展名', pdf)), 'kindNotAccepted')
  assert.equal(await refusal(store('空.pdf', Buffer.alloc(0))), 'empty')
})

test('What offices send is accepted: OFD, old Word, WPS, text in GB18030, scans with a late header', async (t) => {
  const { store } = await openStore(t)
  assert.equal((await stored(store('批复.ofd', ofd))).media_type, 'application/ofd')
  assert.equal((await stored(store('请示.doc', ole))).media_type, 'application/msword')
  assert.equal((await stored(store('函.wps', ole))).media_type, 'application/vnd.ms-works')
  assert.equal(
    (await stored(store('名单.csv', Buffer.from('d0d5c3fb2cc4eac1e40d0a', 'hex')))).media_type,
    'text/csv',
  )
  assert.equal(
    (await stored(store('扫描.pdf', Buffer.concat([Buffer.alloc(5), pdf])))).media_type,
    'application/pdf',
  )
})

test('A file over the limit is refused, also when it comes in pieces', async (t) => {
  const { store } = await openStore(t)
  async function* pieces() {
    for (let i = 0; i < 10; i++) yield Buffer.alloc(100, 'a')
  }
  assert.equal(await refusal(store('长.txt', Buffer.alloc(1001, 'a'), { limit: 1000 })), 'tooLarge')
  assert.equal(await refusal(store('长.txt', pieces(), { limit: 999 })), 'tooLarge')
  assert.equal((await stored(store('长.txt', pieces(), { limit: 1000 }))).size, 1000)
})

test('Sealed data of a case opens for its organ until it is erased', async (t) => {
  const { db } = await openStore(t)
  const value = { 姓名: '骆小满' }
  const sealedId = await keepSealed(db, seal, { organId, caseId: organId, value })
  assert.deepEqual(await readSealed(db, seal, { organId, sealedId }), value)
  assert.equal(await readSealed(db, seal, { organId: otherOrgan, sealedId }), undefined)
  await eraseSealed(db, { organId, sealedId }, '2026-03-02T01:00:00.000Z')
  assert.equal(await readSealed(db, seal, { organId, sealedId }), undefined)
})
