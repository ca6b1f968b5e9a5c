import type { FastifyInstance } from 'fastify'
import { sizeCookie } from './frame.ts'

/** A path of this site; '/' for anything that would lead elsewhere. */
export const localPath = (text: string | undefined): string =>
  text !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : '/'

/** The large-print mode: one address that keeps the choice in a cookie and leads back. */
export function registerDisplay(app: FastifyInstance): void {
  app.get<{ Querystring: { size?: string; back?: string } }>('/display', (request, reply) => {
    const { size, back } = request.query
    const cookie = { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 86_400 } as const
    if (size === 'large') reply.setCookie(sizeCookie, 'large', cookie)
    else reply.clearCookie(sizeCookie, cookie)
    return reply.header('cache-control', 'no-store').redirect(localPath(back), 303)
  })
}
