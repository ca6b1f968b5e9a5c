import type { FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { trouble } from './problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '')

// A browser that says where a request comes from is believed; one that says nothing is left to the token.
function isForeign(request: FastifyRequest, ours: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  return origin !== undefined && origin !== ours && origin !== `${request.protocol}://${request.host}`
}

/**
 * Refuses changes that another site sends through a visitor's browser: everywhere by Origin and
 * Sec-Fetch-Site; outside /api/ also by the token of the form, which stands in the field `_csrf`
 * or, for a form that sends files, in the query of its address.
 */
export function refuseForeignChanges(app: App, publicAddress: string): void {
  const ours = originOf(publicAddress)
  app.addHook('onRequest', async (request) => {
    if (!safe.has(request.method) && isForeign(request, ours)) throw trouble('foreignOrigin')
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (safe.has(request.method) || request.is404 || request.url.startsWith('/api/')) return done()
    return app.csrfProtection(request, reply, done)
  })
}

const fieldOf = (part: unknown): string | undefined =>
  typeof part === 'object' && part !== null && '_csrf' in part && typeof part._csrf === 'string'
    ? part._csrf
    : undefined

/** The token that came with a form. */
export const tokenSent = (request: FastifyRequest): string | undefined =>
  fieldOf(request.body) ?? fieldOf(request.query)
