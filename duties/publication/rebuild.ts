import { type Kysely, sql, type Transaction } from 'kysely'
import { calendarFor } from '#platform/calendar/calendar-store.ts'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { itemsChanged } from './changed.ts'
import { duty, recordedOf, releasedOn, saveItemRows } from './item-store.ts'
import { type FoldedRow, projectItem } from './projection.ts'
import { contentOf, fold } from './rules/item.ts'
import { settingsOf } from './settings-store.ts'

type Db = Kysely<Database> | Transaction<Database>

const atOnce = 200

async function foldItems(db: Db, organId: string, itemIds: readonly string[]): Promise<void> {
  const [calendar, settings] = [await calendarFor(db, organId), await settingsOf(db, organId)]
  const { rows } = await sql<FactRow>`
    select * from fact where organ_id = ${organId} and duty = ${duty}
      and case_id = any(${[...itemIds]}::uuid[]) order by case_id, seq`.execute(db)
  const folded: FoldedRow[] = []
  for (const [itemId, facts] of Map.groupBy(rows, (row) => row.case_id)) {
    const told = facts.map(recordedOf)
    const c = fold(told)
    const documentOn = c && (await releasedOn(db, organId, contentOf(c)?.interprets))
    const given = { calendar, settings, ...(documentOn ? { documentOn } : {}) }
    folded.push(projectItem(organId, itemId, told, given))
  }
  await saveItemRows(db, folded)
}

async function* itemsOf(db: Db, organId: string): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db
      .selectFrom('fact')
      .select('case_id')
      .where('organ_id', '=', organId)
      .where('duty', '=', duty)
      .where('seq', '=', 1)
      .where('case_id', '>', after)
      .orderBy('case_id')
      .limit(atOnce)
      .execute()
    if (rows.length === 0) return
    yield rows.map((row) => row.case_id)
    after = rows.at(-1)?.case_id ?? after
  }
}

/** Writes the rows that portal and lists read again, from the facts alone; gives how many. */
export async function rebuildItems(
  platform: Platform,
  onProgress: (items: number) => void = () => {},
): Promise<number> {
  const organs = await platform.db
    .selectFrom('fact')
    .select('organ_id')
    .distinct()
    .where('duty', '=', duty)
    .execute()
  let done = 0
  for (const { organ_id: organId } of organs) {
    for await (const itemIds of itemsOf(platform.db, organId)) {
      await platform.db.transaction().execute(async (tx) => {
        await foldItems(tx, organId, itemIds)
        await itemsChanged(tx, organId, itemIds)
      })
      done += itemIds.length
      onProgress(done)
    }
  }
  return done
}

/** Folds the interpretations of a document again, in the transaction that released it: their days run from there. */
export async function foldInterpretations(
  tx: Transaction<Database>,
  organId: string,
  itemId: string,
): Promise<void> {
  const rows = await tx
    .selectFrom('item_row')
    .select('item_id')
    .where('organ_id', '=', organId)
    .where('interprets', '=', itemId)
    .where('open', '=', true)
    .execute()
  if (rows.length > 0)
    await foldItems(
      tx,
      organId,
      rows.map((row) => row.item_id),
    )
}

/**
 * Folds the open items of an organ again, in the transaction that changed its calendar or its settings: the due days and
 * who is waited for follow at once.
 */
export async function foldOpenItems(tx: Transaction<Database>, organId: string): Promise<void> {
  const rows = await tx
    .selectFrom('item_row')
    .select('item_id')
    .where('organ_id', '=', organId)
    .where('open', '=', true)
    .where('seq', '>', 0)
    .execute()
  const ids = rows.map((row) => row.item_id)
  for (let i = 0; i < ids.length; i += atOnce) await foldItems(tx, organId, ids.slice(i, i + atOnce))
}
