import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { Report } from '#law/report-forms/report.ts'
import { sessionOf, testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { reportDocx } from './out/report-docx.ts'
import { validReport } from './reading/fixtures/random-report.ts'
import { reportFacts } from './report-store.ts'
import { annualReportRoutes } from './routes.ts'

const name = '清溪县石桥镇人民政府'
const report: Report = { ...validReport(1, '2021'), year: 2025, organ: { name } }

async function desk(t: Parameters<typeof testPlatform>[0], intranet: readonly string[]) {
  const { platform: given } = await testPlatform(t, '2026-01-20T02:00:00Z')
  const platform = { ...given, config: { ...given.config, intranet } }
  const county = await testOrgan(platform.db, 'qxx', null, { kind: 'government', name: '清溪县人民政府' })
  const town = await testOrgan(platform.db, 'qxx-sqz', county, { kind: 'town', level: 'town', name })
  const personId = await testPerson(platform.db, { username: 'wei', organId: county, roles: ['supervisor'] })
  const app = await testApp(platform)
  annualReportRoutes(app, platform)
  t.after(async () => app.close())
  const headers = await sessionOf(platform, personId)
  const docx = await reportDocx(report)
  const site = createServer((request, answer) => {
    if (request.url?.endsWith('.docx')) answer.end(docx)
    else
      answer
        .setHeader('content-type', 'text/html')
        .end('<html><body><h1>2025年度报告</h1><p>见附件</p></body></html>')
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  t.after(() => void site.close())
  const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const hand = (path: string) =>
    app.inject({
      method: 'POST',
      url: `/api/organs/${town}/reports/2025/handed-in-link`,
      headers,
      payload: { address: path.startsWith('/') ? address + path : path },
    })
  return { platform, town, hand, address }
}

test('a unit gives the address of its report: it is fetched, read, and stands as handed in with where it came from', async (t) => {
  const { platform, town, hand, address } = await desk(t, ['127.0.0.1/32'])
  const answer = await hand('/2025/report.docx')
  assert.equal(answer.statusCode, 200, answer.payload)
  const submitted = (await reportFacts(platform.db, town, 2025)).at(-1)?.fact
  assert.ok(submitted?.type === 'submitted')
  assert.equal(submitted.source, `${address}/2025/report.docx`)
  assert.deepEqual(submitted.report.cells['review.total'], report.cells['review.total'])
})

test('an address within is not asked unless the office allows its network; a page without tables is no report', async (t) => {
  const { hand } = await desk(t, [])
  const refused = await hand('/2025/report.docx')
  assert.equal(refused.statusCode, 422)
  assert.match(refused.json().errors[0].message, /^这个网址在内部网络/)
  assert.equal(refused.json().errors[0].field, 'address')
  const allowed = await desk(t, ['127.0.0.0/8'])
  const page = await allowed.hand('/2025/index.html')
  assert.equal(page.statusCode, 422)
  assert.match(page.json().errors[0].message, /报告/)
  assert.match((await allowed.hand('年报')).json().errors[0].message, /^这不是网址/)
})
