import { randomUUIDv7 } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'

/** Keeps personal data of a case, encrypted, apart from the facts; gives the id that the fact holds. */
export async function keepSealed(
  tx: Transaction<Database>,
  platform: Platform,
  { organId, caseId }: { organId: string; caseId: string },
  value: object,
): Promise<string> {
  const sealedId = randomUUIDv7()
  await tx
    .insertInto('sealed')
    .values({
      organ_id: organId,
      sealed_id: sealedId,
      case_id: caseId,
      ciphertext: platform.seal.sealJson(value, sealedId),
      erased_at: null,
    })
    .execute()
  return sealedId
}

/** What was sealed under that id; null once erased, or where that organ has no such id. */
export async function openSealed(
  db: Kysely<Database> | Transaction<Database>,
  platform: Platform,
  organId: string,
  sealedId: string,
): Promise<unknown> {
  const row = await db
    .selectFrom('sealed')
    .select('ciphertext')
    .where('organ_id', '=', organId)
    .where('sealed_id', '=', sealedId)
    .executeTakeFirst()
  return row?.ciphertext ? platform.seal.unsealJson(row.ciphertext, sealedId) : null
}
