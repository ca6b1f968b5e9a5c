import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { atMost } from '#platform/http/limits.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone, signedIn, signedInAnyhow } from '#platform/http/rights.ts'
import { auditAtOrgans } from './audit.ts'
import { changePassword } from './change-password.ts'
import {
  CodeSchema,
  CredentialsSchema,
  EnrolmentSchema,
  type Me,
  MeSchema,
  PasswordChangeSchema,
  PasswordSchema,
  SignInAnswer,
} from './contract.ts'
import { meOf } from './me.ts'
import { confirmEnrolment, enrol, removeFactor } from './second-factor.ts'
import type { Session } from './session.ts'
import { organsOf, signIn, signInWithCode, signOut } from './sign-in.ts'

const tags = ['登录']
const nothing = Type.Null({ description: '已完成' })

/** Signing in and out, one's own password and second factor, and who one is. */
export function identityRoutes(app: App, platform: Ground): void {
  const attempts = atMost(app.httpSettings.signInsPerMinute)
  sessionRoutes(app, platform, attempts)
  passwordRoute(app, attempts)
  secondFactorRoutes(app, attempts)
}

type Attempts = ReturnType<typeof atMost>

// What better-auth needs of a request: its cookies, and whence it came, as this server believes it.
function headersOf(request: FastifyRequest, without?: string): Headers {
  const cookies = Object.entries(request.cookies).filter(([name]) => name !== without)
  return new Headers({
    cookie: cookies.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('; '),
    'user-agent': request.headers['user-agent'] ?? '',
    'x-forwarded-for': request.ip,
  })
}

function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw trouble('notSignedIn')
  return request.session
}

async function answerMe(platform: Ground, request: FastifyRequest, token: string): Promise<Me> {
  const session = await request.server.sessionOfToken(token)
  if (session === null) throw trouble('notSignedIn')
  return meOf(platform.db, session, platform.today())
}

const set = (reply: FastifyReply, cookies: string[]): FastifyReply => reply.header('set-cookie', cookies)

function sessionRoutes(app: App, platform: Ground, attempts: Attempts): void {
  const { entrance } = app
  app.get(
    '/api/me',
    { config: signedInAnyhow, schema: { tags, summary: '当前用户', response: { 200: MeSchema } } },
    async (request) => meOf(platform.db, sessionOf(request), platform.today()),
  )
  app.post(
    '/api/session',
    {
      config: { ...anyone, ...attempts },
      schema: { tags, summary: '登录', body: CredentialsSchema, response: { 200: SignInAnswer } },
    },
    async (request, reply) => {
      const admitted = await signIn(entrance, request.body, headersOf(request, app.sessionCookie))
      set(reply, admitted.cookies)
      return admitted.token === null ? { next: 'totp' as const } : answerMe(platform, request, admitted.token)
    },
  )
  app.post(
    '/api/session/totp',
    {
      config: { ...anyone, ...attempts },
      schema: { tags, summary: '登录：动态口令或备用码', body: CodeSchema, response: { 200: MeSchema } },
    },
    async (request, reply) => {
      const admitted = await signInWithCode(
        entrance,
        request.body.code,
        headersOf(request, app.sessionCookie),
      )
      set(reply, admitted.cookies)
      return answerMe(platform, request, admitted.token ?? '')
    },
  )
  app.delete(
    '/api/session',
    { config: anyone, schema: { tags, summary: '退出登录', response: { 204: nothing } } },
    async (request, reply) => {
      const personId = request.session?.actor.personId
      set(reply, await signOut(entrance, headersOf(request)))
      if (personId !== undefined) {
        await auditAtOrgans(entrance.db, await organsOf(entrance.db, personId), {
          personId,
          action: 'signedOut',
        })
      }
      return reply.code(204).send(null)
    },
  )
}

function passwordRoute(app: App, attempts: Attempts): void {
  app.post(
    '/api/password',
    {
      config: { ...signedInAnyhow, ...attempts },
      schema: { tags, summary: '修改密码', body: PasswordChangeSchema, response: { 204: nothing } },
    },
    async (request, reply) => {
      await changePassword(app.entrance, sessionOf(request), request.body)
      return reply.code(204).send(null)
    },
  )
}

function secondFactorRoutes(app: App, attempts: Attempts): void {
  const { entrance } = app
  const config = { ...signedIn, ...attempts }
  app.post(
    '/api/totp',
    {
      config,
      schema: { tags, summary: '开启动态口令', body: PasswordSchema, response: { 200: EnrolmentSchema } },
    },
    async (request) => enrol(entrance, request.body.password, headersOf(request)),
  )
  app.post(
    '/api/totp/confirmation',
    { config, schema: { tags, summary: '确认动态口令', body: CodeSchema, response: { 204: nothing } } },
    async (request, reply) => {
      const { actor } = sessionOf(request)
      const { code } = request.body
      set(reply, await confirmEnrolment(entrance, { actor, code, headers: headersOf(request) }))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/totp/removal',
    { config, schema: { tags, summary: '关闭动态口令', body: PasswordSchema, response: { 204: nothing } } },
    async (request, reply) => {
      const { actor } = sessionOf(request)
      const { password } = request.body
      set(reply, await removeFactor(entrance, { actor, password, headers: headersOf(request) }))
      return reply.code(204).send(null)
    },
  )
}
