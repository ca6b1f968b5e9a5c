import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone, type FromAbove, holders, whoAsks } from '#platform/http/rights.ts'
import { type Actor, organsWhere } from '#platform/identity/actor.ts'
import { audited } from '#platform/identity/audit.ts'
import { day } from '#time/day.ts'
import { makeOrgan, mergeOrgan, moveOrgan, renameOrgan, saveContact } from './changes.ts'
import {
  ContactSchema,
  MergeSchema,
  MoveSchema,
  NewOrganSchema,
  type Organ,
  OrganAnswer,
  OrganPageSchema,
  OrganParams,
  RenameSchema,
  TreeAnswer,
  TreeQuery,
} from './contract.ts'
import { organPage } from './page.ts'
import { childrenOf, isAbove, organById } from './tree.ts'

const administrator = ['administrator'] as const
const governmentAbove: FromAbove = { anyOf: administrator, along: ['region'] }
const config = holders('organId', administrator, governmentAbove)
const tags = ['机关']
const answered = { tags, params: OrganParams, response: { 200: OrganAnswer } }

/** The tree of organs, open to all; its changes, by the administrator of the government above. */
export function organRoutes(app: App, platform: Ground): void {
  readRoutes(app, platform)
  newOrganRoutes(app, platform)
  renameRoute(app, platform)
  moveRoute(app, platform)
  mergerRoute(app, platform)
  contactRoute(app, platform)
}

function readRoutes(app: App, platform: Ground): void {
  const { db } = platform
  app.get(
    '/api/organs',
    {
      config: anyone,
      schema: { tags, summary: '下级机关', querystring: TreeQuery, response: { 200: TreeAnswer } },
    },
    async ({ query: { parent = null, axis = 'region' } }) => ({
      organs: await childrenOf(db, parent, axis, platform.today()),
    }),
  )
  app.get(
    '/api/organs/:organId',
    {
      config: anyone,
      schema: { tags, summary: '机关信息', params: OrganParams, response: { 200: OrganPageSchema } },
    },
    async ({ params }) => {
      const page = await organPage(db, params.organId, platform.today())
      if (page === undefined) throw trouble('notFound')
      return page
    },
  )
}

async function answerOrgan(platform: Ground, organId: string): Promise<{ organ: Organ }> {
  const organ = await organById(platform.db, organId, platform.today())
  if (organ === undefined) throw trouble('notFound')
  return { organ }
}

// The government above decides on an organ's name and place; the organ at the top decides for itself.
async function checkMayReshape({ db }: Ground, actor: Actor, organId: string): Promise<void> {
  const administered = organsWhere(actor, administrator)
  if (await isAbove(db, administered, organId, ['region'])) return
  const parent = await db
    .selectFrom('organ_closure')
    .select('organ_id')
    .where('descendant_id', '=', organId)
    .where('axis', '=', 'region')
    .where('depth', '=', 1)
    .executeTakeFirst()
  if (parent === undefined && administered.includes(organId)) return
  throw trouble('forbidden', { detail: '机关的名称和隶属关系由上级政府的管理员调整。' })
}

// The organ that receives must be in the administrator's care too.
async function checkMayReceive({ db }: Ground, actor: Actor, organId: string): Promise<void> {
  const administered = organsWhere(actor, administrator)
  if (administered.includes(organId) || (await isAbove(db, administered, organId, ['region']))) return
  throw trouble('forbidden', { detail: '接收的机关不在您管理的范围内，请由共同的上级政府的管理员调整。' })
}

function newOrganRoutes(app: App, platform: Ground): void {
  app.post(
    '/api/organs/:organId/below',
    { config, schema: { ...answered, summary: '新设下级机关', body: NewOrganSchema } },
    async (request) => {
      const { body, params } = request
      if (body.fromOn > platform.today()) {
        throw trouble('invalid', { errors: [{ field: 'fromOn', message: '请填写今天或以前的日期。' }] })
      }
      const deed = { personId: whoAsks(request).personId, action: 'organMade', subject: body.name } as const
      const made = await audited(
        platform.db,
        (organId: string) => ({ ...deed, organId }),
        (transaction) => makeOrgan(transaction, body, params.organId),
      )
      return answerOrgan(platform, made)
    },
  )
}

function renameRoute(app: App, platform: Ground): void {
  app.post(
    '/api/organs/:organId/name',
    { config, schema: { ...answered, summary: '更名', body: RenameSchema } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      await checkMayReshape(platform, actor, organId)
      const change = { ...request.body, fromOn: day(request.body.fromOn), today: platform.today() }
      const deed = {
        organId,
        personId: actor.personId,
        action: 'organRenamed',
        subject: change.name,
      } as const
      await audited(platform.db, deed, (transaction) => renameOrgan(transaction, organId, change))
      return answerOrgan(platform, organId)
    },
  )
}

function moveRoute(app: App, platform: Ground): void {
  app.post(
    '/api/organs/:organId/parent',
    { config, schema: { ...answered, summary: '调整隶属关系', body: MoveSchema } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      const { parentId: subject } = request.body
      await checkMayReshape(platform, actor, organId)
      await checkMayReceive(platform, actor, subject)
      const place = { ...request.body, organId, fromOn: day(request.body.fromOn), today: platform.today() }
      const deed = { organId, personId: actor.personId, action: 'organMoved', subject } as const
      await audited(platform.db, deed, (transaction) => moveOrgan(transaction, place))
      return answerOrgan(platform, organId)
    },
  )
}

function mergerRoute(app: App, platform: Ground): void {
  app.post(
    '/api/organs/:organId/merger',
    { config, schema: { ...answered, summary: '合并、撤销', body: MergeSchema } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      const { successorId: subject } = request.body
      await checkMayReshape(platform, actor, organId)
      await checkMayReceive(platform, actor, subject)
      const merger = { ...request.body, organId, onDay: day(request.body.onDay), today: platform.today() }
      const deed = { organId, personId: actor.personId, action: 'organMerged', subject } as const
      await audited(platform.db, deed, (transaction) => mergeOrgan(transaction, merger))
      return answerOrgan(platform, organId)
    },
  )
}

function contactRoute(app: App, platform: Ground): void {
  app.put(
    '/api/organs/:organId/contact',
    { config, schema: { ...answered, summary: '修改机关信息', body: ContactSchema } },
    async (request) => {
      const { organId } = request.params
      const answer = await answerOrgan(platform, organId)
      const deed = { organId, personId: whoAsks(request).personId, action: 'contactChanged' } as const
      await audited(platform.db, deed, (transaction) => saveContact(transaction, organId, request.body))
      return answer
    },
  )
}
