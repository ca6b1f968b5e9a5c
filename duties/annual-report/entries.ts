import { randomUUIDv7 } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { formForYear, nameOfCell } from '#law/report-forms/forms.ts'
import type { Database } from '#platform/database/schema.ts'
import { readTable } from '#platform/documents/table-file.ts'
import type { Platform } from '#platform/platform.ts'
import type { EntryView } from './contract.ts'
import { type ReadEntry, readEntry, readEntryList, type TypedEntry } from './rules/entries.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Where an entry belongs and who puts it there. */
export interface EntryPlace {
  organId: string
  year: number
  by: string
}

export type EntryAnswer =
  | { kind: 'done'; entryIds: string[] }
  | { kind: 'notFound' }
  | { kind: 'invalid'; errors: { field: string; message: string }[] }

/** The monthly entries of an organ and year that have not been withdrawn, by cell and month. */
export async function entriesOf(db: Db, organId: string, year: number): Promise<EntryView[]> {
  const form = formForYear(year)
  const rows = await db
    .selectFrom('figure_entry')
    .select(['entry_id', 'cell', 'month', 'amount', 'source', 'recorded_at'])
    .where('organ_id', '=', organId)
    .where('year', '=', year)
    .where('withdrawn_at', 'is', null)
    .orderBy('cell')
    .orderBy('month')
    .orderBy('entry_id')
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id,
    cell: row.cell,
    name: nameOfCell(row.cell, form?.id),
    month: row.month,
    amount: row.amount,
    source: row.source,
    recordedAt: row.recorded_at,
  }))
}

const keep = (db: Db, { organId, year, by }: EntryPlace, at: string, entries: readonly ReadEntry[]) => {
  const rows = entries.map((entry) => ({ ...entry, entry_id: randomUUIDv7() }))
  return db
    .insertInto('figure_entry')
    .values(
      rows.map((row) => ({
        ...row,
        organ_id: organId,
        year,
        recorded_at: at,
        recorded_by: by,
        withdrawn_at: null,
      })),
    )
    .execute()
    .then(() => rows.map((row) => row.entry_id))
}

/** Keeps one monthly entry, or says at each field what is wrong with it. */
export async function addEntry(
  platform: Platform,
  place: EntryPlace,
  typed: TypedEntry,
): Promise<EntryAnswer> {
  const form = formForYear(place.year)
  if (!form) return { kind: 'notFound' }
  const read = readEntry(typed, form.id)
  if ('problems' in read) return { kind: 'invalid', errors: read.problems }
  const entryIds = await keep(platform.db, place, platform.now().toISOString(), [read.entry])
  return { kind: 'done', entryIds }
}

/** Withdraws an entry: from now on it is not counted; a report of an earlier cut-off still counts it. */
export async function withdrawEntry(
  platform: Platform,
  { organId, year }: Omit<EntryPlace, 'by'>,
  entryId: string,
): Promise<EntryAnswer> {
  const { numUpdatedRows } = await platform.db
    .updateTable('figure_entry')
    .set({ withdrawn_at: platform.now().toISOString() })
    .where('organ_id', '=', organId)
    .where('year', '=', year)
    .where('entry_id', '=', entryId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows) === 0 ? { kind: 'notFound' } : { kind: 'done', entryIds: [entryId] }
}

const most = 5000

/** Keeps every entry of a list (Excel or CSV), or none of them: each wrong row is named with its reason. */
export async function importEntries(
  platform: Platform,
  place: EntryPlace,
  name: string,
  bytes: Uint8Array,
): Promise<EntryAnswer> {
  const form = formForYear(place.year)
  if (!form) return { kind: 'notFound' }
  const wrong = (message: string, field = 'file'): EntryAnswer => ({
    kind: 'invalid',
    errors: [{ field, message }],
  })
  const read = await readTable(name, bytes)
  if (read.kind === 'unreadable') return wrong(read.sentence)
  const { rows } = read.table
  if (rows.length > most) return wrong(`一次最多导入${most}行，请分开导入`)
  const list = readEntryList(rows, form.id)
  if (list.wrong.length > 0) {
    const errors = list.wrong.map(({ row, reason }) => ({
      field: `rows.${row}`,
      message: `第${row}行：${reason}`,
    }))
    return { kind: 'invalid', errors }
  }
  if (list.entries.length === 0) return wrong('文件中没有可以导入的行')
  const at = platform.now().toISOString()
  const entryIds = await platform.db.transaction().execute((tx) => keep(tx, place, at, list.entries))
  return { kind: 'done', entryIds }
}
