import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { invalid } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { makePerson, resetPassword, setActive } from './accounts.ts'
import { byAdministrator, checkWholeAccount, NothingSchema } from './administration.ts'
import { audited } from './audit.ts'
import { HandedOutSchema, NewPersonSchema, PeopleAnswer, PersonParams, ResetSchema } from './contract.ts'
import { grantRole } from './holdings.ts'
import { peopleOf } from './people.ts'

const config = byAdministrator
const tags = ['人员']

/** The people of an organ and their accounts: by its administrator, or one of a government above. */
export function peopleRoutes(app: App, platform: Ground): void {
  app.get(
    '/api/organs/:organId/people',
    {
      config,
      schema: { tags, summary: '人员和角色', params: OrganParams, response: { 200: PeopleAnswer } },
    },
    async ({ params }) => ({ people: await peopleOf(platform.db, params.organId, platform.today()) }),
  )
  newPersonRoute(app, platform)
  passwordRoute(app, platform)
  lockRoutes(app, platform)
}

function newPersonRoute(app: App, platform: Ground): void {
  const response = { 201: HandedOutSchema }
  app.post(
    '/api/organs/:organId/people',
    { config, schema: { tags, summary: '新建人员', params: OrganParams, body: NewPersonSchema, response } },
    async (request, reply) => {
      const { organId } = request.params
      const { roles, ...account } = request.body
      const by = whoAsks(request).personId
      const subject = `${account.username} ${roles.join(' ')}`
      const deed = { organId, personId: by, action: 'personMade', subject } as const
      const made = await audited(platform.db, deed, async (transaction) => {
        const person = await makePerson(transaction, account, platform.now())
        if (person === null) {
          throw invalid([{ field: 'username', message: '这个用户名或电子邮箱已经有人使用。' }])
        }
        const rest = { fromOn: platform.today(), lastOn: null, grantedBy: by }
        for (const role of roles) {
          await grantRole(transaction, { organId, personId: person.personId, role, ...rest })
        }
        return person
      })
      return reply.code(201).send({ personId: made.personId, temporaryPassword: made.password })
    },
  )
}

function passwordRoute(app: App, platform: Ground): void {
  const response = { 200: HandedOutSchema }
  app.post(
    '/api/organs/:organId/people/:personId/password',
    { config, schema: { tags, summary: '重置密码', params: PersonParams, body: ResetSchema, response } },
    async (request) => {
      const { organId, personId } = request.params
      const actor = whoAsks(request)
      const how = { ...request.body, now: platform.now() }
      const deed = { organId, personId: actor.personId, action: 'passwordReset', subject: personId } as const
      const temporaryPassword = await audited(platform.db, deed, async (transaction) => {
        await checkWholeAccount({ db: transaction, today: platform.today() }, actor, request.params)
        return resetPassword(transaction, personId, how)
      })
      return { personId, temporaryPassword }
    },
  )
}

function lockRoutes(app: App, platform: Ground): void {
  for (const [path, active, action, summary] of [
    ['lock', false, 'personLocked', '停用账号'],
    ['unlock', true, 'personUnlocked', '启用账号'],
  ] as const) {
    app.post(
      `/api/organs/:organId/people/:personId/${path}`,
      { config, schema: { tags, summary, params: PersonParams, response: { 204: NothingSchema } } },
      async (request, reply) => {
        const { organId, personId } = request.params
        const actor = whoAsks(request)
        const deed = { organId, personId: actor.personId, action, subject: personId }
        await audited(platform.db, deed, async (transaction) => {
          await checkWholeAccount({ db: transaction, today: platform.today() }, actor, request.params)
          await setActive(transaction, personId, active)
        })
        return reply.code(204).send(null)
      },
    )
  }
}
