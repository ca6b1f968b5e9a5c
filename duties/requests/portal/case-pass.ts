import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '#platform/platform.ts'

/**
 * The pass to one's own request: number and query code, sealed, in a cookie that ends after half an hour. With it the
 * code stands in no address, a page can be loaded again without filing twice, and letters are plain links.
 */
export interface CasePass {
  number: string
  queryCode: string
  /** ISO instant until which the pass opens. */
  until: string
  /** Set on a receipt just given: when the request was sent. */
  submittedAt?: string
}

const name = 'gongkai.case'
const path = '/requests'
const seconds = 1800
const place = 'case pass'

const options = (reply: FastifyReply) =>
  ({ path, httpOnly: true, sameSite: 'lax', secure: reply.server.encrypted, maxAge: seconds }) as const

/** Hands out the pass. */
export function givePass(reply: FastifyReply, platform: Platform, pass: Omit<CasePass, 'until'>): void {
  const until = new Date(platform.now().getTime() + seconds * 1000).toISOString()
  const sealed = platform.seal.sealJson({ ...pass, until }, place).toString('base64url')
  reply.setCookie(name, sealed, options(reply))
}

/** The pass that came with a request; undefined where there is none, or it has run out. */
export function passOf(request: FastifyRequest, platform: Platform): CasePass | undefined {
  const sealed = request.cookies[name]
  if (!sealed) return undefined
  try {
    const pass = platform.seal.unsealJson(Buffer.from(sealed, 'base64url'), place) as CasePass
    return pass.until > platform.now().toISOString() ? pass : undefined
  } catch {
    return undefined
  }
}

/** Takes the pass back: 退出查询. */
export const takePass = (reply: FastifyReply): void => {
  reply.clearCookie(name, options(reply))
}
