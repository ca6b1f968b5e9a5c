import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Platform } from '#platform/platform.ts'
import { itemAt } from '../store.ts'

type Place = { Params: { organCode: string; slug: string; fileId: string } }

/** The attachments of published items: only a file that belongs to the item at that address, never a sealed one. */
export function itemFiles(app: App, platform: Platform): void {
  app.get<Place>('/items/:organCode/:slug/files/:fileId', async (request, reply) => {
    const { organCode, slug, fileId } = request.params
    const item = await itemAt(platform.db, organCode, slug, platform.today())
    const isOwn = item?.files.some((file) => file.fileId === fileId)
    const opened = item && isOwn ? await platform.files.open(platform.db, item.organId, fileId) : undefined
    if (!opened) throw trouble('notFound')
    return reply
      .header('cache-control', 'no-cache')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(opened.file.name)}`)
      .type(opened.file.media_type)
      .send(opened.bytes)
  })
}
