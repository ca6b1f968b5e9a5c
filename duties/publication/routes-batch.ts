import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { invalid } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import type { Platform } from '#platform/platform.ts'
import { opinionErrors, passTogether } from './batch.ts'
import { BatchAskSchema, BatchDoneSchema } from './contract-batch.ts'
import { tags } from './routes-parts.ts'
import { batchNames, batchRoles } from './rules/batch.ts'

/** Several items passed together where they stand: a level of review, 定稿, the release. */
export function batchRoutes(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/item-batches/:at',
    {
      config: holders('organId', batchRoles),
      schema: {
        summary: '成批审核、定稿、发布：逐条按同样的步骤办理，逐条答复',
        tags,
        params: Type.Object({ organId: Id, at: Type.Enum([...batchNames]) }),
        body: BatchAskSchema,
        response: { 200: BatchDoneSchema },
      },
    },
    async (request) => {
      const { organId, at } = request.params
      const errors = opinionErrors(at, request.body.opinion ?? '')
      if (errors.length > 0) throw invalid(errors)
      const onFault = (fault: unknown) => request.log.error(fault)
      return passTogether(platform, { organId, actor: whoAsks(request), at, onFault }, request.body)
    },
  )
}
