import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Role } from '#law/roles.ts'
import { archivePackage } from './archive/package.ts'
import { caseView } from './case-view.ts'
import { ground, person } from './desk.cases.ts'
import { caseFile, keepFile } from './files.ts'
import { fileRequest } from './public-desk.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.4\n%test\n')

test('第二十九条: proofs sent with the form are kept encrypted, under names that tell nobody', async (t) => {
  const { platform, organId, caseIdOf, actor } = await ground(t)
  const proofs = [
    { what: 'identity' as const, name: '陈禾身份证正面.PNG', bytes: png },
    { what: 'authority' as const, name: '委托书.pdf', bytes: pdf },
  ]
  const ask = { askId: randomUUID(), channel: 'online' as const, proofs }
  const filed = await fileRequest(platform, organId, { ...person, agent: '许一诺' }, ask)
  const { number } = filed.kind === 'filed' ? filed.receipt : assert.fail(JSON.stringify(filed))
  await fileRequest(platform, organId, { ...person, agent: '许一诺' }, ask)
  const rows = await platform.db
    .selectFrom('file')
    .selectAll()
    .where('stored_by', '=', 'applicant')
    .orderBy('file_id')
    .execute()
  assert.deepEqual(
    rows.filter(({ media_type }) => !media_type.includes('word')).map(({ name, sealed }) => [name, sealed]),
    [
      ['身份证明.png', true],
      ['授权委托书.pdf', true],
    ],
  )
  const caseId = await caseIdOf(number)
  const view = await caseView(platform, organId, caseId, actor)
  assert.equal(view?.applicant?.agent, '许一诺')
  assert.match(JSON.stringify(view?.timeline), /身份证明\.png/)
  const { bytes } = (await archivePackage(platform, organId, caseId)) ?? assert.fail()
  const entries = unzipSync(bytes)
  assert.doesNotMatch(Object.keys(entries).join(), /身份证明|委托书/)
  const index = Buffer.from(entries['index.html'] ?? []).toString()
  assert.match(index, /申请人出示的身份证明、授权委托书由本机关加密保存/)
})

test('第二十九条: a proof opens to those who verify identity, each opening written down; to others it does not exist', async (t) => {
  const { platform, organId, caseIdOf, actor } = await ground(t)
  const filed = await fileRequest(platform, organId, person, {
    askId: randomUUID(),
    channel: 'online',
    proofs: [{ what: 'identity', name: 'id.png', bytes: png }],
  })
  const caseId = await caseIdOf(filed.kind === 'filed' ? filed.receipt.number : '')
  const { file_id: fileId } = await platform.db
    .selectFrom('file')
    .select('file_id')
    .where('name', '=', '身份证明.png')
    .executeTakeFirstOrThrow()
  const as = (...roles: Role[]) => ({ ...actor, holdings: roles.map((role) => ({ organId, role })) })
  for (const role of ['leader', 'legalReviewer', 'secrecyReviewer', 'auditor', 'reviewer'] as const) {
    assert.equal(await caseFile(platform, organId, caseId, fileId, as(role)), null, role)
    const view = await caseView(platform, organId, caseId, as(role))
    assert.doesNotMatch(JSON.stringify(view?.timeline), /身份证明\.png/, role)
  }
  const opened = await caseFile(platform, organId, caseId, fileId, as('handler'))
  assert.deepEqual(opened?.bytes, png)
  const written = await platform.db
    .selectFrom('audit_entry')
    .select(['action', 'subject', 'person_id'])
    .execute()
  assert.deepEqual(written, [
    { action: 'fileOpened', subject: `身份证明 ${caseId}`, person_id: actor.personId },
  ])
})

test('第二十九条: a proof is an image or a PDF by its content, else its sentence stands beside it', async (t) => {
  const { platform, organId } = await ground(t)
  const errorsFor = async (name: string, bytes: Uint8Array) => {
    const filed = await fileRequest(platform, organId, person, {
      askId: randomUUID(),
      channel: 'online',
      proofs: [{ what: 'identity', name, bytes }],
    })
    return filed.kind === 'invalid' ? filed.errors : []
  }
  assert.deepEqual(await errorsFor('id.docx', pdf), [
    { field: 'identity', message: '身份证明请上传 JPG、PNG 格式的图片或者 PDF 文件' },
  ])
  assert.match((await errorsFor('id.jpg', pdf))[0]?.message ?? '', /内容与文件名不符/)
  const large = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)])
  assert.match((await errorsFor('id.pdf', large))[0]?.message ?? '', /压缩到10 MB以内/)
  assert.deepEqual(await platform.db.selectFrom('file').selectAll().execute(), [])
})

test('第二十九条: what is shown at the counter is registered as a proof and guarded in the same way', async (t) => {
  const { platform, organId, register, step, done, actor } = await ground(t)
  const { caseId } = await register('2026-03-02')
  const keep = async (name: string, bytes: Buffer) => {
    const kept = await keepFile(platform, { organId, caseId, name, bytes, by: actor.personId })
    return kept.kind === 'kept' ? kept.fileId : assert.fail(JSON.stringify(kept))
  }
  const text = await keep('说明.txt', Buffer.from('说明'))
  assert.deepEqual(await step(caseId, 'addProof', { what: 'identity', file: text }), {
    kind: 'invalid',
    errors: [{ field: 'file', message: '身份证明请上传 JPG、PNG 格式的图片或者 PDF 文件' }],
  })
  const file = await keep('证件.png', png)
  await done(caseId, 'addProof', { what: 'identity', file })
  const leader = { ...actor, holdings: [{ organId, role: 'leader' as const }] }
  assert.equal(await caseFile(platform, organId, caseId, file, leader), null)
  assert.ok(await caseFile(platform, organId, caseId, file, actor))
})
