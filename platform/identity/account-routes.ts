import type { App } from '#platform/http/app.ts'
import { atMost } from '#platform/http/limits.ts'
import { signedIn, signedInAnyhow } from '#platform/http/rights.ts'
import { NothingSchema } from './administration.ts'
import { changePassword } from './change-password.ts'
import { CodeSchema, EnrolmentSchema, PasswordChangeSchema, PasswordSchema } from './contract.ts'
import { headersOf, sessionOf, setCookies } from './headers.ts'
import { confirmEnrolment, enrol, removeFactor } from './second-factor.ts'

const tags = ['登录']
const response = { 204: NothingSchema }

/** One's own password and second factor. */
export function accountRoutes(app: App): void {
  const attempts = atMost(app.httpSettings.signInsPerMinute)
  app.post(
    '/api/password',
    {
      config: { ...signedInAnyhow, ...attempts },
      schema: { tags, summary: '修改密码', body: PasswordChangeSchema, response },
    },
    async (request, reply) => {
      await changePassword(app.entrance, sessionOf(request), request.body)
      return reply.code(204).send(null)
    },
  )
  secondFactorRoutes(app, { ...signedIn, ...attempts })
}

function secondFactorRoutes(app: App, config: typeof signedIn & ReturnType<typeof atMost>): void {
  const { entrance } = app
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
    { config, schema: { tags, summary: '确认动态口令', body: CodeSchema, response } },
    async (request, reply) => {
      const { actor } = sessionOf(request)
      const { code } = request.body
      setCookies(reply, await confirmEnrolment(entrance, { actor, code, headers: headersOf(request) }))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/totp/removal',
    { config, schema: { tags, summary: '关闭动态口令', body: PasswordSchema, response } },
    async (request, reply) => {
      const { actor } = sessionOf(request)
      const { password } = request.body
      setCookies(reply, await removeFactor(entrance, { actor, password, headers: headersOf(request) }))
      return reply.code(204).send(null)
    },
  )
}
