import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import pressure from '@fastify/under-pressure'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  fastify,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import { Settings } from 'typebox/system'
import type { Ground } from '#platform/http/ground.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import type { IdentitySettings } from '#platform/identity/settings.ts'
import { answer, answerError, type ErrorPage, plainErrorPage, problemOf } from './answer.ts'
import { answerClientError } from './client-errors.ts'
import { contentPolicy } from './content-policy.ts'
import { endConnectionsAtStop } from './graceful-stop.ts'
import { reportHealth } from './health.ts'
import { limitRates } from './limits.ts'
import { type LogTarget, loggerOptions } from './log.ts'
import { measure } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { refuseForeignChanges, tokenSent } from './origin.ts'
import { problem } from './problem.ts'
import { type ApiRoute, holdToDemands } from './rights.ts'
import { defaultHttpSettings, type HttpSettings } from './settings.ts'

/** The server, with TypeBox schemas as types. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyInstance {
    httpSettings: HttpSettings
    /** True where the public reaches us by https. */
    encrypted: boolean
    errorPage: ErrorPage
    /** Answers what no route answers; undefined leaves it a 404. */
    nowhere: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
    apiRoutes: readonly ApiRoute[]
  }
}

export interface AppOptions {
  /** Signs sessions and tokens; the same on every server of an installation, at least 32 characters. */
  secret: string
  /** Where the log goes; false for no log. */
  logger: LogTarget | false
  http?: Partial<HttpSettings>
  identity?: Partial<IdentitySettings>
}

const hour = 3600

// TypeBox stops at eight errors of its own accord; a form may have more fields than that.
Settings.Set({ maxErrors: 100 })

/**
 * The server without its duties: every protection, the health and the figures, sign-in, the API's
 * description. Routes and pages are added to it afterwards; a route under /api/ must state what it
 * demands (see rights.ts). Started with `listen`, ended with `close`, which finishes what it accepted.
 */
export async function buildApp(platform: Ground, options: AppOptions): Promise<App> {
  const settings = { ...defaultHttpSettings, ...options.http }
  const encrypted = platform.config.publicAddress.startsWith('https:')
  const app: App = fastify({
    ...serverOptions(settings, options.logger),
    clientErrorHandler: (error, socket) => answerClientError(app, error, socket),
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.decorate('httpSettings', settings)
  app.decorate('encrypted', encrypted)
  app.decorate('errorPage', plainErrorPage)
  app.decorate('nowhere', async () => undefined)
  app.setErrorHandler(answerError)
  await protect(app, { settings, encrypted })
  await limitRates(app, settings)
  await app.register(multipart, { limits: multipartLimits(settings) })
  await app.register(formbody, { bodyLimit: settings.bodyLimit })
  openIdentity(app, platform, options)
  refuseForeignChanges(app, platform.config.publicAddress)
  app.decorate('apiRoutes', holdToDemands(app, platform.db))
  keepApiOutOfCaches(app)
  endConnectionsAtStop(app)
  measure(app)
  reportHealth(app, platform.db)
  await describeApi(app, platform.config)
  app.setNotFoundHandler(
    { preHandler: app.rateLimit() },
    async (request, reply) => (await app.nowhere(request, reply)) ?? answer(reply, problem('notFound')),
  )
  return app
}

/** Sets the page that a browser gets when something was not done. */
export function setErrorPage(app: App, page: ErrorPage): void {
  app.errorPage = page
}

function serverOptions(settings: HttpSettings, logger: LogTarget | false): FastifyServerOptions {
  return {
    logger: logger && loggerOptions(logger),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID().slice(0, 8),
    trustProxy: settings.trustProxy,
    bodyLimit: settings.bodyLimit,
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
    frameworkErrors: (error, request, reply) => {
      answer(reply, problemOf(error, request))
    },
  }
}

const multipartLimits = ({ fileLimit, filesLimit, bodyLimit }: HttpSettings) => ({
  fileSize: fileLimit,
  files: filesLimit,
  fields: 200,
  fieldSize: bodyLimit,
  parts: 200 + filesLimit,
})

async function protect(app: App, { settings, encrypted }: { settings: HttpSettings; encrypted: boolean }) {
  await app.register(pressure, {
    maxEventLoopDelay: settings.lagLimit,
    pressureHandler: (request, reply, type) => {
      request.log.warn({ type }, 'under pressure')
      answer(reply.header('retry-after', '10'), problem('busy'))
    },
  })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(encrypted) },
    strictTransportSecurity: encrypted && { maxAge: 365 * 24 * hour },
    // With no-referrer a browser sends `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  await app.register(cookie)
  await app.register(csrf, {
    cookieKey: encrypted ? '__Host-gongkai.form' : 'gongkai.form',
    cookieOpts: { path: '/', sameSite: 'lax', httpOnly: true, secure: encrypted },
    getToken: tokenSent,
    logLevel: 'debug',
  })
}

function keepApiOutOfCaches(app: App): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store')
    }
  })
}
