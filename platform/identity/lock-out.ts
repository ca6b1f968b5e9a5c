import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { IdentitySettings } from './settings.ts'

type Clock = { now: Date; settings: IdentitySettings }

/** Whose turn it is to be checked; `locked` where nobody's password is looked at. */
export type Attempt =
  | { kind: 'open'; personId: string; last: boolean }
  | { kind: 'unknown'; last: boolean }
  | { kind: 'locked'; until: Date }

interface Counted {
  person_id: string
  locked_until: string | null
  taken: boolean
}

// Counted before the password is looked at, so that many guesses sent at once count as many.
const countQuery = (username: string, { now, settings }: Clock) => {
  const until = new Date(now.getTime() + settings.lockMinutes * 60_000)
  const n = settings.failuresBeforeLock
  return sql<Counted>`
    with known as (
      select person_id, locked_until from person where username = ${username} and active
    ), counted as (
      update person set
        failed_sign_ins = case when failed_sign_ins + 1 >= ${n} then 0 else failed_sign_ins + 1 end,
        locked_until = case when failed_sign_ins + 1 >= ${n} then ${until}::timestamptz end
      where username = ${username} and active and (locked_until is null or locked_until <= ${now})
      returning person_id, locked_until
    )
    select person_id, locked_until, true as taken from counted
    union all
    select person_id, locked_until, false from known where not exists (select from counted)`
}

// Names that nobody bears are locked in the same way, so that a lock tells nothing about who exists.
const strangers = new Map<string, { failures: number; lockedUntil: number }>()
const strangersKept = 10_000

function countStranger(username: string, { now, settings }: Clock): Attempt {
  const key = createHash('sha256').update(username).digest('base64')
  const { failures, lockedUntil } = strangers.get(key) ?? { failures: 0, lockedUntil: 0 }
  if (lockedUntil > now.getTime()) return { kind: 'locked', until: new Date(lockedUntil) }
  const last = failures + 1 >= settings.failuresBeforeLock
  const until = now.getTime() + settings.lockMinutes * 60_000
  strangers.delete(key)
  strangers.set(key, last ? { failures: 0, lockedUntil: until } : { failures: failures + 1, lockedUntil: 0 })
  const [oldest] = strangers.keys()
  if (strangers.size > strangersKept && oldest !== undefined) strangers.delete(oldest)
  return { kind: 'unknown', last }
}

/** Counts an attempt to sign in, and locks the name at the last one allowed. A right password then unlocks. */
export async function countAttempt(db: Kysely<Database>, username: string, clock: Clock): Promise<Attempt> {
  const { rows } = await countQuery(username, clock).execute(db)
  const [row] = rows
  if (row === undefined) return countStranger(username, clock)
  if (!row.taken) return { kind: 'locked', until: new Date(row.locked_until ?? clock.now) }
  return { kind: 'open', personId: row.person_id, last: row.locked_until !== null }
}

/** Forgets the failures of a person whose password was right. */
export async function forgiveFailures(db: Kysely<Database>, personId: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ failed_sign_ins: 0, locked_until: null })
    .where('person_id', '=', personId)
    .execute()
}
