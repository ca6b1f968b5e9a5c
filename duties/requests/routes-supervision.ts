import type { Role } from '#law/roles.ts'
import { listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { BelowFileQuery, BelowQuery, BelowSchema, SupervisionSchema } from './contract-supervision.ts'
import { belowFile, supervision, supervisionBelow } from './supervision.ts'

const tags = ['依申请公开']
const fromAbove = holders('organId', ['supervisor', 'officeHead', 'leader'])
const ofTheOrgan: readonly Role[] = ['officeHead', 'leader', 'auditor', 'supervisor']

function ownRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/request-supervision',
    {
      config: holders('organId', ofTheOrgan, { anyOf: ['supervisor'], along: ['region', 'vertical'] }),
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
      const fromAbove = !held.some((role) => role !== 'supervisor' && ofTheOrgan.includes(role))
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
    ({ params: { organId }, query: { axis = 'region', format } }, reply) =>
      reply
        .header('content-type', listMediaTypes[format])
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(`下级机关申请办理情况${platform.today()}.${format}`)}`,
        )
        .send(belowFile(platform, organId, axis, format)),
  )
}

/** What the head of an office and the organ above it see of the requests: figures, due days, who holds what. */
export function supervisionRoutes(app: App, platform: Platform): void {
  ownRoute(app, platform)
  belowRoutes(app, platform)
}
