import { createHash } from 'node:crypto'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { canonicalJson } from '#platform/ledger/chain.ts'
import { read } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import { type Day, dayInShanghai } from '#time/day.ts'
import type { FoldedRow } from './projection.ts'
import type { Content, ItemFact, Recorded } from './rules/facts.ts'
import type { ItemTable } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The name of this duty in the ledger. */
export const duty = 'publication'

/** The hash by which a text is frozen: over the whole content, in one order of its keys. */
export const hashOfContent = (content: Content): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

/** A row of the ledger as the rules read it. */
export const recordedOf = (row: FactRow): Recorded => ({
  seq: row.seq,
  happenedOn: row.happened_on as Day,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  fact: { type: row.type, ...(row.body as object) } as ItemFact,
})

/** The facts of an item of one organ with the ids of their steps; none where that organ has no such item. */
export async function factRowsOf(db: Db, organId: string, itemId: string): Promise<FactRow[]> {
  const rows = await read(db, organId, itemId)
  return rows.filter((row) => row.duty === duty)
}

const asWritten = (row: FoldedRow) => ({ ...row, extra: JSON.stringify(row.extra) })

/** Writes the row that lists read, in the transaction that appended the facts it was folded from. */
export async function saveItemRow(tx: Db, row: FoldedRow): Promise<void> {
  const { organ_id: _organ, item_id: _item, ...changing } = asWritten(row)
  await tx
    .insertInto('item_row')
    .values(asWritten(row))
    .onConflict((conflict) => conflict.columns(['organ_id', 'item_id']).doUpdateSet(changing))
    .execute()
}

/** The same for many rows of any organs in one statement. */
export async function saveItemRows(db: Db, rows: readonly FoldedRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const changes = names
    .filter((name) => name !== 'organ_id' && name !== 'item_id')
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  await sql`
    insert into item_row (${columns})
    select ${columns} from jsonb_populate_recordset(null::item_row, ${JSON.stringify(rows)}::jsonb)
    on conflict (organ_id, item_id) do update set ${sql.join(changes)}`.execute(db)
}

export type DeskRow = Selectable<ItemTable>

/** The row of one item of one organ; undefined where that organ has no such item. */
export const itemRowOf = (db: Db, organId: string, itemId: string): Promise<DeskRow | undefined> =>
  db
    .selectFrom('item_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()

/** The day on which an item of the organ was first released; undefined where it was not. */
export async function releasedOn(
  db: Db,
  organId: string,
  itemId: string | undefined,
): Promise<Day | undefined> {
  if (!itemId) return undefined
  const row = await db
    .selectFrom('item_row')
    .select('published_at')
    .where('organ_id', '=', organId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return row?.published_at ? dayInShanghai(row.published_at) : undefined
}

/** What a person has typed of an item and not saved. */
export async function autosavedOf(db: Db, organId: string, itemId: string, personId: string) {
  return db
    .selectFrom('item_autosave')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('item_id', '=', itemId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

export interface Autosave {
  organId: string
  itemId: string
  personId: string
  seenSeq: number
  content: object
  /** ISO instant */
  at: string
}

/** Keeps what a person is typing, beside what is saved. */
export async function autosave(db: Db, save: Autosave): Promise<void> {
  const content = JSON.stringify(save.content)
  const changing = { seen_seq: save.seenSeq, content, saved_at: save.at }
  await db
    .insertInto('item_autosave')
    .values({ organ_id: save.organId, item_id: save.itemId, person_id: save.personId, ...changing })
    .onConflict((conflict) => conflict.columns(['organ_id', 'item_id', 'person_id']).doUpdateSet(changing))
    .execute()
}

/** Forgets what was typed of an item: it is saved, or its text is frozen. */
export const dropAutosaves = (db: Db, organId: string, itemId: string, personId?: string) => {
  let query = db.deleteFrom('item_autosave').where('organ_id', '=', organId).where('item_id', '=', itemId)
  if (personId) query = query.where('person_id', '=', personId)
  return query.execute()
}

/** The running numbers of publication: index numbers, and the register of normative documents. */
export type NumberSeries = 'item' | 'register'

/** The next running number of an organ in a year: the row stays locked until the transaction ends. */
export async function nextNumber(
  tx: Db,
  organId: string,
  year: number,
  series: NumberSeries = 'item',
): Promise<number> {
  const row = await tx
    .insertInto('number_series')
    .values({ organ_id: organId, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'series', 'year'])
        .doUpdateSet({ last: sql<number>`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
