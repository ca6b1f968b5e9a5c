import { randomUUIDv7 } from 'node:crypto'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { readTable, type Table } from '#platform/documents/table-file.ts'
import { settingOf } from '#platform/organs/settings.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import type { RequestImportRow } from '../tables.ts'
import { checkTable, type ImportRow, type WrongRow } from './check-rows.ts'
import { type ImportFieldName, importFieldNames } from './fields.ts'
import { type Column, type Heading, headerOf, type Mapping } from './header.ts'

type Db = Kysely<Database> | Transaction<Database>

export type ImportStatus = 'uploaded' | 'checking' | 'wrong' | 'checked' | 'importing' | 'imported' | 'failed'

/** An import as it stands; the mapping and the wrong rows as they were kept. */
export interface Import {
  organId: string
  importId: string
  fileId: string
  name: string
  status: ImportStatus
  mapping: Mapping
  columns: readonly Heading[]
  headerRow: number
  rows: number
  done: number
  wrong: WrongRow[]
  madeAt: string
  madeBy: string
}

const settingName = 'requests.import'
const listedWrong = 1000

const importFrom = (row: Selectable<RequestImportRow>): Import => ({
  organId: row.organ_id,
  importId: row.import_id,
  fileId: row.file_id,
  name: row.name,
  status: row.status as ImportStatus,
  mapping: (row.mapping ?? {}) as Mapping,
  columns: row.columns as Heading[],
  headerRow: row.header_row,
  rows: row.rows,
  done: row.done,
  wrong: row.wrong as WrongRow[],
  madeAt: row.made_at,
  madeBy: row.made_by,
})

/** One import of an organ; undefined where it has none of that id. */
export async function importOf(db: Db, organId: string, importId: string): Promise<Import | undefined> {
  const row = await db
    .selectFrom('request_import')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  return row && importFrom(row as unknown as RequestImportRow)
}

/** The imports of an organ, newest first, at most 50. */
export async function importsOf(db: Db, organId: string): Promise<Import[]> {
  const rows = await db
    .selectFrom('request_import')
    .selectAll()
    .where('organ_id', '=', organId)
    .orderBy('import_id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => importFrom(row as unknown as RequestImportRow))
}

interface Change {
  status?: ImportStatus
  mapping?: Mapping
  done?: number
  wrong?: readonly WrongRow[]
}

/** Notes where an import stands; only from one of the states given, where any are. False where it stands elsewhere. */
export async function noteImport(
  db: Db,
  { organId, importId, at, from }: { organId: string; importId: string; at: string; from?: ImportStatus[] },
  { mapping, wrong, ...change }: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('request_import')
    .set({
      ...change,
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(wrong ? { wrong: JSON.stringify(wrong.slice(0, listedWrong)) } : {}),
      changed_at: at,
    })
    .where('organ_id', '=', organId)
    .where('import_id', '=', importId)
    .$if(from !== undefined, (query) => query.where('status', 'in', from ?? []))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

async function remembered(db: Db, organId: string): Promise<ReadonlyMap<string, ImportFieldName>> {
  const kept = (await settingOf(db, organId, settingName)) as Record<string, ImportFieldName> | undefined
  return new Map(Object.entries(kept ?? {}))
}

/** Keeps which heading stands for what, so that an organ says it once. */
export async function rememberMapping(
  db: Db,
  { organId, personId }: { organId: string; personId: string },
  columns: readonly Heading[],
  mapping: Mapping,
): Promise<void> {
  const headings = new Map(columns.map(({ index, heading }) => [index, heading]))
  const named = importFieldNames.flatMap((field) => {
    const source = mapping[field]
    const heading = source && 'column' in source ? headings.get(source.column) : undefined
    return heading ? [[heading, field] as const] : []
  })
  const value = JSON.stringify({
    ...Object.fromEntries(await remembered(db, organId)),
    ...Object.fromEntries(named),
  })
  await db
    .insertInto('organ_setting')
    .values({ organ_id: organId, name: settingName, value, changed_by: personId })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'name'])
        .doUpdateSet({ value, changed_by: personId, changed_at: sql`now()` }),
    )
    .execute()
}

export type Uploaded =
  | { kind: 'uploaded'; import: Import; columns: readonly Column[] }
  | { kind: 'refused'; sentence: string }

/** Keeps a register as it was sent, sealed, with its columns guessed; nothing is kept of what cannot be read. */
export async function uploadRegister(
  platform: Platform,
  { organId, name, bytes, by }: { organId: string; name: string; bytes: Uint8Array; by: string },
): Promise<Uploaded> {
  const { db } = platform
  const read = await readTable(name, bytes)
  if (read.kind === 'unreadable') return { kind: 'refused', sentence: read.sentence }
  const header = headerOf(read.table, await remembered(db, organId))
  if (header.kind === 'unclear') return { kind: 'refused', sentence: header.sentence }
  const at = platform.now().toISOString()
  const stored = await platform.files.store(db, { organId, name, bytes, sealed: true, by, at })
  if (stored.kind === 'refused')
    return { kind: 'refused', sentence: '文件的内容与扩展名不符，请重新保存后上传' }
  const { mapping, headerRow, columns } = header
  const importId = randomUUIDv7()
  await db
    .insertInto('request_import')
    .values({
      organ_id: organId,
      import_id: importId,
      file_id: stored.file.file_id,
      name: stored.file.name,
      status: 'uploaded',
      mapping: JSON.stringify(mapping),
      columns: JSON.stringify(columns.map(({ index, heading }) => ({ index, heading }))),
      header_row: headerRow,
      rows: read.table.rows.slice(headerRow).filter((row) => row.some(Boolean)).length,
      done: 0,
      wrong: '[]',
      made_at: at,
      made_by: by,
      changed_at: at,
    })
    .execute()
  const made = await importOf(db, organId, importId)
  if (!made) throw new Error('an import was kept and not found')
  return { kind: 'uploaded', import: made, columns }
}

/** The file of an import, read again. */
export async function tableOf(platform: Platform, one: Import): Promise<Table> {
  const opened = await platform.files.open(platform.db, one.organId, one.fileId)
  const read = opened && (await readTable(opened.file.name, opened.bytes))
  if (read?.kind !== 'read') throw new Error(`register ${one.importId} can no longer be read`)
  return read.table
}

/** Numbers of the register that the organ's ledger already holds. */
async function numbersTaken(db: Db, organId: string, rows: readonly ImportRow[]): Promise<Set<string>> {
  const numbers = rows.flatMap(({ number }) => number || [])
  const { rows: known } = await sql<{ number: string }>`
    select number from request_row where organ_id = ${organId} and number = any(${numbers}::text[])`.execute(
    db,
  )
  return new Set(known.map(({ number }) => number))
}

/** Every row of an import checked, against the file itself and against the ledger. */
export async function checkedRows(
  platform: Platform,
  one: Import,
  today: Day,
): Promise<{ taken: ImportRow[]; wrong: WrongRow[] }> {
  const { mapping, headerRow } = one
  const { taken, wrong } = checkTable(await tableOf(platform, one), { headerRow, mapping, today })
  const known = await numbersTaken(platform.db, one.organId, taken)
  const again = taken
    .filter(({ number }) => known.has(number))
    .map(({ row, number }) => ({ row, field: '编号', message: `编号“${number}”已经在系统中` }))
  return { taken, wrong: [...wrong, ...again].sort((a, b) => a.row - b.row) }
}
