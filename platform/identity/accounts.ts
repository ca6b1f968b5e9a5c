import { randomUUIDv7 } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { temporaryPassword } from './passwords.ts'
import { endSessions } from './session.ts'

type Db = Kysely<Database>

/** The end of an address that stands where none was given: it is not shown. */
export const noAddress = '@people.invalid'

export interface NewAccount {
  username: string
  name: string
  email?: string | undefined
  /** Left out: one is made, to be handed out and replaced at the first sign-in. */
  password?: string
  /** The hash of `password`, where many accounts are made with the same. */
  passwordHash?: string
}

/**
 * Makes an account, without roles yet. Gives its id and the password to hand out, or null where the
 * name or the address is taken.
 */
export async function makePerson(
  db: Db,
  { username, name, email, password, passwordHash }: NewAccount,
  now: Date,
): Promise<{ personId: string; password: string } | null> {
  const personId = randomUUIDv7()
  const given = password ?? temporaryPassword()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person')
    .values({
      person_id: personId,
      username: username.toLowerCase(),
      display_username: username,
      name,
      email: (email ?? `${username}${noAddress}`).toLowerCase(),
      password_set_at: password === undefined ? null : now,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return null
  await db
    .insertInto('person_account')
    .values({
      account_row_id: randomUUIDv7(),
      person_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: passwordHash ?? (await hashPassword(given)),
    })
    .execute()
  return { personId, password: given }
}

/**
 * Gives an account a new password to hand out, ends its sessions and lifts its lock; with
 * `alsoSecondFactor` takes that away too. In a transaction: all of it or nothing.
 */
export async function resetPassword(
  transaction: Transaction<Database>,
  personId: string,
  { alsoSecondFactor, now }: { alsoSecondFactor: boolean; now: Date },
): Promise<string> {
  const given = temporaryPassword()
  await transaction
    .updateTable('person_account')
    .set({ password: await hashPassword(given), updated_at: now })
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute()
  const unlocked = { password_set_at: null, failed_sign_ins: 0, locked_until: null }
  await transaction
    .updateTable('person')
    .set(alsoSecondFactor ? { ...unlocked, two_factor_enabled: false } : unlocked)
    .where('person_id', '=', personId)
    .execute()
  if (alsoSecondFactor) {
    await sql`delete from person_two_factor where person_id = ${personId}`.execute(transaction)
  }
  await endSessions(transaction, personId)
  return given
}

/** Puts an account out of use, ending its sessions, or back into use, lifting its lock. */
export async function setActive(db: Db, personId: string, active: boolean): Promise<void> {
  await db
    .updateTable('person')
    .set({ active, failed_sign_ins: 0, locked_until: null })
    .where('person_id', '=', personId)
    .execute()
  if (!active) await endSessions(db, personId)
}

/** The account of that user name, or undefined. */
export async function personByUsername(db: Db, username: string): Promise<{ person_id: string } | undefined> {
  return db
    .selectFrom('person')
    .select('person_id')
    .where('username', '=', username.trim().toLowerCase())
    .executeTakeFirst()
}
