import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { invalid, refused as refusedOnWire, trouble } from '#platform/http/problem.ts'
import { holders } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { type Actor, actorOf } from '#platform/identity/actor.ts'
import { StepAskSchema } from '#platform/ledger/contract.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { givenFor, officerContext } from './case-ground.ts'
import { caseRoles, caseWorkers } from './case-roles.ts'
import { caseView } from './case-view.ts'
import {
  AssigneesSchema,
  CaseViewSchema,
  FiledSchema,
  QueuePageSchema,
  QueueQuerySchema,
  RegisteredSchema,
  RegisterSchema,
  StepDoneSchema,
  TodaySchema,
} from './contract.ts'
import { type DeskAnswer, takeStep } from './desk.ts'
import { caseFile, keepFile } from './files.ts'
import { acknowledgeMove } from './moved-days.ts'
import { registerCase } from './open-case.ts'
import { assignees, queue, todayDesk } from './queue.ts'
import { checkRange } from './queue-range.ts'
import { exportRoutes } from './routes-export.ts'
import { feedRoutes } from './routes-feed.ts'
import { importRoutes } from './routes-import.ts'
import { personRoutes } from './routes-person.ts'
import { settingsRoutes } from './routes-settings.ts'
import { supervisionRoutes } from './routes-supervision.ts'
import { citeRefusal, type Refusal, sayRefusal, statusOfRefusal } from './rules/refusals.ts'
import { isStepName } from './rules/steps.ts'
import { suggestionRoutes } from './suggestions/routes.ts'

const CaseParams = Type.Object({ organId: Id, caseId: Id })
const StepParams = Type.Object({ organId: Id, caseId: Id, step: Type.String({ maxLength: 40 }) })
const FileParams = Type.Object({ organId: Id, caseId: Id, fileId: Id })

/** Under every address: an officer of the very organ, or nobody. */
const read = { config: holders('organId', caseRoles) }
const work = { config: holders('organId', caseWorkers) }

const refusalProblem = (refusal: Refusal) => {
  const cites = citeRefusal(refusal)
  const status = statusOfRefusal(refusal)
  if (status === 404) return trouble('notFound')
  const wording = { status, title: '不能办理', detail: sayRefusal(refusal) }
  return refusedOnWire(refusal.code, wording, cites ? [cites] : [])
}

/** What was done, or the problem document that says why not. */
function doneOr<T>(answer: DeskAnswer<T>): { kind: 'done' } & T {
  if (answer.kind === 'done') return answer
  throw answer.kind === 'refused' ? refusalProblem(answer.refusal) : invalid(answer.errors)
}

function officer(request: Parameters<typeof actorOf>[0]): Actor {
  const actor = actorOf(request)
  if (!actor) throw trouble('notSignedIn')
  return actor
}

function todayRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/today',
    {
      ...read,
      schema: {
        summary: '今日待办',
        tags: ['依申请公开'],
        params: OrganParams,
        response: { 200: TodaySchema },
      },
    },
    (request) => todayDesk(platform, request.params.organId, officer(request)),
  )
}

function queueRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/requests',
    {
      ...read,
      schema: {
        summary: '申请列表，可以排序、筛选',
        tags: ['依申请公开'],
        params: OrganParams,
        querystring: QueueQuerySchema,
        response: { 200: QueuePageSchema },
      },
    },
    (request) => {
      checkRange(request.query)
      return queue(platform, request.params.organId, officer(request), request.query)
    },
  )
  app.get(
    '/api/organs/:organId/request-assignees',
    {
      ...read,
      schema: {
        summary: '承办过申请的人员，用于筛选',
        tags: ['依申请公开'],
        params: OrganParams,
        response: { 200: AssigneesSchema },
      },
    },
    (request) => assignees(platform, request.params.organId),
  )
}

function caseRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/requests/:caseId',
    {
      ...read,
      schema: {
        summary: '一件申请',
        tags: ['依申请公开'],
        params: CaseParams,
        response: { 200: CaseViewSchema },
      },
    },
    async (request) => {
      const { organId, caseId } = request.params
      const view = await caseView(platform, organId, caseId, officer(request))
      if (!view) throw trouble('notFound')
      return view
    },
  )
}

function fileRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/requests/:caseId/files/:fileId',
    { ...read, schema: { summary: '下载卷内文件', tags: ['依申请公开'], params: FileParams } },
    async (request, reply) => {
      const { organId, caseId, fileId } = request.params
      const file = await caseFile(platform, organId, caseId, fileId, officer(request))
      if (!file) throw trouble('notFound')
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Buffer.from(file.bytes))
    },
  )
}

function registerRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/requests',
    {
      ...work,
      schema: {
        summary: '登记申请',
        tags: ['依申请公开'],
        params: OrganParams,
        body: RegisterSchema,
        response: { 200: RegisteredSchema },
      },
    },
    async (request) => {
      const { kind: _, ...registered } = doneOr(
        await registerCase(platform, request.params.organId, officer(request), request.body),
      )
      return registered
    },
  )
}

function stepRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/requests/:caseId/steps/:step',
    {
      ...work,
      schema: {
        summary: '办理一步',
        tags: ['依申请公开'],
        params: StepParams,
        body: StepAskSchema,
        response: { 200: StepDoneSchema },
      },
    },
    async (request) => {
      const { organId, caseId, step } = request.params
      if (!isStepName(step)) throw trouble('notFound')
      const context = officerContext(officer(request), organId, await givenFor(platform, organId))
      const { seq, warnings, letter } = doneOr(
        await takeStep(platform, organId, caseId, step, request.body, context),
      )
      return {
        caseId,
        seq,
        warnings,
        letter: letter && { fileId: letter.fileId, number: letter.number, name: letter.name },
      }
    },
  )
}

function seenRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/requests/:caseId/moves/seen',
    {
      ...work,
      schema: {
        summary: '知悉期限变动',
        tags: ['依申请公开'],
        params: CaseParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { organId, caseId } = request.params
      const isThere = await acknowledgeMove(platform, organId, caseId, officer(request).personId)
      if (!isThere) throw trouble('notFound')
      return reply.code(204).send(null)
    },
  )
}

function uploadRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/requests/:caseId/files',
    {
      ...work,
      schema: {
        summary: '上传卷内文件',
        tags: ['依申请公开'],
        params: CaseParams,
        response: { 200: FiledSchema },
      },
    },
    async (request) => {
      const { organId, caseId } = request.params
      const upload = await uploadIn(request)
      const stored = await keepFile(platform, {
        organId,
        caseId,
        ...upload,
        by: officer(request).personId,
      })
      if (stored.kind === 'notFound') throw trouble('notFound')
      if (stored.kind === 'refused') throw invalid([{ field: 'file', message: stored.sentence }])
      return { fileId: stored.fileId, name: stored.name, size: stored.size }
    },
  )
}

/** The JSON API of 依申请公开. */
export function requestRoutes(app: App, platform: Platform): void {
  todayRoute(app, platform)
  queueRoute(app, platform)
  caseRoute(app, platform)
  fileRoute(app, platform)
  registerRoute(app, platform)
  stepRoute(app, platform)
  seenRoute(app, platform)
  uploadRoute(app, platform)
  personRoutes(app, platform)
  suggestionRoutes(app, platform)
  settingsRoutes(app, platform)
  feedRoutes(app, platform)
  supervisionRoutes(app, platform)
  importRoutes(app, platform)
  exportRoutes(app, platform)
}
