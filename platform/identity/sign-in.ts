import { isAPIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { HttpProblem, problem, trouble } from '#platform/http/problem.ts'
import { type AuditAction, auditAtOrgans } from './audit.ts'
import type { Auth } from './auth.ts'
import { takeCode } from './code-used.ts'
import { type Attempt, countAttempt, forgiveFailures } from './lock-out.ts'
import { dropExpired } from './session.ts'
import type { IdentitySettings } from './settings.ts'

/** What signing in needs of the running program. */
export interface Entrance {
  db: Kysely<Database>
  auth: Auth
  settings: IdentitySettings
  now(): Date
}

/** A password or code that was right: the cookies to set, and the session, or null where a code is still wanted. */
export interface Admitted {
  cookies: string[]
  token: string | null
}

/** The organs where a person holds or held a role: where deeds of the account are written down. */
export async function organsOf(db: Kysely<Database>, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role_holding')
    .select('organ_id')
    .distinct()
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.organ_id)
}

async function note(door: Entrance, personId: string, action: AuditAction): Promise<void> {
  await auditAtOrgans(door.db, await organsOf(door.db, personId), { personId, action })
}

function locked(until: Date, now: Date): HttpProblem {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const minutes = Math.ceil(seconds / 60)
  const detail = `连续多次登录失败，请在 ${minutes} 分钟后再试，或联系本单位管理员。`
  return new HttpProblem(problem('signInLocked', { detail }), { 'retry-after': String(seconds) })
}

function failure({ last }: { last: boolean }, { now, settings }: Entrance): HttpProblem {
  return last
    ? locked(new Date(now().getTime() + settings.lockMinutes * 60_000), now())
    : trouble('signInFailed')
}

// Null where what was sent was wrong; a fault of the library is thrown on.
async function orNull<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500 && error.statusCode !== 429) return null
    throw error
  }
}

async function checkPassword(
  door: Entrance,
  body: { username: string; password: string },
  headers: Headers,
): Promise<Admitted | null> {
  const signIn = door.auth.api.signInUsername({
    body: { ...body, rememberMe: false },
    headers,
    returnHeaders: true,
  })
  const answer = await orNull(signIn)
  if (answer === null) return null
  const token = 'twoFactorRedirect' in answer.response ? null : answer.response.token
  return { cookies: answer.headers.getSetCookie(), token }
}

async function refuse(door: Entrance, attempt: Exclude<Attempt, { kind: 'locked' }>): Promise<never> {
  if (attempt.kind === 'open') {
    await note(door, attempt.personId, attempt.last ? 'signInLocked' : 'signInFailed')
  }
  throw failure(attempt, door)
}

/**
 * Checks a name and a password. A wrong one, a name nobody bears and an account put out of use get
 * the same answer after the same time; too many in a row lock the name for a while (see settings).
 */
export async function signIn(
  door: Entrance,
  { username, password }: { username: string; password: string },
  headers: Headers,
): Promise<Admitted> {
  const name = username.trim().toLowerCase()
  const attempt = await countAttempt(door.db, name, { now: door.now(), settings: door.settings })
  if (attempt.kind === 'locked') throw locked(attempt.until, door.now())
  if (attempt.kind === 'unknown') {
    await hashPassword(password)
    return refuse(door, attempt)
  }
  const admitted = await checkPassword(door, { username: name, password }, headers)
  if (admitted === null) return refuse(door, attempt)
  await forgiveFailures(door.db, attempt.personId)
  await dropExpired(door.db, attempt.personId, door.now())
  if (admitted.token !== null) await note(door, attempt.personId, 'signedIn')
  return admitted
}

const isLockedCode = (error: unknown): boolean => isAPIError(error) && error.statusCode === 429

// Codes of better-auth that mean: start again with the password.
const over = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']

function codeProblem(error: unknown, door: Entrance): unknown {
  if (!isAPIError(error) || error.statusCode >= 500) return error
  if (isLockedCode(error))
    return locked(new Date(door.now().getTime() + door.settings.lockMinutes * 60_000), door.now())
  return trouble(over.includes(error.body?.code ?? '') ? 'challengeOver' : 'codeWrong')
}

/**
 * Checks the code that a sign-in still wants: six digits of the authenticator, each good once, or a backup code, which is
 * then used up.
 */
export async function signInWithCode(door: Entrance, code: string, headers: Headers): Promise<Admitted> {
  const asked = { body: { code: code.trim() }, headers, returnHeaders: true as const }
  const isDigits = /^\d{6}$/.test(asked.body.code)
  try {
    const answer = isDigits
      ? await door.auth.api.verifyTOTP(asked)
      : await door.auth.api.verifyBackupCode(asked)
    const { user, token } = answer.response
    if (
      isDigits &&
      !(await takeCode(door.db, { personId: user.id, code: asked.body.code, now: door.now() }))
    ) {
      await door.db
        .deleteFrom('person_session')
        .where('token', '=', token ?? '')
        .execute()
      throw trouble('codeWrong')
    }
    await note(door, user.id, 'signedIn')
    return { cookies: answer.headers.getSetCookie(), token: token ?? null }
  } catch (error) {
    throw codeProblem(error, door)
  }
}

/** Ends the session of these headers; gives the cookies that remove it from the browser. */
export async function signOut(door: Entrance, headers: Headers): Promise<string[]> {
  const answer = await door.auth.api.signOut({ headers, returnHeaders: true })
  return answer.headers.getSetCookie()
}

/** Writes down that a person ended a session. */
export const noteSignOut = (door: Entrance, personId: string): Promise<void> =>
  note(door, personId, 'signedOut')
