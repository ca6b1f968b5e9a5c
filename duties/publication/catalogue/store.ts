import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { entryKey, entryName, type StandardEntry } from '../rules/standard/entry.ts'
import { firstOwnField } from '../rules/standard/fields.ts'
import type { CatalogueVersion } from './contract.ts'
import type { StandardCatalogueRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** An entry with its number in the field and its line in the table. */
export interface NumberedEntry {
  number: number
  position: number
  entry: StandardEntry
}

/** Field and number as an item names it: 17-004. */
export const entryCode = (field: string, number: number): string =>
  `${field}-${String(number).padStart(3, '0')}`

type VersionRow = StandardCatalogueRow & { maker: string | null }

export const versionOf = (row: VersionRow): CatalogueVersion => ({
  version: row.version,
  entries: row.entries,
  source: row.source,
  madeAt: row.made_at,
  madeBy: row.maker ?? '',
  publishedAt: row.published_at,
})

/** Every version of every field of an organ, newest first within a field. */
export const catalogueRows = (db: Db, organId: string, field?: string): Promise<VersionRow[]> => {
  let query = db
    .selectFrom('standard_catalogue')
    .leftJoin('person', 'person.person_id', 'standard_catalogue.made_by')
    .selectAll('standard_catalogue')
    .select('person.name as maker')
    .where('standard_catalogue.organ_id', '=', organId)
  if (field) query = query.where('standard_catalogue.field', '=', field)
  return query.orderBy('field').orderBy('version', 'desc').execute()
}

/** The entries of a version, in the order of its table. */
export async function entriesOf(
  db: Db,
  organId: string,
  field: string,
  version: number,
): Promise<NumberedEntry[]> {
  const rows = await db
    .selectFrom('standard_entry')
    .select(['number', 'position', 'body'])
    .where('organ_id', '=', organId)
    .where('field', '=', field)
    .where('version', '=', version)
    .orderBy('position')
    .execute()
  return rows.map(({ number, position, body }) => ({ number, position, entry: body }))
}

/** The newest version of a field, draft or published, with its entries; none before the first. */
export async function newestEntries(db: Db, organId: string, field: string): Promise<NumberedEntry[]> {
  const [row] = await catalogueRows(db, organId, field)
  return row ? entriesOf(db, organId, field, row.version) : []
}

/** The published entries of a field by the names that they keep over versions. */
export const byKey = (entries: readonly NumberedEntry[]): Map<string, NumberedEntry> =>
  new Map(entries.map((each) => [entryKey(each.entry), each]))

/** What a new table changes against the version before it, by the entries' names. */
export function changesAgainst(
  before: readonly NumberedEntry[],
  after: readonly StandardEntry[],
): { added: string[]; changed: string[]; ended: string[] } {
  const old = byKey(before)
  const kept = new Set(after.map(entryKey))
  return {
    added: after.filter((entry) => !old.has(entryKey(entry))).map(entryName),
    changed: after
      .filter((entry) => {
        const was = old.get(entryKey(entry))
        return was !== undefined && !sameEntry(was.entry, entry)
      })
      .map(entryName),
    ended: before.filter(({ entry }) => !kept.has(entryKey(entry))).map(({ entry }) => entryName(entry)),
  }
}

// jsonb does not keep the order of names: both are put in one order before they are compared.
const sorted = (entry: StandardEntry): string =>
  JSON.stringify(Object.entries({ ...entry, more: Object.entries(entry.more).sort() }).sort())
const sameEntry = (one: StandardEntry, other: StandardEntry): boolean => sorted(one) === sorted(other)

/** The code for a field of the organ's own: that of the same label, else the next from 50 on. */
export async function ownFieldFor(db: Db, organId: string, label: string): Promise<string> {
  const rows = await catalogueRows(db, organId)
  const same = rows.find((row) => row.label === label)
  if (same) return same.field
  const used = rows.map((row) => Number(row.field)).filter((code) => code >= firstOwnField)
  return String(Math.max(firstOwnField - 1, ...used) + 1)
}

interface NewVersion {
  organId: string
  field: string
  label: string
  title: string
  source: string
  entries: readonly StandardEntry[]
  by: string
  at: string
}

/** Numbers that entries of the same names keep; others follow the highest ever given in the field. */
async function numbersFor(tx: Db, { organId, field, entries }: NewVersion): Promise<number[]> {
  const { rows } = await sql<{ number: number; body: StandardEntry }>`
    select distinct on (number) number, body from standard_entry
    where organ_id = ${organId} and field = ${field} order by number, version desc`.execute(tx)
  const known = new Map(rows.map(({ number, body }) => [entryKey(body), number]))
  let last = Math.max(0, ...rows.map(({ number }) => number))
  return entries.map((entry) => known.get(entryKey(entry)) ?? ++last)
}

/** Keeps a table as the draft of its field's next version, in place of a draft not yet published. Gives its version. */
export async function keepDraft(tx: Transaction<Database>, draft: NewVersion): Promise<number> {
  const { organId, field } = draft
  // Two uploads of one field wait for one another: numbers are given in turn.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`standard ${organId} ${field}`}, 0))`.execute(tx)
  const numbers = await numbersFor(tx, draft)
  const [newest] = await catalogueRows(tx, organId, field)
  if (newest && newest.published_at === null) await dropDraft(tx, organId, field)
  const version = newest ? newest.version + (newest.published_at === null ? 0 : 1) : 1
  const { label, title, source } = draft
  await tx
    .insertInto('standard_catalogue')
    .values({
      ...{ organ_id: organId, field, version, label, title, source },
      entries: draft.entries.length,
      made_at: draft.at,
      made_by: draft.by,
      published_at: null,
      published_by: null,
    })
    .execute()
  const rows = draft.entries.map((entry, index) => ({
    ...{ organ_id: organId, field, version },
    number: numbers[index] ?? 0,
    position: index + 1,
    body: JSON.stringify(entry),
  }))
  for (let at = 0; at < rows.length; at += 500)
    await tx
      .insertInto('standard_entry')
      .values(rows.slice(at, at + 500))
      .execute()
  return version
}

/** Throws away the draft of a field; false where there is none. */
export async function dropDraft(tx: Db, organId: string, field: string): Promise<boolean> {
  const dropped = await tx
    .deleteFrom('standard_catalogue')
    .where('organ_id', '=', organId)
    .where('field', '=', field)
    .where('published_at', 'is', null)
    .returning('version')
    .execute()
  for (const { version } of dropped)
    await tx
      .deleteFrom('standard_entry')
      .where('organ_id', '=', organId)
      .where('field', '=', field)
      .where('version', '=', version)
      .execute()
  return dropped.length > 0
}

/** Publishes the draft of a field. Gives its version; undefined where there is none. */
export async function publishDraft(
  tx: Db,
  { organId, field, by, at }: { organId: string; field: string; by: string; at: string },
): Promise<number | undefined> {
  const row = await tx
    .updateTable('standard_catalogue')
    .set({ published_at: at, published_by: by })
    .where('organ_id', '=', organId)
    .where('field', '=', field)
    .where('published_at', 'is', null)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export interface UnderEntry {
  items: number
  newestAt: string | null
}

/**
 * True of a row of item_row that is filed under this organ's catalogue of a field: its own, and those below it that no
 * nearer catalogue of the field holds. (The same code in two catalogues is two entries.)
 */
export const filedUnder = (organId: string, field: string): RawBuilder<boolean> => sql`(organ_id = ${organId}
  or organ_id in (select below.descendant_id from organ_closure below
    where below.organ_id = ${organId} and below.axis = 'region' and not exists (
      select from organ_closure near join standard_catalogue c on c.organ_id = near.organ_id
        and c.field = ${field} and c.published_at is not null
      where near.descendant_id = below.descendant_id and near.axis = 'region' and near.depth < below.depth)))`

/** What is published under each entry of a field, over the organ and all below it: code → count and newest. */
export async function publishedUnder(
  db: Db,
  organId: string,
  field: string,
): Promise<Map<string, UnderEntry>> {
  const { rows } = await sql<{ entry: string; items: number; newest_at: string | null }>`
    select entry, count(*)::int items, max(published_at) newest_at from item_row
    where entry like ${`${field}-%`} and status = 'published' and ${filedUnder(organId, field)}
    group by entry`.execute(db)
  return new Map(rows.map(({ entry, items, newest_at: newestAt }) => [entry, { items, newestAt }]))
}
