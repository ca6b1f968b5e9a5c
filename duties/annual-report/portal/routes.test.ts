import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { Report } from '#law/report-forms/report.ts'
import { buildApp, setErrorPage } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { registerAssets } from '#platform/pages/assets.ts'
import { errorPage } from '#platform/pages/error-page.tsx'
import { testPlatform } from '#platform/testing/platform.ts'
import { validReport } from '../reading/fixtures/random-report.ts'
import { openSource } from '../reading/open.ts'
import { reportOf } from '../reading/read.ts'
import { reportPages } from './routes.tsx'

async function ground(t: TestContext) {
  const { platform } = await testPlatform(t, '2026-03-23T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  setErrorPage(app, errorPage)
  registerAssets(app)
  reportPages(app, platform)
  t.after(() => app.close())
  const organId = await testOrgan(platform.db, 'qxx-sqz', null, { name: '清溪县石桥镇人民政府' })
  const publish = async (year: number): Promise<Report> => {
    const report = { ...validReport(year, '2021'), year, organ: { name: '清溪县石桥镇人民政府' } }
    const row = {
      organ_id: organId,
      year,
      case_id: randomUUID(),
      form: 2021,
      status: 'published',
      version: 1,
      report: JSON.stringify(report),
      hash: '',
      published_at: `${year + 1}-01-20T02:00:00.000Z`,
    }
    await platform.db.insertInto('report_row').values(row).execute()
    return report
  }
  const open = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })
  return { publish, open }
}

test('第四十九条: a citizen downloads the report as Word, Excel and PDF, and every figure stands in its place', async (t) => {
  const { publish, open } = await ground(t)
  const report = await publish(2025)
  const page = await open('/reports/qxx-sqz/2025')
  for (const kind of ['docx', 'xlsx', 'pdf']) {
    const address = `/reports/qxx-sqz/2025/report.${kind}`
    assert.ok(page.payload.includes(`href="${address}"`))
    const file = await open(address)
    assert.equal(file.statusCode, 200)
    assert.match(String(file.headers['content-disposition']), /filename\*=UTF-8''%E6%B8%85/)
    const [source] = await openSource(kind, file.rawPayload)
    const back = source?.kind === 'read' ? reportOf(source.reading) : undefined
    for (const [id, cell] of Object.entries(report.cells))
      if (cell.kind === 'number')
        assert.deepEqual(back?.cells[id]?.kind === 'number' && back.cells[id].value, cell.value, id)
  }
})

test('the report as JSON is the report of report.schema.json, as CSV a line for each cell', async (t) => {
  const { publish, open } = await ground(t)
  const report = await publish(2025)
  assert.deepEqual((await open('/reports/qxx-sqz/2025/report.json')).json(), report)
  const csv = (await open('/reports/qxx-sqz/2025/report.csv')).payload
  assert.equal(csv.trimEnd().split('\r\n').length, 1 + Object.keys(report.cells).length)
  const schema = (await open('/reports/report.schema.json')).json()
  assert.deepEqual(schema.required, ['organ', 'year', 'form', 'cells', 'texts'])
})

test('the year on one page: plots with their tables, beside the year before where that is published', async (t) => {
  const { publish, open } = await ground(t)
  const report = await publish(2025)
  const alone = (await open('/reports/qxx-sqz/2025/picture')).payload
  assert.doesNotMatch(alone, /2024年/)
  await publish(2024)
  const page = (await open('/reports/qxx-sqz/2025/picture')).payload
  assert.match(page, /<th scope="col">2024年<\/th>/)
  const cell = report.cells['requests.new_received.total']
  assert.ok(cell?.kind === 'number' && page.includes(`<td class="figure">${cell.value}</td>`))
  assert.doesNotMatch(page, /<script|style="/)
})

test('a report that is not published is not there, in any form', async (t) => {
  const { open } = await ground(t)
  for (const path of ['', '/picture', '/report.docx', '/report.json'])
    assert.equal((await open(`/reports/qxx-sqz/2025${path}`)).statusCode, 404)
})

test('organs side by side: one group of figures at a time, as a table and as a plot', async (t) => {
  const { publish, open } = await ground(t)
  const report = await publish(2025)
  const page = (await open('/reports/compare?year=2025&group=1')).payload
  assert.match(page, /<a href="\/reports\/qxx-sqz\/2025">清溪县石桥镇人民政府<\/a>/)
  const cell = report.cells['requests.granted.total']
  assert.ok(cell?.kind === 'number' && page.includes(`<td class="figure">${cell.value}</td>`))
  assert.equal((await open('/reports/compare?group=constructor')).statusCode, 200)
  assert.equal((await open('/reports/compare?year=2019')).statusCode, 200)
})
