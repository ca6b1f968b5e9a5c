import { Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders } from '#platform/http/rights.ts'
import type { Platform } from '#platform/platform.ts'
import { CellCasesSchema, ReportViewSchema, ReportYearsSchema } from './contract.ts'
import { cellCases, reportView, reportYears } from './view.ts'

const Id = Type.String({ format: 'uuid' })
const OrganParams = Type.Object({ organId: Id })
const Year = Type.Integer({ minimum: 2019, maximum: 2100 })
const YearParams = Type.Object({ organId: Id, year: Year })
const CellParams = Type.Object({ organId: Id, year: Year, cellId: Type.String({ maxLength: 80 }) })
const CutOffQuery = Type.Object({ cutOff: Type.Optional(Type.String({ maxLength: 40 })) })

/** Those who compile, review or sign the report. The cases behind a figure open to those who work on cases. */
const reportRoles: readonly Role[] = [
  'informationOfficer',
  'handler',
  'reviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'auditor',
]
const read = { config: holders('organId', reportRoles) }

function cutOffOf(query: { cutOff?: string }, platform: Platform): string {
  const { cutOff } = query
  if (cutOff === undefined) return platform.now().toISOString()
  const time = Date.parse(cutOff)
  if (Number.isNaN(time))
    throw invalid([{ field: 'cutOff', message: '截止时间的格式不对，例如 2026-12-31T16:00:00Z' }])
  return new Date(time).toISOString()
}

/** The JSON API of 年度报告: the years, the report as it stands, and what a cell counted. */
export function annualReportRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/reports',
    {
      ...read,
      schema: {
        summary: '年度报告各年份',
        tags: ['年度报告'],
        params: OrganParams,
        response: { 200: ReportYearsSchema },
      },
    },
    (request) => reportYears(platform, request.params.organId),
  )
  app.get(
    '/api/organs/:organId/reports/:year',
    {
      ...read,
      schema: {
        summary: '某年度报告：由台账计算的各项数据',
        tags: ['年度报告'],
        params: YearParams,
        querystring: CutOffQuery,
        response: { 200: ReportViewSchema },
      },
    },
    async (request) => {
      const { organId, year } = request.params
      const view = await reportView(platform, organId, year, cutOffOf(request.query, platform))
      if (!view) throw trouble('notFound')
      return view
    },
  )
  app.get(
    '/api/organs/:organId/reports/:year/cells/:cellId',
    {
      ...read,
      schema: {
        summary: '某项数据由哪些申请或者登记构成',
        tags: ['年度报告'],
        params: CellParams,
        querystring: CutOffQuery,
        response: { 200: CellCasesSchema },
      },
    },
    async (request) => {
      const { organId, year, cellId } = request.params
      const found = await cellCases(platform, organId, year, cellId, cutOffOf(request.query, platform))
      if (!found) throw trouble('notFound')
      return found
    },
  )
}
