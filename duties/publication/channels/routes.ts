import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import {
  ChannelDoneSchema,
  PlaceAskSchema,
  PlacesSchema,
  PlaceUpdateSchema,
  ReasonSchema,
  SendAskSchema,
  SentPageSchema,
  SentQuery,
} from './contract.ts'
import { type Asker, keepPlace, notePlace, places, send, sendings, strike } from './desk.ts'
import { evidenceFile, keepEvidence } from './evidence.ts'
import { channelKeepers, channelReaders } from './roles.ts'
import { countRoutes } from './routes-counts.ts'
import { gazetteRoutes } from './routes-gazette.ts'
import { channelListRoutes } from './routes-lists.ts'
import { doneOr, channelTags as tags } from './routes-parts.ts'

const root = '/api/organs/:organId'
const toRead = { config: holders('organId', channelReaders) }
const toKeep = { config: holders('organId', channelKeepers) }
const PlaceParams = Type.Object({ ...OrganParams.properties, placeId: Id })
const SentParams = Type.Object({ ...OrganParams.properties, sentId: Id })
const FileParams = Type.Object({ ...OrganParams.properties, fileId: Id })
const done = { 200: ChannelDoneSchema }

const askerOf = (request: FastifyRequest & { params: { organId: string } }): Asker => ({
  organId: request.params.organId,
  personId: whoAsks(request).personId,
})

const mayKeep = (request: FastifyRequest & { params: { organId: string } }): boolean =>
  rolesAt(whoAsks(request), request.params.organId).some((role) => channelKeepers.includes(role))

function placeRoutes(app: App, platform: Platform): void {
  app.get(
    `${root}/channel-places`,
    {
      ...toRead,
      schema: {
        summary: '新媒体账号、公示栏、查阅场所登记',
        tags,
        params: OrganParams,
        response: { 200: PlacesSchema },
      },
    },
    async (request) => ({
      rows: await places(platform, request.params.organId),
      mayKeep: mayKeep(request),
    }),
  )
  app.post(
    `${root}/channel-places`,
    {
      ...toKeep,
      schema: {
        summary: '登记账号或者场所',
        tags,
        params: OrganParams,
        body: PlaceAskSchema,
        response: done,
      },
    },
    async (request) => doneOr(await keepPlace(platform, askerOf(request), request.body)),
  )
  app.put(
    `${root}/channel-places/:placeId`,
    {
      ...toKeep,
      schema: {
        summary: '修改账号或者场所',
        tags,
        params: PlaceParams,
        body: PlaceAskSchema,
        response: done,
      },
    },
    async (request) => {
      if (request.body.seenSeq === 0) throw trouble('notFound')
      return doneOr(await keepPlace(platform, askerOf(request), request.body, request.params.placeId))
    },
  )
}

function placeNotes(app: App, platform: Platform): void {
  app.post(
    `${root}/channel-places/:placeId/updates`,
    {
      ...toKeep,
      schema: {
        summary: '登记一次更新',
        tags,
        params: PlaceParams,
        body: PlaceUpdateSchema,
        response: done,
      },
    },
    async (request) => {
      const { on, about, askId, seenSeq } = request.body
      const fact = { type: 'placeUpdated', about } as const
      const step = { askId, seenSeq, fact, on: on as Day }
      return doneOr(await notePlace(platform, askerOf(request), request.params.placeId, step))
    },
  )
  app.post(
    `${root}/channel-places/:placeId/closing`,
    {
      ...toKeep,
      schema: { summary: '停用账号或者场所', tags, params: PlaceParams, body: ReasonSchema, response: done },
    },
    async (request) => {
      const { reason, askId, seenSeq } = request.body
      const fact = { type: 'placeClosed', reason } as const
      const step = { askId, seenSeq, fact, on: platform.today() }
      return doneOr(await notePlace(platform, askerOf(request), request.params.placeId, step))
    },
  )
}

function sentRoutes(app: App, platform: Platform): void {
  app.get(
    `${root}/channel-sendings`,
    {
      ...toRead,
      schema: {
        summary: '通过其他渠道公开的记录',
        tags,
        params: OrganParams,
        querystring: SentQuery,
        response: { 200: SentPageSchema },
      },
    },
    async (request) => ({
      ...(await sendings(platform, request.params.organId, request.query)),
      mayRecord: mayKeep(request),
    }),
  )
  app.post(
    `${root}/channel-sendings`,
    {
      ...toKeep,
      schema: {
        summary: '登记已公开信息通过其他渠道发出',
        tags,
        params: OrganParams,
        body: SendAskSchema,
        response: done,
      },
    },
    async (request) => doneOr(await send(platform, askerOf(request), request.body)),
  )
  app.post(
    `${root}/channel-sendings/:sentId/striking`,
    {
      ...toKeep,
      schema: { summary: '作废登记有误的记录', tags, params: SentParams, body: ReasonSchema, response: done },
    },
    async (request) => doneOr(await strike(platform, askerOf(request), request.params.sentId, request.body)),
  )
}

const Kept = Type.Object({ fileId: Id, name: Type.String(), size: Type.Integer() })

function fileRoutes(app: App, platform: Platform): void {
  app.post(
    `${root}/channel-files`,
    {
      ...toKeep,
      schema: {
        summary: '上传现场照片、扫描件；照片中的拍摄位置自动去除',
        tags,
        params: OrganParams,
        querystring: Type.Object({ ask: Id }),
        response: { 200: Kept },
      },
    },
    async (request) => {
      const file = await uploadIn(request, '请选择照片或者扫描件', 'files')
      const { organId, personId: by } = askerOf(request)
      const kept = await keepEvidence(platform, { organId, askId: request.query.ask, by, ...file })
      if (kept.kind !== 'kept')
        throw invalid([{ field: 'files', message: kept.kind === 'refused' ? kept.sentence : '没有保存' }])
      return { fileId: kept.fileId, name: kept.name, size: kept.size }
    },
  )
  app.get(
    `${root}/channel-files/:fileId`,
    { ...toRead, schema: { summary: '查看证明材料', tags, params: FileParams } },
    async (request, reply) => {
      const file = await evidenceFile(platform, request.params.organId, request.params.fileId)
      if (!file) throw trouble('notFound')
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(file.bytes)
    },
  )
}

/** The JSON API of the channels beside the site: the register, what went out, lists, the gazette, counts. */
export function channelRoutes(app: App, platform: Platform): void {
  placeRoutes(app, platform)
  placeNotes(app, platform)
  sentRoutes(app, platform)
  fileRoutes(app, platform)
  channelListRoutes(app, platform)
  gazetteRoutes(app, platform)
  countRoutes(app, platform)
}
