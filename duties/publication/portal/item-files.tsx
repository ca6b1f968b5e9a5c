import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import type { Item } from '../contract.ts'
import { refuseAddress } from '../no-item.ts'
import { itemAt } from '../store.ts'
import { previewOf } from './preview/kinds.ts'
import { previewOfFile } from './preview/preview.ts'
import { PreviewPage } from './preview-page.tsx'

type Place = { Params: { organCode: string; slug: string; fileId: string } }

/** The attachments of published items: only a file that belongs to the item at that address, never a sealed one. */
export function itemFiles(app: App, platform: Platform): void {
  app.get<Place>('/items/:organCode/:slug/files/:fileId', async (request, reply) => {
    const { opened } = await found(platform, request.params)
    return sendFile(reply, opened, 'attachment')
  })
  app.get<Place>('/items/:organCode/:slug/files/:fileId/preview', async (request, reply) => {
    const { item, opened } = await found(platform, request.params)
    const { file, bytes } = opened
    const kind = previewOf(file)
    if (kind === undefined) throw trouble('notFound')
    if (kind === 'inline') return sendFile(reply, opened, 'inline')
    const shown = await previewOfFile(kind, { sha256: file.sha256, bytes })
    if (shown === undefined) throw trouble('busy')
    const frame = await frameOf(request, platform)
    return sendPage(reply, <PreviewPage frame={frame} item={item} file={file} shown={shown} />)
  })
}

type Opened = NonNullable<Awaited<ReturnType<Platform['files']['open']>>>

async function found(platform: Platform, params: Place['Params']): Promise<{ item: Item; opened: Opened }> {
  const { organCode, slug, fileId } = params
  const item = await itemAt(platform.db, organCode, slug, platform.today())
  if (!item) return refuseAddress(platform, organCode, slug)
  const own =
    item.files.find((file) => file.fileId === fileId)?.fileId ?? (await publicCopy(platform, item, fileId))
  const opened = own ? await platform.files.open(platform.db, item.organId, own) : undefined
  if (!opened) throw trouble('notFound')
  return { item, opened }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// A text drafted before its release names the sealed file: its public copy has the same bytes.
async function publicCopy(
  { db }: Platform,
  { organId, itemId, files }: Item,
  fileId: string,
): Promise<string | undefined> {
  if (!uuid.test(fileId) || files.length === 0) return undefined
  const ids = files.map((file) => file.fileId)
  const { rows } = await sql<{ file_id: string }>`
    SELECT p.file_id FROM file s JOIN file p ON p.organ_id = s.organ_id AND p.case_id = s.case_id AND p.sha256 = s.sha256
    WHERE s.organ_id = ${organId} AND s.file_id = ${fileId} AND s.case_id = ${itemId} AND s.sealed
      AND p.file_id = ANY (${ids}::uuid[]) LIMIT 1`.execute(db)
  return rows[0]?.file_id
}

// A file never changes under its address; whether it is still public is asked every time.
function sendFile(reply: FastifyReply, { file, bytes }: Opened, how: 'attachment' | 'inline'): FastifyReply {
  const tag = `"${file.sha256.slice(0, 32)}"`
  reply.headers({
    'cache-control': 'no-cache',
    etag: tag,
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
  if (reply.request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
  return reply.type(file.media_type).send(bytes)
}
