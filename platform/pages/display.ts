import type { FastifyInstance, FastifyReply } from 'fastify'
import { scriptCookie, sizeCookie } from './variant.ts'

/** A path of this site; '/' for anything that would lead elsewhere. */
export const localPath = (text: string | undefined): string =>
  text !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : '/'

const cookie = { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 86_400 } as const

function choose(reply: FastifyReply, name: string, value: string | undefined, special: string): void {
  if (value === undefined) return
  if (value === special) reply.setCookie(name, special, cookie)
  else reply.clearCookie(name, cookie)
}

/** The large-print mode and the script: one address that keeps the choice in a cookie and leads back. */
export function registerDisplay(app: FastifyInstance): void {
  app.get<{ Querystring: { size?: string; script?: string; back?: string } }>(
    '/display',
    (request, reply) => {
      const { size, script, back } = request.query
      choose(reply, sizeCookie, size, 'large')
      choose(reply, scriptCookie, script, 'hant')
      return reply.header('cache-control', 'no-store').redirect(withoutScript(localPath(back)), 303)
    },
  )
}

// An address that asks for a script would win over the choice just made.
const withoutScript = (path: string): string =>
  path.replace(/([?&])script=han[st](&|$)/, (_, before: string, after: string) =>
    after === '&' ? before : '',
  )
