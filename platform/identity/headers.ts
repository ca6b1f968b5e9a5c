import type { FastifyReply, FastifyRequest } from 'fastify'
import { trouble } from '#platform/http/problem.ts'
import type { Session } from './session.ts'

/** What better-auth needs of a request: its cookies, but for the one named, and whence it came, as this server believes it. */
export function headersOf(request: FastifyRequest, without?: string): Headers {
  const cookies = Object.entries(request.cookies).filter(([name]) => name !== without)
  return new Headers({
    cookie: cookies.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('; '),
    'user-agent': request.headers['user-agent'] ?? '',
    'x-forwarded-for': request.ip,
  })
}

/** Sets the cookies that better-auth answered. */
export const setCookies = (reply: FastifyReply, cookies: string[]): FastifyReply =>
  reply.header('set-cookie', cookies)

/** The session of a request on a route that demands one. Throws where there is none. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw trouble('notSignedIn')
  return request.session
}
