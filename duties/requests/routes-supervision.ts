import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type ListFormat, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { supervisors, supervisorsAbove, supervisorsInside } from './case-roles.ts'
import {
  BelowFileQuery,
  BelowQuery,
  BelowSchema,
  FileQuery,
  SupervisionSchema,
} from './contract-supervision.ts'
import { supervision, workloadFile } from './supervision.ts'
import { belowFile, supervisionBelow } from './supervision-below.ts'

const tags = ['依申请公开']
const fromAbove = holders('organId', supervisorsAbove)

function ownRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/request-supervision',
    {
      config: holders('organId', supervisors, { anyOf: ['supervisor'], along: ['region', 'vertical'] }),
      schema: {
        summary: '本机关申请办理情况',
        tags,
        params: OrganParams,
        response: { 200: SupervisionSchema },
      },
    },
    (request) => {
      const { organId } = request.params
      const held = rolesAt(whoAsks(request), organId)
      const fromAbove = !held.some((role) => supervisorsInside.includes(role))
      return supervision(platform, organId, { fromAbove })
    },
  )
}

function belowRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/request-supervision/below',
    {
      config: fromAbove,
      schema: {
        summary: '下级各机关申请办理情况，不含申请内容和申请人信息',
        tags,
        params: OrganParams,
        querystring: BelowQuery,
        response: { 200: BelowSchema },
      },
    },
    (request) => supervisionBelow(platform, request.params.organId, request.query),
  )
  app.get(
    '/api/organs/:organId/request-supervision/below/export',
    {
      config: fromAbove,
      schema: {
        summary: '导出下级各机关申请办理情况（xlsx、CSV）',
        tags,
        params: OrganParams,
        querystring: BelowFileQuery,
      },
    },
    ({ params: { organId }, query: { format, ...list } }, reply) =>
      sendFile(
        reply,
        named('下级机关申请办理情况', platform, format),
        belowFile(platform, organId, list, format),
      ),
  )
}

function workloadRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/request-supervision/export',
    {
      config: holders('organId', supervisorsInside),
      schema: {
        summary: '导出各承办人办理情况（xlsx、CSV）',
        tags,
        params: OrganParams,
        querystring: FileQuery,
      },
    },
    async ({ params: { organId }, query: { format } }, reply) =>
      sendFile(
        reply,
        named('各承办人办理情况', platform, format),
        await workloadFile(platform, organId, format),
      ),
  )
}

const named = (what: string, platform: Platform, format: ListFormat) => ({
  name: `${what}${platform.today()}.${format}`,
  mediaType: listMediaTypes[format],
})

const sendFile = (reply: FastifyReply, { name, mediaType }: ReturnType<typeof named>, file: Readable) =>
  reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(file)

/** What the head of an office and the organ above it see of the requests: figures, due days, who holds what. */
export function supervisionRoutes(app: App, platform: Platform): void {
  ownRoute(app, platform)
  workloadRoute(app, platform)
  belowRoutes(app, platform)
}
