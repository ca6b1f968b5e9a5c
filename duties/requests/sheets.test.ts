import assert from 'node:assert/strict'
import { test } from 'node:test'
import mammoth from 'mammoth'
import { caseView } from './case-view.ts'
import { ground, person } from './desk.cases.ts'
import { caseFile } from './files.ts'
import { registerCase } from './open-case.ts'
import { publicLetter, track } from './public-desk.ts'

test('第二十九条: what is registered gets its sheet and its receipt with the due day; neither takes a number', async (t) => {
  const { register, platform, organId, actor } = await ground(t)
  const { caseId } = await register('2026-03-02')
  const view = await caseView(platform, organId, caseId, actor)
  assert.deepEqual(
    view?.timeline[0]?.files.map(({ name }) => name),
    ['政府信息公开申请登记表.docx', '政府信息公开申请接收回执.docx'],
  )
  const receipt = await caseFile(platform, organId, caseId, view?.timeline[0]?.files[1]?.fileId ?? '', actor)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(receipt?.bytes ?? []) })
  assert.match(value, /本机关将于2026年3月30日前（含当日）答复/)
  const series = await platform.db.selectFrom('number_series').select('series').execute()
  assert.deepEqual(series, [{ series: 'case:request' }])
})

test('第三十一条: an ordinary letter gets its receipt when it is confirmed, not before', async (t) => {
  const { platform, organId, actor, done } = await ground(t)
  const answer = await registerCase(platform, organId, actor, {
    askId: crypto.randomUUID(),
    channel: 'ordinaryPost',
    arrivedOn: '2026-03-02',
    intake: person,
  })
  const caseId = answer.kind === 'done' ? answer.caseId : assert.fail(JSON.stringify(answer))
  await done(caseId, 'confirmReceipt', { confirmation: '电话与本人确认' })
  const view = await caseView(platform, organId, caseId, actor)
  assert.deepEqual(
    view?.timeline.map(({ files }) => files.map(({ name }) => name)),
    [['政府信息公开申请登记表.docx'], ['政府信息公开申请接收回执.docx']],
  )
})

test('who filed online finds the receipt among the letters, and not the office’s own sheet', async (t) => {
  const { file, platform } = await ground(t)
  const { number, queryCode } = await file()
  const letters = (await track(platform, number, queryCode))?.letters ?? []
  assert.deepEqual(
    letters.map(({ title }) => title),
    ['政府信息公开申请接收回执'],
  )
  const opened = await publicLetter(platform, number, queryCode, letters[0]?.fileId ?? '')
  assert.equal(opened?.name, '政府信息公开申请接收回执.docx')
})
