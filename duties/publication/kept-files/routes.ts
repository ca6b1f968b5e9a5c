import type { App } from '#platform/http/app.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { type Actor, rolesAt } from '#platform/identity/actor.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { tags, toRead } from '../routes-parts.ts'
import { stepOf } from '../rules/steps.ts'
import { checkAllKept } from './check.ts'
import { KeptFilesPageSchema, KeptFilesQuery, type KeptFilesStand, KeptFilesStandSchema } from './contract.ts'
import { keptFilesFound } from './found.ts'
import { countsOf, kindsFound, stopAsking } from './queue.ts'

const root = '/api/organs/:organId/kept-files'
const { roles } = stepOf('checkKept')
const toCheck = { config: holders('organId', roles) }

async function standOf({ db }: Platform, organId: string, actor: Actor): Promise<KeptFilesStand> {
  const [counts, kinds] = await Promise.all([countsOf(db, organId), kindsFound(db, organId)])
  return { ...counts, kinds, mayCheck: rolesAt(actor, organId).some((role) => roles.includes(role)) }
}

function readRoutes(app: App, platform: Platform): void {
  app.get(
    root,
    {
      ...toRead,
      schema: {
        summary: '旧附件检查：进度和结果',
        tags,
        params: OrganParams,
        response: { 200: KeptFilesStandSchema },
      },
    },
    (request) => standOf(platform, request.params.organId, whoAsks(request)),
  )
  app.get(
    `${root}/items`,
    {
      ...toRead,
      schema: {
        summary: '旧附件有问题的信息',
        tags,
        params: OrganParams,
        querystring: KeptFilesQuery,
        response: { 200: KeptFilesPageSchema },
      },
    },
    (request) => keptFilesFound(platform, request.params.organId, request.query),
  )
}

/** The old attachments of an organ, all of them put through the gate at once. */
export function keptFilesRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  const schema = { tags, params: OrganParams, response: { 200: KeptFilesStandSchema } }
  app.post(
    `${root}/check`,
    { ...toCheck, schema: { summary: '检查全部旧附件', ...schema } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      await platform.db
        .transaction()
        .execute((tx) => checkAllKept(tx, platform, { organId, by: actor.personId }))
      return standOf(platform, organId, actor)
    },
  )
  app.post(
    `${root}/stop`,
    { ...toCheck, schema: { summary: '停止检查旧附件；已经检查的保留', ...schema } },
    async (request) => {
      const { organId } = request.params
      await stopAsking(platform.db, organId)
      return standOf(platform, organId, whoAsks(request))
    },
  )
}
