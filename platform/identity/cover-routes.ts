import { type Static, Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { day } from '#time/day.ts'
import type { Actor } from './actor.ts'
import { byAdministrator, NothingSchema, no } from './administration.ts'
import { audited } from './audit.ts'
import { CoverParams, CoverSchema, RoleSchema } from './contract.ts'
import { type Cover, endCover, isKnownAt, setCover } from './holdings.ts'

const config = byAdministrator
const tags = ['人员']

/** Absence cover at an organ, set and ended by its administrator, or one of a government above. */
export function coverRoutes(app: App, platform: Ground): void {
  const { db } = platform
  const response = { 200: Type.Object({ roles: Type.Array(RoleSchema) }) }
  app.post(
    '/api/organs/:organId/covers',
    { config, schema: { tags, summary: '设置代理', params: OrganParams, body: CoverSchema, response } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      const cover = await checkedCover(db, { organId, actor, asked: request.body })
      const subject = `${cover.standInId} → ${cover.absentId}`
      const deed = { organId, personId: actor.personId, action: 'coverSet', subject } as const
      const roles = await audited(db, deed, async (transaction) => {
        const covered = await setCover(transaction, cover)
        if (covered.length === 0) throw no('nothingToCover')
        return covered
      })
      return { roles }
    },
  )
  app.delete(
    '/api/organs/:organId/covers/:absentId/:standInId',
    { config, schema: { tags, summary: '终止代理', params: CoverParams, response: { 204: NothingSchema } } },
    async (request, reply) => {
      const { organId, absentId, standInId } = request.params
      const subject = `${standInId} → ${absentId}`
      const deed = { organId, personId: whoAsks(request).personId, action: 'coverEnded', subject } as const
      await audited(db, deed, async (transaction) => {
        const ended = await endCover(transaction, { organId, absentId, standInId, today: platform.today() })
        if (!ended) throw trouble('notFound')
      })
      return reply.code(204).send(null)
    },
  )
}

async function checkedCover(
  db: Ground['db'],
  { organId, actor, asked }: { organId: string; actor: Actor; asked: Static<typeof CoverSchema> },
): Promise<Cover> {
  const { absentId, standInId } = asked
  const [fromOn, lastOn] = [day(asked.fromOn), day(asked.lastOn)]
  if (standInId === actor.personId) throw no('onOneself')
  if (lastOn < fromOn) throw invalid([{ field: 'lastOn', message: '不能早于开始日期。' }])
  if (standInId === absentId) throw invalid([{ field: 'standInId', message: '代理人不能是本人。' }])
  for (const [field, personId] of Object.entries({ absentId, standInId })) {
    if (!(await isKnownAt(db, organId, personId))) {
      throw invalid([{ field, message: '请选择本单位的人员。' }])
    }
  }
  return { organId, absentId, standInId, fromOn, lastOn, grantedBy: actor.personId }
}
