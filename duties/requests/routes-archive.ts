import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { audit } from '#platform/identity/audit.ts'
import type { Platform } from '#platform/platform.ts'
import { archivePackage } from './archive/package.ts'
import { readsApplicant } from './case-roles.ts'

const Id = Type.String({ format: 'uuid' })
const CaseParams = Type.Object({ organId: Id, caseId: Id })

/** The archive package of a case as it stands, for those who need the applicant's particulars; taking it is written down. */
export function archiveRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/requests/:caseId/archive-package',
    {
      config: holders('organId', readsApplicant),
      schema: { summary: '下载档案包', tags: ['依申请公开'], params: CaseParams },
    },
    async (request, reply) => {
      const { organId, caseId } = request.params
      const made = await archivePackage(platform, organId, caseId)
      if (!made) throw trouble('notFound')
      const { personId } = whoAsks(request)
      await audit(platform.db, { organId, personId, action: 'fileOpened', subject: `档案包 ${caseId}` })
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(made.name)}`)
        .send(Buffer.from(made.bytes))
    },
  )
}
