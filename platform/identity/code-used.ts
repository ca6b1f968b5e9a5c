import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import './tables.ts'

// An authenticator's code holds for its half minute and the one on each side.
const validFor = 90_000

/**
 * Takes note that a code of the authenticator was accepted. False where this person's very code was accepted before and
 * would still be valid: whoever looked over a shoulder cannot use it again (RFC 6238, 5.2).
 */
export async function takeCode(
  db: Kysely<Database>,
  { personId, code, now }: { personId: string; code: string; now: Date },
): Promise<boolean> {
  const since = new Date(now.getTime() - validFor).toISOString()
  await db
    .deleteFrom('person_code_used')
    .where('person_id', '=', personId)
    .where('used_at', '<', since)
    .execute()
  const code_hash = createHash('sha256').update(`${personId} ${code}`).digest('base64url')
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person_code_used')
    .values({ person_id: personId, code_hash, used_at: now.toISOString() })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
