import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { numberCell, type Report } from '#law/report-forms/report.ts'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testPerson, testSecret } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { takeReportStep } from './desk.ts'
import { reportPages } from './portal/routes.tsx'
import { validReport } from './reading/fixtures/random-report.ts'
import { reportFacts } from './report-store.ts'
import type { ReportStepName } from './rules/steps.ts'
import { reportVersions } from './versions.ts'

const penalty = 'proactive.penalty.decided'
const name = '清溪县石桥镇人民政府'

async function town(t: Parameters<typeof testPlatform>[0]) {
  const { platform, at } = await testPlatform(t, '2026-01-20T02:00:00Z')
  const organId = await testOrgan(platform.db, 'qxx-sqz', null, { kind: 'town', level: 'town', name })
  const personId = await testPerson(platform.db, { username: 'luo', organId, roles: ['publisher'] })
  const take = async (step: ReportStepName, ask: Record<string, unknown> = {}) => {
    const seenSeq = (await reportFacts(platform.db, organId, 2025)).at(-1)?.seq ?? 0
    const who = { personId, roles: ['informationOfficer', 'publisher', 'supervisor'] as const }
    const answer = await takeReportStep(
      platform,
      organId,
      2025,
      step,
      { askId: randomUUID(), seenSeq, ask },
      who,
    )
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
  }
  const publish = async (report: Report, more: Record<string, unknown> = {}) => {
    await take('handIn', { report, source: '年报.docx' })
    await take('accept')
    await take('publish', more)
  }
  return { platform, at, organId, take, publish }
}

const valid: Report = { ...validReport(1, '2021'), year: 2025, organ: { name } }
const first: Report = {
  ...valid,
  cells: { ...valid.cells, [penalty]: numberCell(7) },
  texts: { ...valid.texts, other: '没有收取信息处理费。没有其他事项。' },
}
const second: Report = {
  ...first,
  cells: { ...first.cells, [penalty]: numberCell(9) },
  texts: { ...first.texts, other: '收取信息处理费100元。没有其他事项。' },
}

test('a correction is a version of its own: hash, cut-off, by whom, why, and what it changed cell by cell and in words', async (t) => {
  const { platform, at, organId, take, publish } = await town(t)
  await publish(first)
  at('2026-02-26T02:00:00Z')
  await take('writeText', { section: 'other', text: '更正' })
  await publish(second, { correction: '漏计行政处罚2件' })
  const { versions } = (await reportVersions(platform, organId, 2025)) ?? assert.fail()
  const [corrected, original] = versions
  assert.deepEqual([corrected?.version, original?.version], [2, 1])
  assert.equal(original?.correction, null)
  assert.deepEqual(original?.cells, [])
  assert.equal(corrected?.correction, '漏计行政处罚2件')
  assert.equal(corrected?.by, '人员luo')
  assert.equal(corrected?.cutOff, '2026-02-26T02:00:00.000Z')
  assert.notEqual(corrected?.hash, original?.hash)
  assert.deepEqual(
    corrected?.cells.map(({ cell, was, now }) => [cell, was, now]),
    [[penalty, '7', '9']],
  )
  assert.deepEqual(corrected?.texts, [
    {
      section: 'other',
      name: '六、其他需要报告的事项',
      pieces: [
        { at: 0, kind: 'gone', text: '没有收取信息处理费。' },
        { at: 1, kind: 'new', text: '收取信息处理费100元。' },
        { at: 2, kind: 'same', text: '没有其他事项。' },
      ],
    },
  ])
})

test('the public page of a corrected report says 更正, why, and what was and is; it names no person', async (t) => {
  const { platform, at, take, publish } = await town(t)
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  reportPages(app, platform)
  t.after(async () => app.close())
  const open = async () => {
    const { payload } = await app.inject({ url: '/reports/qxx-sqz/2025', headers: { accept: 'text/html' } })
    return payload
  }
  await publish(first)
  assert.doesNotMatch(await open(), /更正/)
  at('2026-02-26T02:00:00Z')
  await take('writeText', { section: 'other', text: '更正' })
  await publish(second, { correction: '漏计行政处罚2件' })
  const page = await open()
  assert.match(page, /第2版，<a href="#corrections">更正说明<\/a>/)
  assert.match(page, /更正理由：漏计行政处罚2件。/)
  assert.match(page, /<td class="figure">7<\/td><td class="figure">9<\/td>/)
  assert.match(page, /<del>没有收取信息处理费。<\/del><ins>收取信息处理费100元。<\/ins>/)
  assert.doesNotMatch(page, /人员luo/)
})
