import { Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { invalid, refused, trouble, type Wording } from '#platform/http/problem.ts'
import { type FromAbove, holders, whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { isAbove } from '#platform/organs/tree.ts'
import { day } from '#time/day.ts'
import { makePerson, personByUsername, resetPassword, setActive } from './accounts.ts'
import { type Actor, organsWhere } from './actor.ts'
import { type AuditAction, audit, auditActions, auditEntries } from './audit.ts'
import {
  AuditAnswer,
  AuditQuery,
  CoverParams,
  CoverSchema,
  GrantSchema,
  HandedOutSchema,
  NewPersonSchema,
  PeopleAnswer,
  PersonParams,
  PersonRoleParams,
  ResetSchema,
  RoleSchema,
} from './contract.ts'
import { endCover, endRole, grantRole, isKnownAt, organsHeld, setCover } from './holdings.ts'
import { peopleOf } from './people.ts'

const administrator = ['administrator'] as const
const fromAbove: FromAbove = { anyOf: administrator, along: ['region'] }
const config = holders('organId', administrator, fromAbove)
const tags = ['人员']
const nothing = Type.Null({ description: '已完成' })

type Refusal = 'onOneself' | 'heldElsewhere' | 'nothingToCover'

const words: Record<Refusal, Wording> = {
  onOneself: {
    status: 409,
    title: '不能对自己办理',
    detail: '不能给自己授予或终止角色、停用或重置自己的账号，请由其他管理员或上级政府的管理员办理。',
  },
  heldElsewhere: {
    status: 409,
    title: '该人员还在其他单位任职',
    detail: '停用账号和重置密码会影响其他单位，请由共同的上级政府的管理员办理。',
  },
  nothingToCover: {
    status: 409,
    title: '没有可以代理的角色',
    detail: '被代理人在这段时间没有角色，或者代理人本来就有相同的角色。',
  },
}
const no = (refusal: Refusal) => refused(refusal, words[refusal])

/** The people of an organ, their roles and stand-ins: by its administrator, or one of a government above. */
export function peopleRoutes(app: App, platform: Ground): void {
  listRoutes(app, platform)
  accountRoutes(app, platform)
  roleRoutes(app, platform)
  coverRoutes(app, platform)
}

interface Deed {
  organId: string
  action: AuditAction
  subject: string
}

const note = (platform: Ground, { personId }: Actor, deed: Deed) => audit(platform.db, { ...deed, personId })

function listRoutes(app: App, platform: Ground): void {
  const { db } = platform
  app.get(
    '/api/organs/:organId/people',
    { config, schema: { tags, summary: '人员和角色', params: OrganParams, response: { 200: PeopleAnswer } } },
    async ({ params }) => ({ people: await peopleOf(db, params.organId, platform.today()) }),
  )
  const page = 50
  app.get(
    '/api/organs/:organId/audit',
    {
      config: holders('organId', ['administrator', 'auditor'], fromAbove),
      schema: {
        tags,
        summary: '操作记录',
        params: OrganParams,
        querystring: AuditQuery,
        response: { 200: AuditAnswer },
      },
    },
    async ({ params, query }) => {
      const rows = await auditEntries(db, params.organId, { before: query.before, limit: page })
      const labels: Record<string, string> = auditActions
      const entries = rows.map(({ entry_id: entryId, at, action, subject, name: who }) => ({
        entryId,
        at,
        who,
        action,
        label: labels[action] ?? action,
        subject,
      }))
      return { entries, next: rows.length < page ? null : (rows.at(-1)?.entry_id ?? null) }
    },
  )
}

// An account is one for all organs: whoever changes it must administer every organ where its person holds a role.
async function checkWholeAccount(
  platform: Ground,
  actor: Actor,
  { organId, personId }: { organId: string; personId: string },
): Promise<void> {
  if (!(await isKnownAt(platform.db, organId, personId))) throw trouble('notFound')
  if (personId === actor.personId) throw no('onOneself')
  const administered = organsWhere(actor, administrator)
  for (const held of await organsHeld(platform.db, personId, platform.today())) {
    const inCare = administered.includes(held) || (await isAbove(platform.db, administered, held, ['region']))
    if (!inCare) throw no('heldElsewhere')
  }
}

function accountRoutes(app: App, platform: Ground): void {
  const { db } = platform
  app.post(
    '/api/organs/:organId/people',
    {
      config,
      schema: {
        tags,
        summary: '新建人员',
        params: OrganParams,
        body: NewPersonSchema,
        response: { 201: HandedOutSchema },
      },
    },
    async (request, reply) => {
      const { organId } = request.params
      const { roles, ...account } = request.body
      const actor = whoAsks(request)
      const made = await db.transaction().execute(async (transaction) => {
        const person = await makePerson(transaction, account, platform.now())
        if (person === null)
          throw invalid([{ field: 'username', message: '这个用户名或电子邮箱已经有人使用。' }])
        const { personId } = person
        const rest = { fromOn: platform.today(), lastOn: null, grantedBy: actor.personId }
        for (const role of roles) await grantRole(transaction, { organId, personId, role, ...rest })
        return person
      })
      await note(platform, actor, {
        organId,
        action: 'personMade',
        subject: `${account.username} ${roles.join(' ')}`,
      })
      return reply.code(201).send({ personId: made.personId, temporaryPassword: made.password })
    },
  )
  app.post(
    '/api/organs/:organId/people/:personId/password',
    {
      config,
      schema: {
        tags,
        summary: '重置密码',
        params: PersonParams,
        body: ResetSchema,
        response: { 200: HandedOutSchema },
      },
    },
    async (request) => {
      const { organId, personId } = request.params
      const actor = whoAsks(request)
      await checkWholeAccount(platform, actor, request.params)
      const { alsoSecondFactor } = request.body
      const temporaryPassword = await resetPassword(db, personId, { alsoSecondFactor, now: platform.now() })
      await note(platform, actor, { organId, action: 'passwordReset', subject: personId })
      return { personId, temporaryPassword }
    },
  )
  for (const [path, active, action, summary] of [
    ['lock', false, 'personLocked', '停用账号'],
    ['unlock', true, 'personUnlocked', '启用账号'],
  ] as const) {
    app.post(
      `/api/organs/:organId/people/:personId/${path}`,
      { config, schema: { tags, summary, params: PersonParams, response: { 204: nothing } } },
      async (request, reply) => {
        const { organId, personId } = request.params
        const actor = whoAsks(request)
        await checkWholeAccount(platform, actor, request.params)
        await setActive(db, personId, active)
        await note(platform, actor, { organId, action, subject: personId })
        return reply.code(204).send(null)
      },
    )
  }
}

const roleSubject = (personId: string, role: Role): string => `${personId} ${role}`

function roleRoutes(app: App, platform: Ground): void {
  const { db } = platform
  app.post(
    '/api/organs/:organId/roles',
    {
      config,
      schema: {
        tags,
        summary: '授予角色',
        params: OrganParams,
        body: GrantSchema,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { organId } = request.params
      const { username, role, fromOn = platform.today(), lastOn } = request.body
      const actor = whoAsks(request)
      const person = await personByUsername(db, username)
      if (person === undefined) throw invalid([{ field: 'username', message: '没有这个用户名。' }])
      if (person.person_id === actor.personId) throw no('onOneself')
      if (lastOn !== undefined && lastOn < fromOn)
        throw invalid([{ field: 'lastOn', message: '不能早于开始日期。' }])
      const period = { fromOn: day(fromOn), lastOn: lastOn === undefined ? null : day(lastOn) }
      await grantRole(db, { organId, personId: person.person_id, role, ...period, grantedBy: actor.personId })
      await note(platform, actor, {
        organId,
        action: 'roleGranted',
        subject: roleSubject(person.person_id, role),
      })
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/organs/:organId/people/:personId/roles/:role',
    { config, schema: { tags, summary: '终止角色', params: PersonRoleParams, response: { 204: nothing } } },
    async (request, reply) => {
      const { organId, personId, role } = request.params
      const actor = whoAsks(request)
      if (personId === actor.personId) throw no('onOneself')
      if (!(await endRole(db, { organId, personId, role, today: platform.today() })))
        throw trouble('notFound')
      await note(platform, actor, { organId, action: 'roleEnded', subject: roleSubject(personId, role) })
      return reply.code(204).send(null)
    },
  )
}

function coverRoutes(app: App, platform: Ground): void {
  const { db } = platform
  const answered = Type.Object({ roles: Type.Array(RoleSchema) })
  app.post(
    '/api/organs/:organId/covers',
    {
      config,
      schema: {
        tags,
        summary: '设置代理',
        params: OrganParams,
        body: CoverSchema,
        response: { 200: answered },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { absentId, standInId } = request.body
      const actor = whoAsks(request)
      const [fromOn, lastOn] = [day(request.body.fromOn), day(request.body.lastOn)]
      if (standInId === actor.personId) throw no('onOneself')
      if (lastOn < fromOn) throw invalid([{ field: 'lastOn', message: '不能早于开始日期。' }])
      if (standInId === absentId) throw invalid([{ field: 'standInId', message: '代理人不能是本人。' }])
      for (const [field, personId] of Object.entries({ absentId, standInId })) {
        if (!(await isKnownAt(db, organId, personId)))
          throw invalid([{ field, message: '请选择本单位的人员。' }])
      }
      const cover = { organId, absentId, standInId, fromOn, lastOn, grantedBy: actor.personId }
      const roles = await setCover(db, cover)
      if (roles.length === 0) throw no('nothingToCover')
      await note(platform, actor, { organId, action: 'coverSet', subject: `${standInId} → ${absentId}` })
      return { roles }
    },
  )
  app.delete(
    '/api/organs/:organId/covers/:absentId/:standInId',
    { config, schema: { tags, summary: '终止代理', params: CoverParams, response: { 204: nothing } } },
    async (request, reply) => {
      const { organId, absentId, standInId } = request.params
      const ended = await endCover(db, { organId, absentId, standInId, today: platform.today() })
      if (!ended) throw trouble('notFound')
      await note(platform, whoAsks(request), {
        organId,
        action: 'coverEnded',
        subject: `${standInId} → ${absentId}`,
      })
      return reply.code(204).send(null)
    },
  )
}
