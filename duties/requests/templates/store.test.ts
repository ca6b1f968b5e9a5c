import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { printedParagraphs } from '#platform/documents/docx-text.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { factsOf, givenFor } from '../case-ground.ts'
import { takeStep } from '../desk.ts'
import { caseFileUnchecked } from '../files.ts'
import { wordsOf } from '../issue-letter.ts'
import { fileRequest } from '../public-desk.ts'
import { defaultTemplate } from './default.ts'
import { retireTemplate, templateFile, templatesOf, uploadTemplate } from './store.ts'

const intake = {
  category: 'naturalPerson',
  name: '陈禾',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13800000000',
  email: '',
  address: '',
  title: '2025年农村低保标准',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

async function ground(t: Parameters<typeof testPlatform>[0]) {
  const { platform } = await testPlatform(t, '2026-03-02T01:00:00Z')
  const organId = await testOrgan(platform.db, 'MZ', null, { name: '清溪县民政局', shortName: '民政局' })
  const by = await testPerson(platform.db, { username: 'u', organId, roles: ['handler'] })
  const upload = async (edit: (xml: string) => string) => {
    const parts = unzipSync(await defaultTemplate('correction'))
    const xml = edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
    const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
    return uploadTemplate(platform, { organId, kind: 'correction', name: '补正.docx', bytes, by })
  }
  const askCorrection = async () => {
    const filed = await fileRequest(platform, organId, intake, { askId: randomUUID(), channel: 'online' })
    const number = filed.kind === 'filed' ? filed.receipt.number : assert.fail()
    const row = await platform.db
      .selectFrom('request_row')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const context = {
      ...(await givenFor(platform, organId)),
      by,
      roles: ['handler' as const],
      newId: randomUUID,
    }
    const ask = { items: ['年份'], workingDays: 10 }
    const sent = { askId: randomUUID(), seenSeq: row.seq, ask }
    const done = await takeStep(platform, organId, row.case_id, 'askCorrection', sent, context)
    assert.ok(done.kind === 'done' && done.letter, JSON.stringify(done))
    const file = await caseFileUnchecked(platform, organId, row.case_id, done.letter.fileId)
    const fact = (await factsOf(platform, organId, row.case_id)).at(-1)?.fact
    const letter = fact?.type === 'correctionAsked' ? fact.letter : assert.fail()
    return { printed: printedParagraphs(file?.bytes ?? new Uint8Array()) ?? [], letter }
  }
  return { platform, organId, by, upload, askCorrection }
}

test('a letter is made from the organ’s own template, and the case keeps which version it was', async (t) => {
  const { platform, organId, upload, askCorrection } = await ground(t)
  const before = await askCorrection()
  assert.equal(before.letter.template, undefined)
  const answer = await upload((xml) => xml.replace('{{联系}}', '联系请到一楼大厅 {{联系}}'))
  assert.deepEqual(answer, { kind: 'uploaded', version: 1, warnings: [] })
  const after = await askCorrection()
  assert.equal(after.letter.template, 1)
  assert.ok(after.printed.some((text) => text.startsWith('联系请到一楼大厅')))
  assert.ok(after.printed.includes('民政局公开〔2026〕2号'))
  const words = await wordsOf(platform, organId, after.letter)
  assert.equal(words?.title, '政府信息公开申请补正告知书')
})

test('a second version takes the place of the first, which stays to be looked at; none in use is the program’s own', async (t) => {
  const { platform, organId, by, upload, askCorrection } = await ground(t)
  await upload((xml) => xml)
  await upload((xml) => xml.replace('{{联系}}', '第二版'))
  const { kinds } = await templatesOf(platform, organId)
  const versions = kinds.find(({ kind }) => kind === 'correction')?.versions ?? []
  assert.deepEqual(
    versions.map(({ version, inUse, by: who }) => [version, inUse, who]),
    [
      [2, true, '人员u'],
      [1, false, '人员u'],
    ],
  )
  assert.ok((await templateFile(platform, organId, 'correction', 1))?.bytes.length)
  assert.ok((await askCorrection()).printed.includes('第二版'))
  await retireTemplate(platform, { organId, kind: 'correction', by })
  assert.equal((await askCorrection()).letter.template, undefined)
})

test('a template that is refused changes nothing', async (t) => {
  const { upload, askCorrection } = await ground(t)
  const answer = await upload((xml) => xml.replace('{{正文}}', ''))
  assert.ok(answer.kind === 'refused')
  assert.match(answer.problems.join(), /缺少\{\{正文\}\}（依据和理由/)
  assert.equal((await askCorrection()).letter.template, undefined)
})
