import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Platform } from '../platform.ts'
import { type Site, siteOf } from './site.ts'

/** What the layout must know of the one who reads. */
export interface Frame {
  site: Site
  /** Path and query of the page, for the way back after a change of the letter size; empty in the middle of a form. */
  path: string
  /** 大字版 */
  large: boolean
}

export const sizeCookie = 'size'

/** The frame of the page that was asked for. */
export const frameOf = async (request: FastifyRequest, platform: Platform): Promise<Frame> => ({
  site: await siteOf(platform),
  path: request.url,
  large: request.cookies[sizeCookie] === 'large',
})

/** A page as text, with its doctype. */
export const pageText = (page: VNode): string => `<!doctype html>${renderToString(page)}`

/** Sends a page. Pages with personal data are never kept by a cache. */
export const sendPage = (
  reply: FastifyReply,
  page: VNode,
  { status = 200, personal = false }: { status?: number; personal?: boolean } = {},
): FastifyReply =>
  reply
    .status(status)
    .header('cache-control', personal ? 'no-store' : 'no-cache')
    .type('text/html; charset=utf-8')
    .send(pageText(page))
