import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import type { Platform } from '#platform/platform.ts'
import { NoticeAskSchema, ReportDaysSchema, ReportStepDoneSchema } from './contract.ts'
import { type HandInAnswer, handInFile, handInLink } from './hand-in.ts'
import { reportDays, writeNotice } from './notice.ts'
import { refusalProblem, reviewReports, superviseReports, YearParams } from './route-parts.ts'

const tags = ['年度报告']

function doneOr(field: string, answer: HandInAnswer): { seq: number } {
  if (answer.kind === 'unread') throw invalid([{ field, message: answer.sentence }])
  if (answer.kind === 'refused') throw refusalProblem(answer)
  return { seq: answer.seq }
}

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
      const upload = await uploadIn(request, '请选择要收下的文件')
      const file = { ...upload, source: upload.name }
      const who = { organId, year, personId: whoAsks(request).personId }
      return doneOr('file', await handInFile(platform, who, file))
    },
  )
  app.post(
    '/api/organs/:organId/reports/:year/handed-in-link',
    {
      ...reviewReports,
      schema: {
        summary: '按网址代收下级机关的报告：系统读取后校核',
        tags,
        params: Type.Object({ ...YearParams.properties }),
        body: Type.Object({ address: Type.String({ minLength: 1, maxLength: 2000 }) }),
        response: { 200: ReportStepDoneSchema },
      },
    },
    async (request) => {
      const { organId, year } = request.params
      const who = { organId, year, personId: whoAsks(request).personId }
      return doneOr('address', await handInLink(platform, who, request.body.address))
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
