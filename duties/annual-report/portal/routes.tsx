import reportSchema from '#law/report-forms/report.schema.json' with { type: 'json' }
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { outKinds } from '../out/outs.ts'
import { reportFile } from '../out/report-file.ts'
import {
  type PublishedReport,
  reportAt,
  reportsOfYear,
  reportYears,
  wholeReportsOfYear,
} from '../published.ts'
import { reportVersions } from '../versions.ts'
import { ComparePage } from './compare-page.tsx'
import { PicturePage } from './picture-page.tsx'
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
  app.get('/reports/compare', async (request, reply) => {
    const years = await reportYears(db)
    const year = askedYear(request.query, 'year') ?? years[0]
    const entries = year ? await wholeReportsOfYear(db, year, platform.today()) : []
    const frame = await frameOf(request, platform)
    const wanted = {
      wanted: Number(asked(request.query, 'group')),
      wantedLine: Number(asked(request.query, 'line')),
    }
    return sendPage(
      reply,
      <ComparePage frame={frame} years={years} year={year} entries={entries} {...wanted} />,
    )
  })
  app.get<Place>('/reports/:organCode/:year', async (request, reply) => {
    const report = await found(request.params)
    const earlier = report.version > 1 && (await reportVersions(platform, report.organId, report.year))
    const frame = await frameOf(request, platform)
    const { versions = [] } = earlier || {}
    return sendPage(reply, <ReportPage frame={frame} found={report} versions={versions} />)
  })
  app.get<Place>('/reports/:organCode/:year/picture', async (request, reply) => {
    const report = await found(request.params)
    const before = await reportAt(db, request.params.organCode, report.year - 1, platform.today())
    const frame = await frameOf(request, platform)
    return sendPage(reply, <PicturePage frame={frame} found={report} lastYear={before?.report} />)
  })
  for (const kind of outKinds)
    app.get<Place>(`/reports/:organCode/:year/report.${kind}`, async (request, reply) => {
      const { report } = await found(request.params)
      const file = await reportFile(report, kind)
      return reply.type(file.mediaType).header('content-disposition', file.disposition).send(file.bytes)
    })
  app.get('/reports/report.schema.json', (_, reply) =>
    reply.type('application/schema+json; charset=utf-8').serializer(JSON.stringify).send(reportSchema),
  )
}
