import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { isRole } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import type { Actor, Holding } from './actor.ts'

/** A sign-in that holds, and who it is. */
export interface Session {
  token: string
  /** Sent back by the console with every change; useless without the session's cookie. */
  csrf: string
  expiresAt: Date
  actor: Actor
}

interface SessionRow {
  token: string
  expires_at: string
  person_id: string
  name: string
  username: string
  two_factor: boolean
  must_change: boolean
  holdings: { organ_id: string; role: string; covers_for: string | null }[]
}

const sign = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

/** The token of a session cookie, or null where we did not sign it. The form is better-auth's: token.signature. */
export function tokenOf(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf('.')
  const token = cookie.slice(0, dot)
  return dot > 0 && isSame(sign(secret, token), Buffer.from(cookie.slice(dot + 1), 'base64')) ? token : null
}

/** The value of the cookie that carries a token. */
export const cookieOf = (token: string, secret: string): string =>
  `${token}.${sign(secret, token).toString('base64')}`

const csrfOf = (token: string, secret: string): string => sign(secret, `csrf:${token}`).toString('base64url')

/** True where the console sent back what this session was given. */
export const isCsrfRight = (session: Session | null, sent: unknown): boolean =>
  session !== null && typeof sent === 'string' && isSame(Buffer.from(session.csrf), Buffer.from(sent))

// A stand-in's role lasts only as long as the person stood in for holds it.
const sessionQuery = (token: string, now: Date, today: Day) => sql<SessionRow>`
  select s.token, s.expires_at, p.person_id, p.name, p.username, p.two_factor_enabled as two_factor,
    p.password_set_at is null as must_change,
    coalesce((
      select json_agg(json_build_object('organ_id', h.organ_id, 'role', h.role, 'covers_for', h.covers_for))
      from role_holding h
      where h.person_id = p.person_id and h.from_on <= ${today} and (h.until_on is null or h.until_on > ${today})
        and (h.covers_for is null or exists (
          select from role_holding own
          where own.organ_id = h.organ_id and own.person_id = h.covers_for and own.role = h.role
            and own.covers_for is null and own.from_on <= ${today}
            and (own.until_on is null or own.until_on > ${today})))
    ), '[]') as holdings
  from person_session s join person p on p.person_id = s.person_id
  where s.token = ${token} and s.expires_at > ${now} and p.active`

function actorFrom(row: SessionRow): Actor {
  const holdings: Holding[] = row.holdings.flatMap(({ organ_id, role, covers_for }) =>
    isRole(role) ? [{ organId: organ_id, role, ...(covers_for && { coversFor: covers_for }) }] : [],
  )
  const { person_id: personId, name, username, two_factor: twoFactor, must_change: mustChangePassword } = row
  return { personId, name, username, holdings, twoFactor, mustChangePassword }
}

/** The session of a token in one query, or null where it has ended, or the person may no longer sign in. */
export async function readSession(
  db: Kysely<Database>,
  { token, secret, now, today }: { token: string; secret: string; now: Date; today: Day },
): Promise<Session | null> {
  const { rows } = await sessionQuery(token, now, today).execute(db)
  const [row] = rows
  if (row === undefined) return null
  return { token, csrf: csrfOf(token, secret), expiresAt: new Date(row.expires_at), actor: actorFrom(row) }
}

/** Lets a session in use last on: written at most every few minutes, not at every request. */
export async function keepAlive(
  db: Kysely<Database>,
  session: Session,
  { now, idleMinutes }: { now: Date; idleMinutes: number },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + idleMinutes * 60_000)
  const spent = expiresAt.getTime() - session.expiresAt.getTime()
  if (spent < Math.min(5, idleMinutes / 4) * 60_000) return
  await db
    .updateTable('person_session')
    .set({ expires_at: expiresAt, updated_at: now })
    .where('token', '=', session.token)
    .execute()
}

/** Ends every session of a person, but for one. */
export async function endSessions(db: Kysely<Database>, personId: string, exceptToken = ''): Promise<void> {
  await db
    .deleteFrom('person_session')
    .where('person_id', '=', personId)
    .where('token', '!=', exceptToken)
    .execute()
}

/** Clears away the sessions of a person that have run out. */
export async function dropExpired(db: Kysely<Database>, personId: string, now: Date): Promise<void> {
  await db
    .deleteFrom('person_session')
    .where('person_id', '=', personId)
    .where('expires_at', '<=', now.toISOString())
    .execute()
}
