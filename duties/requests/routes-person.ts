import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { trouble } from '#platform/http/problem.ts'
import { holders } from '#platform/http/rights.ts'
import type { Platform } from '#platform/platform.ts'
import { factsOf } from './case-ground.ts'
import { readsApplicant } from './case-roles.ts'
import { FeeProposalSchema } from './person/contract.ts'
import { feeProposal } from './person/same-person.ts'
import { fold } from './rules/request.ts'

const tags = ['依申请公开']
const CaseParams = Type.Object({ organId: Id, caseId: Id })
const PagesQuery = Type.Object({ pages: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })) })

/** What is drawn from several requests together: the fee that could be proposed. */
export function personRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/requests/:caseId/fee-proposal',
    {
      config: holders('organId', readsApplicant),
      schema: {
        summary: '信息处理费测算，仅供参考，是否收取由本机关决定',
        tags,
        params: CaseParams,
        querystring: PagesQuery,
        response: { 200: FeeProposalSchema },
      },
    },
    async ({ params: { organId, caseId }, query: { pages = null } }) => {
      const c = fold(await factsOf(platform, organId, caseId))
      const proposal = c && (await feeProposal(platform.db, { organId, caseId, c }, pages))
      if (!proposal) throw trouble('notFound')
      return proposal
    },
  )
}
