import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { audit } from '#platform/identity/audit.ts'
import type { Platform } from '#platform/platform.ts'
import { archivePackage } from './archive/package.ts'
import { readsApplicant } from './case-roles.ts'
import { paper } from './papers.ts'
import { isPaperKind } from './rules/papers.ts'

const CaseParams = Type.Object({ organId: Id, caseId: Id })
const PaperParams = Type.Object({ ...CaseParams.properties, paper: Type.String({ maxLength: 40 }) })

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

/**
 * The archive package of a case as it stands, and its papers without a number, for those who need the applicant's
 * particulars; taking the package is written down.
 */
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
        .header('content-disposition', attachment(made.name))
        .send(Buffer.from(made.bytes))
    },
  )
  app.get(
    '/api/organs/:organId/requests/:caseId/papers/:paper',
    {
      config: holders('organId', readsApplicant),
      schema: { summary: '生成呈批单、移送告知书等表单', tags: ['依申请公开'], params: PaperParams },
    },
    async (request, reply) => {
      const { organId, caseId, paper: kind } = request.params
      const made = isPaperKind(kind) ? await paper(platform, organId, caseId, kind) : null
      if (!made) throw trouble('notFound')
      return reply
        .header('content-type', docx)
        .header('content-disposition', attachment(made.name))
        .send(Buffer.from(made.bytes))
    },
  )
}
