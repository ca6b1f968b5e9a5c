import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { HttpProblem, problem } from './problem.ts'
import type { HttpSettings } from './settings.ts'
import { visitorPlace } from './visitor-place.ts'

// Staff behind one address of an office are told apart by their sessions; a made-up session is not one.
const visitor = (request: FastifyRequest): string => {
  const token = request.sessionToken()
  return token === null ? visitorPlace(request.ip) : createHash('sha256').update(token).digest('base64')
}

/** At most so many requests a minute from one session or address, told in words and with Retry-After. */
export async function limitRates(
  app: App,
  { requestsPerMinute, formsPerMinute }: HttpSettings,
): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') || ![route.method].flat().includes('POST')) return
    route.config = { ...atMost(formsPerMinute), ...route.config }
  })
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: visitor,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000))
      return new HttpProblem(problem('tooMany', { detail: `操作过于频繁，请在 ${seconds} 秒后再试。` }))
    },
  })
}

/** A tighter limit for one route, counted by address: for signing in, for sending forms. */
export const atMost = (perMinute: number) => ({
  rateLimit: {
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => visitorPlace(request.ip),
  },
})
