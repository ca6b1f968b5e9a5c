import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Suggestions } from './contract.ts'

type Db = Kysely<Database> | Transaction<Database>

/** How many things wait for an answer at the organ, how many have one. */
export async function suggestionCounts(db: Db, organId: string): Promise<Suggestions['counts']> {
  const row = await db
    .selectFrom('request_count')
    .select(['suggestions', 'suggestions_dealt'])
    .where('organ_id', '=', organId)
    .where('year', '=', 0)
    .executeTakeFirst()
  return { open: row?.suggestions ?? 0, dealt: row?.suggestions_dealt ?? 0 }
}

/** Counts them again, in the transaction that changed what counts. */
export const countSuggestions = (tx: Transaction<Database>, organId: string) =>
  sql`select count_suggestions(${[organId]}::uuid[])`.execute(tx)
