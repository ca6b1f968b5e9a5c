import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { fileRequest } from '#duties/requests/public-desk.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { Role } from '#law/roles.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { mergedReport, reportsBelow } from './below.ts'
import { takeReportStep } from './desk.ts'
import { reportDays, writeNotice } from './notice.ts'
import { validReport } from './reading/fixtures/random-report.ts'
import { rebuildReports } from './rebuild.ts'
import type { ReportStepName } from './rules/steps.ts'
import { reportView } from './view.ts'

const intake = {
  category: 'company',
  name: '清溪县青石建材有限公司',
  idKind: 'other',
  idNumber: 'X1',
  telephone: '13800000000',
  email: '',
  address: '',
  title: '2025年农村低保标准',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

async function area(t: Parameters<typeof testPlatform>[0]) {
  const made = await testPlatform(t, '2026-01-10T01:00:00Z')
  const { platform } = made
  const city = await testOrgan(platform.db, 'LJS', null, {
    kind: 'government',
    level: 'city',
    name: '澜江市人民政府',
  })
  const county = await testOrgan(platform.db, 'QXX', city, { kind: 'government', name: '清溪县人民政府' })
  const town = await testOrgan(platform.db, 'SQZ', county, {
    kind: 'town',
    level: 'town',
    name: '清溪县石桥镇人民政府',
  })
  const view = async (organId: string, roles: readonly Role[] = ['officeHead']) =>
    (await reportView(platform, organId, 2025, { roles })) ?? assert.fail()
  const step = async (organId: string, name: ReportStepName, ask: Record<string, unknown> = {}) => {
    const { seq } = await view(organId)
    const roles: Role[] = ['officeHead', 'supervisor', 'publisher']
    const sent = { askId: randomUUID(), seenSeq: seq, ask }
    return takeReportStep(platform, organId, 2025, name, sent, { personId: 'p', roles })
  }
  const done = async (...given: Parameters<typeof step>) => {
    const answer = await step(...given)
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
  }
  const handIn = (organId: string, report: Report) => step(organId, 'handIn', { report, source: '年报.docx' })
  return { ...made, city, county, town, view, step, done, handIn }
}

const read = (seed: number): Report => ({ ...validReport(seed, '2021'), year: 2025 })
const penalty = 'proactive.penalty.decided'

test('what was handed in stays while it is reviewed; what the ledger gives otherwise is shown beside it', async (t) => {
  const { platform, town, handIn, done, view } = await area(t)
  const report = read(1)
  assert.equal((await handIn(town, report)).kind, 'done')
  await done(town, 'accept')
  await fileRequest(platform, town, intake, { askId: randomUUID(), channel: 'online' })
  const shown = await view(town)
  assert.deepEqual(shown.cells[penalty]?.cell, report.cells[penalty])
  assert.ok(shown.changed.some(({ cell }) => cell === penalty))
})

test('第四十九条: a unit that does not use the system hands in a file; of another year it is refused', async (t) => {
  const { town, handIn, view } = await area(t)
  const wrong = await handIn(town, { ...read(1), year: 2024 })
  assert.equal(wrong.kind === 'refused' && wrong.code, 'reportUnread')
  assert.equal((await view(town)).status, 'notBegun')
})

test('the rows that lists read are written again from the facts, and are the same', async (t) => {
  const { platform, town, handIn, done } = await area(t)
  await handIn(town, read(1))
  await done(town, 'accept')
  const rows = () => platform.db.selectFrom('report_row').selectAll().execute()
  const before = await rows()
  await platform.db.updateTable('report_row').set({ status: 'compiling', hash: '' }).execute()
  assert.equal(await rebuildReports(platform), 1)
  assert.deepEqual(await rows(), before)
})

test('a reminder is recorded and the report is still not begun', async (t) => {
  const { platform, county, town, done, view } = await area(t)
  await done(town, 'remind')
  assert.equal((await view(town)).status, 'notBegun')
  const [lower] = (await reportsBelow(platform, county, 2025)).organs
  assert.equal(lower?.reminders, 1)
  assert.deepEqual((await view(town)).reminders, [
    { at: '2026-01-10T01:00:00.000Z', words: '请尽快报送年度报告' },
  ])
})

test('a county merges its towns, the city merges the county: no town is added twice', async (t) => {
  const { platform, city, county, town, handIn, done, step, view } = await area(t)
  const early = await step(county, 'publishMerged')
  assert.equal(early.kind === 'refused' && early.code, 'lowerMissing')
  const report = read(2)
  await handIn(town, report)
  await done(town, 'accept')
  await done(county, 'writeText', {
    section: 'overview',
    text: '收到申请{{requests.new_received.total}}件。',
  })
  await done(county, 'writeText', { section: 'problems', text: '解读形式单一，今年增加图表解读。' })
  await done(county, 'writeText', { section: 'other', text: '没有收取信息处理费。' })
  const merged = (await mergedReport(platform, county, 2025)) ?? assert.fail()
  for (const { severity, fingerprint } of merged.findings)
    if (severity === 'explain') await done(county, 'explain', { fingerprint, words: '已核对' })
  await done(county, 'publishMerged')
  const received = report.cells['requests.new_received.total']
  const published = await view(county)
  assert.equal(published.status, 'published')
  assert.match(
    published.texts.overview ?? '',
    new RegExp(`收到申请${received?.kind === 'number' ? received.value : ''}件`),
  )
  const whole = (await mergedReport(platform, city, 2025)) ?? assert.fail()
  assert.deepEqual(whole.cells[penalty], report.cells[penalty])
  assert.deepEqual(
    whole.from[penalty]?.map(({ organId }) => organId),
    [county],
  )
  assert.deepEqual(whole.missing, [])
})

test('第四十九条: 31 January and 31 March, and the earlier days of a notice that everyone below sees', async (t) => {
  const { platform, county, town } = await area(t)
  const place = { organId: county, year: 2025, by: '00000000-0000-4000-a000-000000000001' }
  assert.equal((await reportDays(platform, town, 2025)).lawfulOn, '2026-01-31')
  assert.equal((await reportDays(platform, county, 2025)).lawfulOn, '2026-03-31')
  const late = await writeNotice(platform, place, {
    submitOn: '2026-04-01',
    publishOn: '2026-1-5',
    words: '',
  })
  assert.deepEqual(late.kind === 'invalid' && late.errors.map(({ field }) => field), [
    'submitOn',
    'publishOn',
  ])
  await writeNotice(platform, place, { submitOn: '2026-01-20', publishOn: '2026-01-26', words: '附盖章件' })
  assert.deepEqual((await reportDays(platform, town, 2025)).notice, {
    submitOn: '2026-01-20',
    publishOn: '2026-01-26',
    words: '附盖章件',
    organName: '清溪县人民政府',
  })
})
