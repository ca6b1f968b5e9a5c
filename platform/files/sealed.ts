import { randomUUIDv7 } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Seal } from './seal.ts'
import './tables.ts'

type Db = Kysely<Database> | Transaction<Database>
type Place = { organId: string; sealedId: string }

/** Keeps personal data of a case encrypted; gives the id that a fact may carry in its stead. */
export async function keepSealed(
  db: Db,
  seal: Seal,
  { organId, caseId, value }: { organId: string; caseId: string; value: unknown },
): Promise<string> {
  const sealedId = randomUUIDv7()
  const ciphertext = seal.sealJson(value, sealedId)
  await db
    .insertInto('sealed')
    .values({ organ_id: organId, sealed_id: sealedId, case_id: caseId, ciphertext })
    .execute()
  return sealedId
}

/** What was kept; undefined where that organ has none of that id, or it was erased. */
export async function readSealed(db: Db, seal: Seal, { organId, sealedId }: Place): Promise<unknown> {
  const row = await db
    .selectFrom('sealed')
    .select('ciphertext')
    .where('organ_id', '=', organId)
    .where('sealed_id', '=', sealedId)
    .executeTakeFirst()
  return row?.ciphertext ? seal.unsealJson(row.ciphertext, sealedId) : undefined
}

/** Erases what was kept, at an ISO instant; the fact that carries the id stays, and its chain stays whole. */
export async function eraseSealed(db: Db, { organId, sealedId }: Place, at: string): Promise<void> {
  await db
    .updateTable('sealed')
    .set({ ciphertext: null, erased_at: at })
    .where('organ_id', '=', organId)
    .where('sealed_id', '=', sealedId)
    .execute()
}
