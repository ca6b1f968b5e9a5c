import { Type } from 'typebox'
import { listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { audit } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { caseRoles, readsApplicant } from './case-roles.ts'
import { QueueQuerySchema } from './contract.ts'
import { exportList } from './export.ts'
import { checkRange } from './queue-range.ts'

const { after: _after, limit: _limit, ...list } = QueueQuerySchema.properties
const ExportQuery = Type.Object({
  ...list,
  format: Type.Enum(['xlsx', 'csv']),
  /** The applicants' particulars, for the roles that need them; written down in the audit. */
  applicant: Type.Optional(Type.Boolean()),
})

/** Any list of requests as a file. */
export function exportRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/request-export',
    {
      config: holders('organId', caseRoles),
      schema: {
        summary: '导出申请列表（xlsx、CSV）',
        tags: ['依申请公开'],
        params: OrganParams,
        querystring: ExportQuery,
      },
    },
    async (request, reply) => {
      const { organId } = request.params
      const { format, applicant: withApplicant = false, ...query } = request.query
      checkRange(query)
      const actor = whoAsks(request)
      const mayRead = rolesAt(actor, organId).some((role) => readsApplicant.includes(role))
      if (withApplicant && !mayRead) throw trouble('forbidden', { detail: '您的角色不能导出申请人信息。' })
      if (withApplicant) {
        const subject = '导出申请列表，含申请人信息'
        await audit(platform.db, { organId, personId: actor.personId, action: 'fileOpened', subject })
      }
      const name = encodeURIComponent(`申请台账${platform.today()}.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(exportList(platform, { organId, actor, query, format, withApplicant }))
    },
  )
}
