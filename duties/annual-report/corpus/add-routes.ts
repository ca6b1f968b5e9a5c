import { PassThrough } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import type { App } from '#platform/http/app.ts'
import { invalid } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import type { OnFault } from '../reading/open.ts'
import { addingRoles, type Kept, KeptSchema, PastedSchema } from './contract.ts'
import { keepFile, refusedKept } from './keep.ts'
import type { Keeper } from './originals.ts'

const tags = ['读报']
const base = '/api/organs/:organId/read-reports'
const add = { config: holders('organId', addingRoles) }

interface Part {
  readonly filename: string
  readonly file: { readonly truncated: boolean }
  toBuffer(): Promise<Uint8Array>
}

async function* keptOf(
  platform: Platform,
  keeper: Keeper,
  part: Part,
  onFault: OnFault,
): AsyncIterable<Kept> {
  const bytes = await part.toBuffer()
  if (part.file.truncated)
    yield refusedKept(part.filename, '文件过大，没有读，请只提供年度报告本身，或者把压缩包分小。')
  else yield* keepFile(platform, keeper, part.filename, bytes, onFault)
}

const faultIn =
  (log: FastifyBaseLogger): OnFault =>
  (err, name) =>
    log.error({ err, name }, 'the reader failed over a file')

/** Reads the files as they come in and writes a line for each. It goes on when nobody listens any more. */
async function keepAll(
  platform: Platform,
  keeper: Keeper,
  parts: AsyncIterable<Part>,
  { lines, log }: { lines: PassThrough; log: FastifyBaseLogger },
): Promise<void> {
  const tell = (kept: Kept) => lines.writable && lines.write(`${JSON.stringify(kept)}\n`)
  let name = ''
  try {
    for await (const part of parts) {
      name = part.filename
      for await (const kept of keptOf(platform, keeper, part, faultIn(log))) tell(kept)
    }
  } catch (error) {
    log.error({ err: error }, 'a batch of reports was not read to its end')
    tell(refusedKept(name, '读到这里中断了，请把这个文件和后面的文件重新提交。'))
  } finally {
    lines.end()
  }
}

async function* withFirst(first: Part, rest: AsyncIterator<Part>): AsyncIterable<Part> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** Reports handed in to be read: files, archives of them, or pasted text. */
export function addRoutes(app: App, platform: Platform): void {
  app.post(
    base,
    {
      ...add,
      schema: {
        summary: '读年度报告（一个或者几个文件，可以是zip）；每读完一个文件答一行JSON',
        tags,
        params: OrganParams,
      },
    },
    async (request, reply) => {
      const keeper = { organId: request.params.organId, by: whoAsks(request).personId }
      if (!request.isMultipart()) throw invalid([{ field: 'file', message: '请选择要读的文件' }])
      const parts = request.files({ throwFileSizeLimit: false })
      const first = await parts.next()
      if (first.done) throw invalid([{ field: 'file', message: '请选择要读的文件' }])
      const lines = new PassThrough()
      void keepAll(platform, keeper, withFirst(first.value, parts), { lines, log: request.log })
      return reply.type('application/x-ndjson; charset=utf-8').send(lines)
    },
  )
  app.post(
    `${base}/text`,
    {
      ...add,
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        summary: '读粘贴的报告全文',
        tags,
        params: OrganParams,
        body: PastedSchema,
        response: { 200: KeptSchema },
      },
    },
    async (request) => {
      const keeper = { organId: request.params.organId, by: whoAsks(request).personId }
      const { text, name = '粘贴的文字' } = request.body
      for await (const kept of keepFile(platform, keeper, name, Buffer.from(text), faultIn(request.log)))
        return kept
      throw new Error('a text is one file')
    },
  )
}
