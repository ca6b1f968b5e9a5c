import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone, type FromAbove, holders, whoAsks } from '#platform/http/rights.ts'
import { type Actor, organsWhere } from '#platform/identity/actor.ts'
import { type AuditAction, audit } from '#platform/identity/audit.ts'
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
  changeRoutes(app, platform)
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

async function note(
  { db }: Ground,
  { personId }: Actor,
  { organId, action, subject }: { organId: string; action: AuditAction; subject: string },
): Promise<void> {
  await audit(db, { organId, personId, action, subject })
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
      const organId = await makeOrgan(platform.db, body, params.organId)
      await note(platform, whoAsks(request), { organId, action: 'organMade', subject: body.name })
      return answerOrgan(platform, organId)
    },
  )
}

function changeRoutes(app: App, platform: Ground): void {
  const { db } = platform
  app.post(
    '/api/organs/:organId/name',
    { config, schema: { ...answered, summary: '更名', body: RenameSchema } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      await checkMayReshape(platform, actor, organId)
      const fromOn = day(request.body.fromOn)
      await renameOrgan(db, organId, { ...request.body, fromOn, today: platform.today() })
      await note(platform, actor, { organId, action: 'organRenamed', subject: request.body.name })
      return answerOrgan(platform, organId)
    },
  )
  app.post(
    '/api/organs/:organId/parent',
    { config, schema: { ...answered, summary: '调整隶属关系', body: MoveSchema } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      await checkMayReshape(platform, actor, organId)
      await checkMayReceive(platform, actor, request.body.parentId)
      const fromOn = day(request.body.fromOn)
      await moveOrgan(db, { ...request.body, organId, fromOn, today: platform.today() })
      await note(platform, actor, { organId, action: 'organMoved', subject: request.body.parentId })
      return answerOrgan(platform, organId)
    },
  )
  app.post(
    '/api/organs/:organId/merger',
    { config, schema: { ...answered, summary: '合并、撤销', body: MergeSchema } },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      await checkMayReshape(platform, actor, organId)
      await checkMayReceive(platform, actor, request.body.successorId)
      const onDay = day(request.body.onDay)
      await mergeOrgan(db, { ...request.body, organId, onDay, today: platform.today() })
      await note(platform, actor, { organId, action: 'organMerged', subject: request.body.successorId })
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
      await saveContact(platform.db, organId, request.body)
      await note(platform, whoAsks(request), { organId, action: 'contactChanged', subject: '' })
      return answer
    },
  )
}
