import assert from 'node:assert/strict'
import { performance } from 'node:perf_hooks'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { reportPages } from '../portal/routes.tsx'
import { validReport } from '../reading/fixtures/random-report.ts'
import { setAs } from './setting.ts'

test('while PDFs are being set the server answers everybody else', async (t) => {
  const { platform } = await testPlatform(t, '2026-03-23T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  reportPages(app, platform)
  t.after(async () => app.close())
  for (const [at, code] of ['a', 'b', 'c', 'd'].entries()) {
    const organ_id = await testOrgan(platform.db, code, null, { name: `清溪县第${at + 1}局` })
    const report = { ...validReport(at + 1, '2021'), year: 2025, organ: { name: `清溪县第${at + 1}局` } }
    const row = { organ_id, year: 2025, case_id: organ_id, form: 2021, status: 'published', version: 1 }
    const shown = { report: JSON.stringify(report), hash: '', published_at: '2026-01-20T02:00:00.000Z' }
    await platform.db
      .insertInto('report_row')
      .values({ ...row, ...shown })
      .execute()
  }
  await app.inject('/reports/a/2025/report.json')
  let setting = true
  const begun = performance.now()
  const files = Promise.all(
    ['a', 'b', 'c', 'd'].map((code) => app.inject(`/reports/${code}/2025/report.pdf`)),
  ).finally(() => {
    setting = false
  })
  const answers: number[] = []
  while (setting) {
    const from = performance.now()
    const { statusCode } = await app.inject('/reports/a/2025/report.json')
    assert.equal(statusCode, 200)
    if (setting) answers.push(performance.now() - from)
    await wait(5)
  }
  const whole = performance.now() - begun
  for (const { statusCode, rawPayload } of await files) {
    assert.equal(statusCode, 200)
    assert.equal(rawPayload.subarray(0, 5).toString(), '%PDF-')
  }
  const slowest = Math.max(...answers)
  t.diagnostic(
    `${answers.length} answers in ${whole.toFixed(0)} ms, the slowest after ${slowest.toFixed(0)} ms`,
  )
  assert.ok(answers.length >= 5, `${answers.length} answers`)
  assert.ok(slowest < whole / 2, `${slowest} of ${whole} ms`)
})

test('the same report is set once and kept; one that reads otherwise is set anew', async () => {
  const report = validReport(9, '2021')
  const first = await setAs('docx', report)
  assert.equal(await setAs('docx', structuredClone(report)), first)
  const other = await setAs('docx', { ...report, texts: { ...report.texts, other: '另一句话。' } })
  assert.notDeepEqual(other, first)
})
