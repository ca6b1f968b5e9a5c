import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { actorOf, rolesAt } from '#platform/identity/actor.ts'
import { StepAskSchema } from '#platform/ledger/contract.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { mergedReport, reportsBelow } from './below.ts'
import {
  BelowSchema,
  CellCasesSchema,
  MergedSchema,
  ReportStepDoneSchema,
  ReportViewSchema,
  ReportYearsSchema,
  VersionsSchema,
} from './contract.ts'
import { takeReportStep } from './desk.ts'
import { draftRoutes } from './draft-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { handInRoutes } from './hand-in-routes.ts'
import {
  fromAbove,
  readCases,
  readMerged,
  readReports,
  refusalProblem,
  reviewReports,
  superviseReports,
  writeReports,
  YearParams,
} from './route-parts.ts'
import { isReportStep, reportStepOf } from './rules/steps.ts'
import { reportVersions } from './versions.ts'
import { cellCases, reportView, reportYears } from './view.ts'

const CellParams = Type.Object({ ...YearParams.properties, cellId: Type.String({ maxLength: 80 }) })
const StepParams = Type.Object({ ...YearParams.properties, step: Type.String({ maxLength: 40 }) })
const CutOffQuery = Type.Object({ cutOff: Type.Optional(Type.String({ maxLength: 40 })) })

function cutOffOf(query: { cutOff?: string }, platform: Platform): string {
  const { cutOff } = query
  if (cutOff === undefined) return platform.now().toISOString()
  const time = Date.parse(cutOff)
  if (Number.isNaN(time))
    throw invalid([{ field: 'cutOff', message: '截止时间的格式不对，例如 2026-12-31T16:00:00Z' }])
  return new Date(time).toISOString()
}

/** The JSON API of 年度报告. */
export function annualReportRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  stepRoutes(app, platform)
  supervisorRoutes(app, platform)
  entryRoutes(app, platform)
  draftRoutes(app, platform)
  handInRoutes(app, platform)
}

// Steps of the organ's own people, and steps from above, are two addresses: each states its own demand.
function stepRoutes(app: App, platform: Platform): void {
  for (const [path, demand, isAbove] of [
    ['steps', writeReports, false],
    ['review', reviewReports, true],
  ] as const) {
    app.post(
      `/api/organs/:organId/reports/:year/${path}/:step`,
      {
        ...demand,
        schema: {
          summary: isAbove ? '主管部门审核年度报告' : '编制年度报告的一步',
          tags: ['年度报告'],
          params: StepParams,
          body: StepAskSchema,
          response: { 200: ReportStepDoneSchema },
        },
      },
      async (request) => {
        const { organId, year, step } = request.params
        if (!isReportStep(step) || (reportStepOf(step).fromAbove ?? false) !== isAbove)
          throw trouble('notFound')
        const actor = actorOf(request)
        if (!actor) throw trouble('notSignedIn')
        const roles = isAbove ? fromAbove.anyOf : rolesAt(actor, organId)
        const answer = await takeReportStep(platform, organId, year, step, request.body, {
          personId: actor.personId,
          roles,
        })
        if (answer.kind === 'refused') throw refusalProblem(answer)
        return { seq: answer.seq }
      },
    )
  }
}

function supervisorRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/reports/:year/below',
    {
      ...superviseReports,
      schema: {
        summary: '下级机关年度报告进度',
        tags: ['年度报告'],
        params: YearParams,
        response: { 200: BelowSchema },
      },
    },
    (request) => reportsBelow(platform, request.params.organId, request.params.year),
  )
  app.get(
    '/api/organs/:organId/reports/:year/merged',
    {
      ...readMerged,
      schema: {
        summary: '汇总的年度报告',
        tags: ['年度报告'],
        params: YearParams,
        response: { 200: MergedSchema },
      },
    },
    async (request) => {
      const { organId, year } = request.params
      const actor = actorOf(request)
      const merged = await mergedReport(platform, organId, year, actor ? rolesAt(actor, organId) : [])
      if (!merged) throw trouble('notFound')
      return merged
    },
  )
}

function readRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/reports',
    {
      ...readReports,
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
      ...readReports,
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
      const actor = actorOf(request)
      const roles = actor ? rolesAt(actor, organId) : []
      const at = {
        ...(request.query.cutOff === undefined ? {} : { cutOff: cutOffOf(request.query, platform) }),
        roles: roles.length > 0 ? roles : fromAbove.anyOf,
      }
      const view = await reportView(platform, organId, year, at)
      if (!view) throw trouble('notFound')
      return view
    },
  )
  versionRoutes(app, platform)
  app.get(
    '/api/organs/:organId/reports/:year/cells/:cellId',
    {
      ...readCases,
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

function versionRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/reports/:year/versions',
    {
      ...readReports,
      schema: {
        summary: '已公布的各个版本，以及每一版更正了什么',
        tags: ['年度报告'],
        params: YearParams,
        response: { 200: VersionsSchema },
      },
    },
    async (request) => {
      const { organId, year } = request.params
      const versions = await reportVersions(platform, organId, year)
      if (!versions) throw trouble('notFound')
      return versions
    },
  )
}
