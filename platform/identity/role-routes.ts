import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { day } from '#time/day.ts'
import { personByUsername } from './accounts.ts'
import { byAdministrator, NothingSchema, no } from './administration.ts'
import { audited } from './audit.ts'
import { GrantSchema, PersonRoleParams } from './contract.ts'
import { endRole, grantRole } from './holdings.ts'

const config = byAdministrator
const tags = ['人员']
const response = { 204: NothingSchema }

/** Roles at an organ, granted and ended by its administrator, or one of a government above. */
export function roleRoutes(app: App, platform: Ground): void {
  const { db } = platform
  app.post(
    '/api/organs/:organId/roles',
    { config, schema: { tags, summary: '授予角色', params: OrganParams, body: GrantSchema, response } },
    async (request, reply) => {
      const { organId } = request.params
      const { username, role, fromOn = platform.today(), lastOn } = request.body
      const by = whoAsks(request).personId
      const person = await personByUsername(db, username)
      if (person === undefined) throw invalid([{ field: 'username', message: '没有这个用户名。' }])
      const { person_id: personId } = person
      if (personId === by) throw no('onOneself')
      if (lastOn !== undefined && lastOn < fromOn) {
        throw invalid([{ field: 'lastOn', message: '不能早于开始日期。' }])
      }
      const period = { fromOn: day(fromOn), lastOn: lastOn === undefined ? null : day(lastOn) }
      const deed = { organId, personId: by, action: 'roleGranted', subject: `${personId} ${role}` } as const
      await audited(db, deed, (transaction) =>
        grantRole(transaction, { organId, personId, role, ...period, grantedBy: by }),
      )
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/organs/:organId/people/:personId/roles/:role',
    { config, schema: { tags, summary: '终止角色', params: PersonRoleParams, response } },
    async (request, reply) => {
      const { organId, personId, role } = request.params
      const by = whoAsks(request).personId
      if (personId === by) throw no('onOneself')
      const deed = { organId, personId: by, action: 'roleEnded', subject: `${personId} ${role}` } as const
      await audited(db, deed, async (transaction) => {
        const ended = await endRole(transaction, { organId, personId, role, today: platform.today() })
        if (!ended) throw trouble('notFound')
      })
      return reply.code(204).send(null)
    },
  )
}
