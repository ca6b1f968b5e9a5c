import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { addressesIn } from '../reading/addresses.ts'
import { openSource } from '../reading/open.ts'
import { addToBatch, type BatchPlace, batchOf, beginBatch, cancelBatch, sourcesOfOlder } from './batches.ts'
import { addingRoles, BatchAskSchema, BatchBegunSchema, BatchSchema, readingRoles } from './contract.ts'
import { refusedKept } from './keep.ts'
import { keepOriginal, largestUpload, originalOf } from './originals.ts'

const tags = ['读报']
const base = '/api/organs/:organId/read-reports'
const BatchParams = Type.Object({ ...OrganParams.properties, batchId: Type.String({ format: 'uuid' }) })
const Taken = Type.Object({ taken: Type.Integer() })
const add = { config: holders('organId', addingRoles) }
const look = { config: holders('organId', readingRoles) }

/** Files and addresses read in the background, how far that is, and the originals that were kept. */
export function batchRoutes(app: App, platform: Platform): void {
  beginRoutes(app, platform)
  fileRoute(app, platform)
  progressRoutes(app, platform)
  originalRoute(app, platform)
}

function beginRoutes(app: App, platform: Platform): void {
  const response = { 200: BatchBegunSchema }
  app.post(
    `${base}/batches`,
    {
      ...add,
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        summary: '开始读一批：先列网址，或者随后提交文件',
        tags,
        params: OrganParams,
        body: BatchAskSchema,
        response,
      },
    },
    async (request) => {
      const keeper = { organId: request.params.organId, by: whoAsks(request).personId }
      const { addresses, strange } = addressesIn(request.body.addresses ?? '')
      if (request.body.addresses !== undefined && addresses.length === 0)
        throw invalid([
          { field: 'addresses', message: '没有找到网址，请每行写一个 http:// 或者 https:// 开头的网址' },
        ])
      const batchId = await beginBatch(
        platform,
        keeper,
        addresses.map((address) => ({ name: address, address })),
      )
      return { batchId, strange: strange.slice(0, 50) }
    },
  )
  app.post(
    `${base}/batches/again`,
    { ...add, schema: { summary: '读取程序更新后，由保存的原件重读', tags, params: OrganParams, response } },
    async (request) => {
      const keeper = { organId: request.params.organId, by: whoAsks(request).personId }
      const batchId = await beginBatch(platform, keeper, await sourcesOfOlder(platform.db, keeper.organId))
      return { batchId, strange: [] }
    },
  )
}

function fileRoute(app: App, platform: Platform): void {
  app.post(
    `${base}/batches/:batchId/files`,
    {
      ...add,
      schema: {
        summary: '向一批中添加文件（可以是200兆以内的zip）',
        tags,
        params: BatchParams,
        response: { 200: Taken },
      },
    },
    async (request) => {
      const { organId, batchId } = request.params
      const keeper = { organId, by: whoAsks(request).personId }
      await batchOrNotFound(platform, request.params)
      if (!request.isMultipart()) throw invalid([{ field: 'file', message: '请选择要读的文件' }])
      let taken = 0
      const limits = { fileSize: largestUpload, files: 50 }
      for await (const part of request.files({ throwFileSizeLimit: false, limits, preservePath: true })) {
        const upload = {
          name: part.filename,
          bytes: new Uint8Array(await part.toBuffer()),
          isCut: part.file.truncated,
        }
        await takeFile(platform, keeper, { organId, batchId }, upload)
        taken++
      }
      return { taken }
    },
  )
}

interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  readonly isCut: boolean
}

/** A file that the store does not take is opened at once: it is then refused in a sentence. */
async function takeFile(
  platform: Platform,
  keeper: { organId: string; by: string },
  place: BatchPlace,
  { name, bytes, isCut }: Upload,
): Promise<void> {
  if (isCut)
    return addToBatch(platform, place, {
      name,
      kept: refusedKept(name, '文件超过200兆，没有读，请把压缩包分小。'),
    })
  const fileId =
    bytes.length === 0 ? undefined : await keepOriginal(platform, platform.db, keeper, { name, bytes })
  if (fileId !== undefined) return addToBatch(platform, place, { name, fileId })
  const [source] = await openSource(name, bytes)
  const why =
    source?.kind === 'refused' ? source.why : '这种文件不能收存，请另存为docx、xlsx、PDF、网页或者文本。'
  return addToBatch(platform, place, { name, kept: refusedKept(name, why) })
}

async function batchOrNotFound({ db }: Platform, { organId, batchId }: BatchPlace) {
  const batch = await batchOf(db, organId, { batchId })
  if (batch === undefined) throw trouble('notFound')
  return batch
}

function progressRoutes(app: App, platform: Platform): void {
  app.get(
    `${base}/batches/last`,
    {
      ...look,
      schema: {
        summary: '本人最近提交的一批读到哪里',
        tags,
        params: OrganParams,
        response: { 200: Type.Object({ batch: Type.Union([BatchSchema, Type.Null()]) }) },
      },
    },
    async (request) => ({
      batch: (await batchOf(platform.db, request.params.organId, { by: whoAsks(request).personId })) ?? null,
    }),
  )
  app.get(
    `${base}/batches/:batchId`,
    {
      ...look,
      schema: { summary: '一批读到哪里', tags, params: BatchParams, response: { 200: BatchSchema } },
    },
    (request) => batchOrNotFound(platform, request.params),
  )
  app.post(
    `${base}/batches/:batchId/cancel`,
    {
      ...add,
      schema: {
        summary: '停止读这一批，读过的保留',
        tags,
        params: BatchParams,
        response: { 200: BatchSchema },
      },
    },
    async (request) => {
      await cancelBatch(platform, request.params)
      return batchOrNotFound(platform, request.params)
    },
  )
}

function originalRoute(app: App, platform: Platform): void {
  app.get(
    `${base}/:readId/original`,
    {
      ...look,
      schema: {
        summary: '下载读过的报告的原件',
        tags,
        params: Type.Object({ ...OrganParams.properties, readId: Type.String({ format: 'uuid' }) }),
      },
    },
    async (request, reply) => {
      const { organId, readId } = request.params
      const original = await originalOf(platform, organId, readId)
      if (original === undefined) throw trouble('notFound')
      return reply
        .type(original.mediaType)
        .header('x-content-type-options', 'nosniff')
        .header(
          'content-disposition',
          `attachment; filename="original"; filename*=UTF-8''${encodeURIComponent(original.name)}`,
        )
        .send(Buffer.from(original.bytes))
    },
  )
}
