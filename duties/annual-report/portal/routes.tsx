import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { askedYear } from '#platform/pages/asked.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { type PublishedReport, reportAt, reportsOfYear, reportYears } from '../published.ts'
import { csvOf } from './downloads.ts'
import { ReportPage } from './report-page.tsx'
import { ReportsPage } from './reports-page.tsx'

type Place = { Params: { organCode: string; year: string } }

/** The public pages of the annual reports. */
export function reportPages(app: App, platform: Platform): void {
  const { db } = platform
  const found = async (params: Place['Params']): Promise<PublishedReport> => {
    const year = askedYear(params, 'year')
    const report = year && (await reportAt(db, params.organCode, year, platform.today()))
    if (!report) throw trouble('notFound')
    return report
  }
  app.get('/reports', async (request, reply) => {
    const years = await reportYears(db)
    const year = askedYear(request.query, 'year') ?? years[0]
    const entries = year ? await reportsOfYear(db, year, platform.today()) : []
    const frame = await frameOf(request, platform)
    return sendPage(reply, <ReportsPage frame={frame} years={years} year={year} entries={entries} />)
  })
  app.get<Place>('/reports/:organCode/:year', async (request, reply) => {
    const report = await found(request.params)
    return sendPage(reply, <ReportPage frame={await frameOf(request, platform)} found={report} />)
  })
  app.get<Place>('/reports/:organCode/:year/report.json', async (request, reply) => {
    const { report } = await found(request.params)
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment')
      .serializer((payload) => JSON.stringify(payload, null, 2))
      .send(report)
  })
  app.get<Place>('/reports/:organCode/:year/report.csv', async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment')
      .send(csvOf(await found(request.params))),
  )
}
