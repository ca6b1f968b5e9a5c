import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Platform } from '../platform.ts'
import type { Shown } from './changes.ts'
import { sendKept } from './kept.ts'
import { type Site, siteOf } from './site.ts'
import { traditionalPage } from './traditional.ts'
import { variantKey, variantOf } from './variant.ts'

/** What the layout must know of the one who reads. */
export interface Frame {
  site: Site
  /** Path and query of the page, for the way back after a change of the letter size; empty in the middle of a form. */
  path: string
  /** 大字版 */
  large: boolean
  /** 繁体 */
  traditional?: boolean
}

/** The frame of the page that was asked for. */
export const frameOf = async (request: FastifyRequest, platform: Platform): Promise<Frame> => ({
  site: await siteOf(platform),
  path: request.url,
  ...variantOf(request),
})

/** A page as text, with its doctype. */
export const pageText = (page: VNode, { traditional = false }: { traditional?: boolean } = {}): string => {
  const html = renderToString(page)
  return `<!doctype html>${traditional ? traditionalPage(html) : html}`
}

/** Sends a page. Pages with personal data are never kept by a cache. */
export const sendPage = (
  reply: FastifyReply,
  page: VNode,
  { status = 200, personal = false }: { status?: number; personal?: boolean } = {},
): FastifyReply =>
  reply
    .status(status)
    .header('cache-control', personal ? 'no-store' : 'no-cache')
    .header('vary', 'cookie')
    .type('text/html; charset=utf-8')
    .send(pageText(page, variantOf(reply.request)))

/** A page that is the same for everyone, and whose data it shows: its organs, or all. */
export interface PublicPage {
  page: (frame: Frame) => VNode
  shown: Shown
  /** 200 unless told. */
  status?: number | undefined
  /** From when on it is made anew in any case: see `Made`. */
  until?: number | undefined
}

/**
 * Sends a page that is the same for everyone: the one kept, while nothing that it shows has changed, else the one that
 * `make` gives. Every table that `make` reads must be told to the database by `pages_show` (see migrations).
 */
export const sendPublicPage = (
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => Promise<PublicPage>,
): Promise<FastifyReply> => {
  const variant = variantOf(request)
  return sendKept({ platform, request, reply }, variantKey(variant), async () => {
    const { page, ...how } = await make()
    const body = pageText(page(await frameOf(request, platform)), variant)
    return { body, type: 'text/html; charset=utf-8', ...how }
  })
}
