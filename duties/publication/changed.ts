import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { askForTexts } from './search/files.ts'
import { writeSearchRows } from './search/write.ts'

/** The channel on which every process of every machine hears that published items changed. */
export const itemsChangedChannel = 'items_changed'

/**
 * What follows from items of one organ having been released, amended, marked or withdrawn, in the transaction that
 * changes their rows: nothing of it is seen before that transaction ends, and all of it at once after.
 */
export async function itemsChanged(
  tx: Kysely<Database>,
  organId: string,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return
  await writeSearchRows(tx, organId, itemIds)
  await askForTexts(tx, organId, itemIds)
  await sql`SELECT pg_notify(${itemsChangedChannel}, ${organId})`.execute(tx)
}
