import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import type { Platform } from '#platform/platform.ts'
import { NoticeAskSchema, ReportDaysSchema, ReportStepDoneSchema } from './contract.ts'
import { takeReportStep } from './desk.ts'
import { reportDays, writeNotice } from './notice.ts'
import { reportsInFile } from './read-file.ts'
import { reportFacts } from './report-store.ts'
import { fromAbove, refusalProblem, reviewReports, superviseReports, YearParams } from './route-parts.ts'

const tags = ['年度报告']

/** What a supervising organ does for units that do not use the system, and the days it sets for all below it. */
export function handInRoutes(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/reports/:year/handed-in',
    {
      ...reviewReports,
      schema: {
        summary: '代收下级机关的报告文件（Excel、Word、PDF、网页、文本或者JSON），读取后校核',
        tags,
        params: Type.Object({ ...YearParams.properties }),
        response: { 200: ReportStepDoneSchema },
      },
    },
    async (request) => {
      const { organId, year } = request.params
      const upload = await request.file()
      if (!upload) throw invalid([{ field: 'file', message: '请选择要收下的文件' }])
      const [found, another] = await reportsInFile(upload.filename, await upload.toBuffer())
      if (!found || 'refused' in found)
        throw invalid([{ field: 'file', message: found?.refused ?? '文件中没有报告' }])
      if (another) throw invalid([{ field: 'file', message: '文件中有不止一份报告，请逐份提供' }])
      const seenSeq = (await reportFacts(platform.db, organId, year)).at(-1)?.seq ?? 0
      const ask = { report: found.report, source: upload.filename }
      const who = { personId: whoAsks(request).personId, roles: fromAbove.anyOf }
      const sent = { askId: randomUUID(), seenSeq, ask }
      const answer = await takeReportStep(platform, organId, year, 'handIn', sent, who)
      if (answer.kind === 'refused') throw refusalProblem(answer)
      return { seq: answer.seq }
    },
  )
  app.put(
    '/api/organs/:organId/reports/:year/notice',
    {
      ...superviseReports,
      schema: {
        summary: '年度报告报送和公布的日期（下级机关都能看到）',
        tags,
        params: YearParams,
        body: NoticeAskSchema,
        response: { 200: ReportDaysSchema },
      },
    },
    async (request) => {
      const { organId, year } = request.params
      const place = { organId, year, by: whoAsks(request).personId }
      const answer = await writeNotice(platform, place, request.body)
      if (answer.kind === 'invalid') throw invalid(answer.errors)
      return reportDays(platform, organId, year)
    },
  )
}
