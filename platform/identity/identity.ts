import type { FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { openAuth, sessionCookie } from './auth.ts'
import { keepAlive, readSession, type Session, tokenOf } from './session.ts'
import { defaultIdentitySettings, type IdentitySettings } from './settings.ts'
import type { Entrance } from './sign-in.ts'

declare module 'fastify' {
  interface FastifyInstance {
    entrance: Entrance
    /** The name of the cookie that carries a session. */
    sessionCookie: string
    /** The session of a token, which lasts on by being asked for; null where it has ended. */
    sessionOfToken(token: string): Promise<Session | null>
  }
  interface FastifyRequest {
    /** Set once `loadSession` has run; on /api/ it always has. */
    session: Session | null
    /** Reads the session of this request, once. */
    loadSession(): Promise<Session | null>
    /** The token of the session cookie, where we signed it; says nothing on whether the session still holds. */
    sessionToken(): string | null
  }
}

/** Opens sign-in on a server: from here on requests know their session. */
export function openIdentity(
  app: App,
  platform: Ground,
  { secret, identity }: { secret: string; identity?: Partial<IdentitySettings> },
): void {
  const { db, config } = platform
  const { publicAddress, siteName } = config
  const settings = { ...defaultIdentitySettings, ...identity }
  const now = () => platform.now()
  const cookieName = sessionCookie(publicAddress)
  app.decorate('entrance', {
    db,
    auth: openAuth(db, { secret, publicAddress, siteName, settings, now }),
    settings,
    now,
  })
  app.decorate('sessionCookie', cookieName)
  const sessionOfToken = async (token: string): Promise<Session | null> => {
    const session = await readSession(db, { token, secret, now: now(), today: platform.today() })
    if (session) await keepAlive(db, session, { now: now(), idleMinutes: settings.idleMinutes })
    return session
  }
  app.decorate('sessionOfToken', sessionOfToken)
  app.decorateRequest('session', null)
  app.decorateRequest('sessionToken', function sessionToken(this: FastifyRequest) {
    return tokenOf(this.cookies[cookieName] ?? '', secret)
  })
  const reading = new WeakMap<FastifyRequest, Promise<Session | null>>()
  app.decorateRequest('loadSession', async function loadSession(this: FastifyRequest) {
    const token = this.sessionToken()
    const asked = reading.get(this) ?? (token === null ? Promise.resolve(null) : sessionOfToken(token))
    reading.set(this, asked)
    this.session = await asked
    return this.session
  })
}
