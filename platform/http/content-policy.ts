import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'

type Directives = Record<string, string[]>

/** What a page may load: our own files only, nothing inline. `encrypted` where the public reaches us by https. */
export function contentPolicy(encrypted: boolean, styleNonce?: string): Directives {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': styleNonce === undefined ? ["'self'"] : ["'self'", `'nonce-${styleNonce}'`],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(encrypted && { 'upgrade-insecure-requests': [] }),
  }
}

/**
 * Lets this one page add styles that bear the nonce it gives back, for
 * `<ConfigProvider csp={{ nonce }}>`: Ant Design writes its style sheets while it runs, and marks
 * each with the nonce. A nonce for each answer rather than hashes, because the sheets depend on the
 * theme and on which components a screen shows. Scripts get no nonce: they are files of ours.
 */
export function allowMarkedStyles(reply: FastifyReply): string {
  const nonce = randomBytes(16).toString('base64url')
  reply.helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: contentPolicy(reply.server.encrypted, nonce),
    },
  })
  return nonce
}
