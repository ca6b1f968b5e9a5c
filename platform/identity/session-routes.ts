import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { atMost } from '#platform/http/limits.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone, signedInAnyhow } from '#platform/http/rights.ts'
import { NothingSchema } from './administration.ts'
import { CodeSchema, CredentialsSchema, type Me, MeSchema, SignInAnswer } from './contract.ts'
import { headersOf, sessionOf, setCookies } from './headers.ts'
import { meOf } from './me.ts'
import { type Admitted, noteSignOut, signIn, signInWithCode, signOut } from './sign-in.ts'

const tags = ['登录']

/** Signing in and out, and who one is. */
export function sessionRoutes(app: App, platform: Ground): void {
  app.get(
    '/api/me',
    { config: signedInAnyhow, schema: { tags, summary: '当前用户', response: { 200: MeSchema } } },
    async (request) => meOf(platform.db, sessionOf(request), platform.today()),
  )
  signInRoutes(app, platform)
  app.delete(
    '/api/session',
    { config: anyone, schema: { tags, summary: '退出登录', response: { 204: NothingSchema } } },
    async (request, reply) => {
      setCookies(reply, await signOut(app.entrance, headersOf(request)))
      if (request.session) await noteSignOut(app.entrance, request.session.actor.personId)
      return reply.code(204).send(null)
    },
  )
}

async function welcome(
  platform: Ground,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { cookies, token }: Admitted,
): Promise<Me | { next: 'totp' }> {
  setCookies(reply, cookies)
  if (token === null) return { next: 'totp' }
  const session = await request.server.sessionOfToken(token)
  if (session === null) throw trouble('notSignedIn')
  return meOf(platform.db, session, platform.today())
}

function signInRoutes(app: App, platform: Ground): void {
  const { entrance, sessionCookie } = app
  const config = { ...anyone, ...atMost(app.httpSettings.signInsPerMinute) }
  const response = { 200: SignInAnswer }
  app.post(
    '/api/session',
    { config, schema: { tags, summary: '登录', body: CredentialsSchema, response } },
    async (request, reply) => {
      const admitted = await signIn(entrance, request.body, headersOf(request, sessionCookie))
      return welcome(platform, { request, reply }, admitted)
    },
  )
  app.post(
    '/api/session/totp',
    { config, schema: { tags, summary: '登录：动态口令或备用码', body: CodeSchema, response } },
    async (request, reply) => {
      const admitted = await signInWithCode(entrance, request.body.code, headersOf(request, sessionCookie))
      return welcome(platform, { request, reply }, admitted)
    },
  )
}
