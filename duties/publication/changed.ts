import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { askForTexts } from './search/files.ts'
import { writeSearchRows } from './search/write.ts'

/**
 * What follows from items of one organ having been released, amended, marked or withdrawn, in the transaction that
 * changes their rows: nothing of it is seen before that transaction ends, and all of it at once after. That pages kept
 * by any server are out of date is noted by the database itself (`pages_show`, migrations/0041-portal.sql).
 */
export async function itemsChanged(
  tx: Kysely<Database>,
  organId: string,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return
  await writeSearchRows(tx, organId, itemIds)
  await askForTexts(tx, organId, itemIds)
}
