import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { StepAskSchema } from '#platform/ledger/contract.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { comparison } from './compare.ts'
import {
  AutosaveAskSchema,
  ComparisonSchema,
  DraftAskSchema,
  DraftedSchema,
  FileShownSchema,
  ItemStepDoneSchema,
  ItemViewSchema,
  MendAskSchema,
} from './contract-desk.ts'
import { givenFor, officerContext, takeItemStep } from './desk.ts'
import { draftItem } from './draft-item.ts'
import { itemFile, keepItemFile } from './files.ts'
import { autosave, itemRowOf } from './item-store.ts'
import { itemView } from './item-view.ts'
import { keptFilesRoutes } from './kept-files/routes.ts'
import { decisionListRoutes } from './lists/routes.ts'
import { mendItem } from './mend.ts'
import { proveJob } from './record.ts'
import { registerRoutes } from './register/routes.ts'
import { batchRoutes } from './routes-batch.ts'
import { gateSettingsRoutes } from './routes-gate-settings.ts'
import { listRoutes } from './routes-lists.ts'
import {
  doneOr,
  ItemFileParams,
  ItemParams,
  ItemStepParams,
  tags,
  textLimit,
  toDraft,
  toRead,
  toWork,
} from './routes-parts.ts'
import { publicationSettingsRoutes } from './routes-settings.ts'
import { isStepName } from './rules/steps.ts'

function draftRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/items',
    {
      ...toDraft,
      bodyLimit: textLimit,
      schema: {
        summary: '拟稿',
        tags,
        params: OrganParams,
        body: DraftAskSchema,
        response: { 200: DraftedSchema },
      },
    },
    async (request) => {
      const { kind: _, ...drafted } = doneOr(
        await draftItem(platform, request.params.organId, whoAsks(request), request.body),
      )
      return drafted
    },
  )
}

function itemRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/items/:itemId',
    {
      ...toRead,
      schema: { summary: '一条信息', tags, params: ItemParams, response: { 200: ItemViewSchema } },
    },
    async (request) => {
      const { organId, itemId } = request.params
      const view = await itemView(platform, organId, itemId, whoAsks(request))
      if (!view) throw trouble('notFound')
      return view
    },
  )
}

function stepRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/items/:itemId/steps/:step',
    {
      ...toWork,
      bodyLimit: textLimit,
      schema: {
        summary: '办理一步',
        tags,
        params: ItemStepParams,
        body: StepAskSchema,
        response: { 200: ItemStepDoneSchema },
      },
    },
    async (request) => {
      const { organId, itemId, step } = request.params
      if (!isStepName(step)) throw trouble('notFound')
      const given = await givenFor(platform, organId)
      const context = officerContext(platform, given, whoAsks(request), organId)
      const answer = await takeItemStep(platform, organId, itemId, step, request.body, context, given.gate)
      const { seq, warnings, dropped } = doneOr(answer)
      if (step === 'checkWithdrawal')
        await platform.jobs.add(platform.db, proveJob, { organId, itemId }, { key: `prove:${itemId}` })
      return { itemId, seq, warnings, dropped }
    },
  )
}

function mendRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/items/:itemId/mends',
    {
      ...toDraft,
      schema: {
        summary: '按提示改正：遮盖、清除隐藏内容和属性',
        tags,
        params: ItemParams,
        body: MendAskSchema,
        response: { 200: ItemStepDoneSchema },
      },
    },
    async (request) => {
      const { organId, itemId } = request.params
      const answer = await mendItem(platform, organId, itemId, whoAsks(request), request.body)
      const { seq, warnings, dropped } = doneOr(answer)
      return { itemId, seq, warnings, dropped }
    },
  )
}

function autosaveRoute(app: App, platform: Platform): void {
  app.put(
    '/api/organs/:organId/items/:itemId/autosave',
    {
      ...toDraft,
      bodyLimit: textLimit,
      schema: {
        summary: '自动保存正在撰写的内容',
        tags,
        params: ItemParams,
        body: AutosaveAskSchema,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { organId, itemId } = request.params
      if (!(await itemRowOf(platform.db, organId, itemId))) throw trouble('notFound')
      await autosave(platform.db, {
        organId,
        itemId,
        personId: whoAsks(request).personId,
        ...request.body,
        at: platform.now().toISOString(),
      })
      return reply.code(204).send(null)
    },
  )
}

function uploadRoute(app: App, platform: Platform): void {
  app.post(
    '/api/organs/:organId/items/:itemId/files',
    {
      ...toDraft,
      schema: { summary: '上传附件', tags, params: ItemParams, response: { 200: FileShownSchema } },
    },
    async (request) => {
      const { organId, itemId } = request.params
      const upload = await uploadIn(request)
      const by = whoAsks(request).personId
      const kept = await keepItemFile(platform, { organId, itemId, ...upload, by })
      if (kept.kind === 'notFound') throw trouble('notFound')
      if (kept.kind === 'refused') throw invalid([{ field: 'file', message: kept.sentence }])
      return { fileId: kept.fileId, name: kept.name, size: kept.size }
    },
  )
}

function fileRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/items/:itemId/files/:fileId',
    { ...toRead, schema: { summary: '下载附件', tags, params: ItemFileParams } },
    async (request, reply) => {
      const { organId, itemId, fileId } = request.params
      const file = await itemFile(platform, organId, itemId, fileId)
      if (!file) throw trouble('notFound')
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Buffer.from(file.bytes))
    },
  )
}

const Seq = Type.Integer({ minimum: 1 })

function compareRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/items/:itemId/comparison',
    {
      ...toRead,
      schema: {
        summary: '两个版本对照',
        tags,
        params: ItemParams,
        querystring: Type.Object({ from: Seq, to: Seq }),
        response: { 200: ComparisonSchema },
      },
    },
    async (request) => {
      const { organId, itemId } = request.params
      const { from, to } = request.query
      const compared = await comparison(platform, organId, itemId, [from, to])
      if (!compared) throw trouble('notFound')
      return compared
    },
  )
}

/** The JSON API of the desk of publication. */
export function publicationRoutes(app: App, platform: Platform): void {
  listRoutes(app, platform)
  draftRoute(app, platform)
  itemRoute(app, platform)
  stepRoute(app, platform)
  mendRoute(app, platform)
  autosaveRoute(app, platform)
  uploadRoute(app, platform)
  fileRoute(app, platform)
  compareRoute(app, platform)
  batchRoutes(app, platform)
  publicationSettingsRoutes(app, platform)
  gateSettingsRoutes(app, platform)
  decisionListRoutes(app, platform)
  keptFilesRoutes(app, platform)
  registerRoutes(app, platform)
}
