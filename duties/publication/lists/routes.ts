import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type ListColumn, listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { invalid } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { tags, toDraft } from '../routes-parts.ts'
import { type ListKind, listKinds } from '../rules/decision-list.ts'
import { CheckedListSchema, ListAskSchema, TakenListSchema } from './contract.ts'
import { checkList, takeList } from './desk.ts'

const root = '/api/organs/:organId/decision-lists'

const listIn = (request: FastifyRequest) => uploadIn(request, '请选择当月的清单（xlsx 或者 csv）')

const unreadable = (sentence: string) => invalid([{ field: 'file', message: sentence }])

function checkRoute(app: App, platform: Platform): void {
  app.post(
    `${root}/check`,
    {
      ...toDraft,
      schema: {
        summary: '检查双公示清单，不保存',
        tags,
        params: OrganParams,
        querystring: ListAskSchema,
        response: { 200: CheckedListSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const file = { organId, personId, ...request.query, ...(await listIn(request)) }
      const answer = await checkList(platform, file)
      if (answer.kind === 'unreadable') throw unreadable(answer.sentence)
      return answer.list
    },
  )
}

function takeRoute(app: App, platform: Platform): void {
  app.post(
    root,
    {
      ...toDraft,
      schema: {
        summary: '导入双公示清单，成为草稿，发布以后计入年度报告；有一行错误就全部不导入',
        tags,
        params: OrganParams,
        querystring: ListAskSchema,
        response: { 200: TakenListSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const file = { organId, personId, ...request.query, ...(await listIn(request)) }
      const answer = await takeList(platform, file)
      if (answer.kind === 'unreadable') throw unreadable(answer.sentence)
      if (answer.kind === 'wrong') throw invalid(answer.errors)
      return answer.list
    },
  )
}

const headsOf = (kind: ListKind): ListColumn<never>[] =>
  Object.values(listKinds[kind].columns).map(({ label }) => ({ heading: label, width: 20, of: () => null }))

async function* none(): AsyncGenerator<never> {}

function templateRoute(app: App): void {
  app.get(
    `${root}/template`,
    {
      ...toDraft,
      schema: {
        summary: '双公示清单的模板（xlsx）',
        tags,
        params: OrganParams,
        querystring: Type.Object({ kind: ListAskSchema.properties.kind }),
      },
    },
    async (request, reply) => {
      const { kind } = request.query
      const name = `${listKinds[kind].label}清单模板`
      return reply
        .header('content-type', listMediaTypes.xlsx)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`)
        .send(listFile('xlsx', name, { columns: headsOf(kind), rows: none() }))
    },
  )
}

/** 双公示: the monthly lists of licences, penalties and coercion, checked and taken whole. */
export function decisionListRoutes(app: App, platform: Platform): void {
  checkRoute(app, platform)
  takeRoute(app, platform)
  templateRoute(app)
}
