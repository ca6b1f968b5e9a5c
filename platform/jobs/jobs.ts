import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

type Db = Kysely<Database> | Transaction<Database>

export interface JobOptions {
  /** ISO instant before which it is not run; now without one. */
  runAt?: string
  /** A job of the same key that has not begun is replaced. */
  key?: string
}

/** Where work is left to be done after the answer is given. */
export interface Jobs {
  /** Leaves a job, in the transaction that makes it necessary: it exists if that commits. */
  add(db: Db, name: string, payload: object, options?: JobOptions): Promise<void>
}

export const jobs: Jobs = { add: addJob }

/** Leaves a job, in the transaction that makes it necessary: it exists if that commits. */
export async function addJob(
  db: Db,
  name: string,
  payload: object,
  { runAt, key }: JobOptions = {},
): Promise<void> {
  const body = JSON.stringify(payload)
  await sql`select add_job(${name}, ${body}::json, ${runAt ?? null}::timestamptz, ${key ?? null}::text)`.execute(
    db,
  )
}
