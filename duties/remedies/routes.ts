import { Type } from 'typebox'
import { caseRoles, caseWorkers, readsApplicant } from '#duties/requests/case-roles.ts'
import { fileRefusals } from '#platform/files/refusals.ts'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { invalid, refused as refusedOnWire, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OpeningSchema, StepAskSchema } from '#platform/ledger/contract.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import {
  RemedyAskSchema,
  RemedyDoneSchema,
  RemedyFiledSchema,
  RemedyPageSchema,
  RemedyQuerySchema,
  RemedyViewSchema,
} from './contract.ts'
import { beginRemedy, movedOnWords, type RemedyDeskAnswer, takeRemedyStep } from './desk.ts'
import { remedyRefusals, sayRemedyRefusal } from './rules/refusals.ts'
import { isRemedyStep } from './rules/steps.ts'
import { remedyFacts } from './store.ts'
import { remedyList, remedyOffer, remedyView } from './view.ts'

const CaseParams = Type.Object({ organId: Id, caseId: Id })
const StepParams = Type.Object({ organId: Id, caseId: Id, step: Type.String({ maxLength: 40 }) })
const FileParams = Type.Object({ organId: Id, caseId: Id, fileId: Id })

const read = { config: holders('organId', caseRoles) }
/** What is in the file is sealed: it opens to those only who need the party's particulars. */
const readFiles = { config: holders('organId', readsApplicant) }
const work = { config: holders('organId', caseWorkers) }
const tags = ['行政复议、行政诉讼']

type Asked = Parameters<typeof whoAsks>[0]

function clerkOf(request: Asked, organId: string) {
  const actor = whoAsks(request)
  return { personId: actor.personId, roles: rolesAt(actor, organId) }
}

function doneOr(answer: RemedyDeskAnswer) {
  switch (answer.kind) {
    case 'done':
      return { caseId: answer.caseId, seq: answer.seq }
    case 'notFound':
      throw trouble('notFound')
    case 'movedOn':
      throw refusedOnWire('changedMeanwhile', { status: 409, title: '不能办理', detail: movedOnWords })
    case 'invalid':
      throw invalid(answer.errors)
    case 'refused': {
      const { httpStatus: status, ...words } = remedyRefusals[answer.code]
      const wording = { status, title: '不能办理', detail: sayRemedyRefusal(answer) }
      throw refusedOnWire(answer.code, wording, 'cites' in words && words.cites ? [words.cites] : [])
    }
  }
}

/** The JSON API of 行政复议、行政诉讼. */
export function remedyRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  stepRoutes(app, platform)
  fileRoutes(app, platform)
}

function readRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/remedies',
    {
      ...read,
      schema: {
        summary: '行政复议、行政诉讼案件列表',
        tags,
        params: OrganParams,
        querystring: RemedyQuerySchema,
        response: { 200: RemedyPageSchema },
      },
    },
    (request) => remedyList(platform, request.params.organId, request.query),
  )
  app.get(
    '/api/organs/:organId/remedies/opening',
    {
      ...read,
      schema: {
        summary: '登记案件须填写的内容',
        tags,
        params: OrganParams,
        response: { 200: OpeningSchema },
      },
    },
    (request) => {
      const { personId: by, roles } = clerkOf(request, request.params.organId)
      return { offer: remedyOffer('begin', undefined, { today: platform.today(), by, roles }) }
    },
  )
  app.get(
    '/api/organs/:organId/remedies/:caseId',
    {
      ...read,
      schema: { summary: '一个案件', tags, params: CaseParams, response: { 200: RemedyViewSchema } },
    },
    async (request) => {
      const { organId, caseId } = request.params
      const view = await remedyView(platform, organId, caseId, clerkOf(request, organId))
      if (!view) throw trouble('notFound')
      return view
    },
  )
}

function stepRoutes(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/remedies',
    {
      ...work,
      schema: {
        summary: '登记案件',
        tags,
        params: OrganParams,
        body: RemedyAskSchema,
        response: { 200: RemedyDoneSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      return doneOr(await beginRemedy(platform, organId, request.body, clerkOf(request, organId)))
    },
  )
  app.post(
    '/api/organs/:organId/remedies/:caseId/steps/:step',
    {
      ...work,
      schema: {
        summary: '办理一步',
        tags,
        params: StepParams,
        body: StepAskSchema,
        response: { 200: RemedyDoneSchema },
      },
    },
    async (request) => {
      const { organId, caseId, step } = request.params
      if (!isRemedyStep(step)) throw trouble('notFound')
      const clerk = clerkOf(request, organId)
      return doneOr(await takeRemedyStep(platform, organId, caseId, step, request.body, clerk))
    },
  )
}

function fileRoutes(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/remedies/:caseId/files',
    {
      ...work,
      schema: { summary: '上传卷内文件', tags, params: CaseParams, response: { 200: RemedyFiledSchema } },
    },
    async (request) => {
      const { organId, caseId } = request.params
      if ((await remedyFacts(platform.db, organId, caseId)).length === 0) throw trouble('notFound')
      const upload = await uploadIn(request)
      const stored = await platform.files.store(platform.db, {
        organId,
        caseId,
        ...upload,
        sealed: true,
        by: whoAsks(request).personId,
        at: platform.now().toISOString(),
      })
      if (stored.kind === 'refused')
        throw invalid([{ field: 'file', message: fileRefusals[stored.code](stored.name) }])
      return { fileId: stored.file.file_id, name: stored.file.name }
    },
  )
  app.get(
    '/api/organs/:organId/remedies/:caseId/files/:fileId',
    { ...readFiles, schema: { summary: '下载卷内文件', tags, params: FileParams } },
    async (request, reply) => {
      const { organId, caseId, fileId } = request.params
      const opened = await platform.files.open(platform.db, organId, fileId)
      if (opened?.file.case_id !== caseId) throw trouble('notFound')
      return reply
        .header('content-type', opened.file.media_type)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(opened.file.name)}`)
        .send(Buffer.from(opened.bytes))
    },
  )
}
