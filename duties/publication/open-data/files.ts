import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { allScope, type FileFormat, fileName, filePlace } from './nightly.ts'
import { filesPath } from './words.ts'
import './tables.ts'

type Db = Kysely<Database>

/** A file of a whole collection, as it was last made. */
export interface OpenFile {
  /** `all`, or the code of an organ. */
  scope: string
  scopeName: string
  name: string
  address: string
  rows: number
  bytes: number
  sha256: string
  madeAt: string
}

interface Row {
  scope: string
  code: string
  short_name: string
  name: string
  made_at: string
  rows: number
  bytes: number
  sha256: string
}

/** The files there are: those of everything first, then by organ. */
export async function openFiles(db: Db): Promise<OpenFile[]> {
  const { rows } = await sql<Row>`
    SELECT f.scope, o.code, n.short_name, f.name, f.made_at, f.rows, f.bytes, f.sha256
    FROM open_file f JOIN organ o ON o.organ_id = f.organ_id
    JOIN LATERAL (SELECT short_name FROM organ_name WHERE organ_id = o.organ_id ORDER BY from_on DESC LIMIT 1) n ON true
    ORDER BY f.scope <> ${allScope}, o.sort, o.code, f.name DESC`.execute(db)
  return rows.map((row) => {
    const scope = row.scope === allScope ? allScope : row.code
    return {
      scope,
      scopeName: row.scope === allScope ? '全部机关' : row.short_name,
      name: row.name,
      address: `${filesPath}/${scope}/${row.name}`,
      rows: row.rows,
      bytes: row.bytes,
      sha256: row.sha256,
      madeAt: row.made_at,
    }
  })
}

// What was taken down since the file was made stands in it still.
const withdrawnSince = sql<boolean>`EXISTS (SELECT FROM item_row i WHERE i.status = 'withdrawn'
  AND i.updated_at >= f.made_at AND (f.scope = ${allScope} OR i.organ_id = f.organ_id))`

/** Whether any file holds what was taken down since it was made. */
export async function isAnyOutdated(db: Db): Promise<boolean> {
  const { rows } = await sql`SELECT FROM open_file f WHERE ${withdrawnSince} LIMIT 1`.execute(db)
  return rows.length > 0
}

/**
 * Whether a file is whole and holds nothing that was taken down since it was made (第二十三条): until it is made anew,
 * nobody is given it. `bytes` is its size on this machine, where another machine may have made a later one.
 */
export async function mayBeGiven(
  db: Db,
  { scope, format, bytes }: { scope: string; format: FileFormat; bytes: number },
): Promise<boolean> {
  const { rows } = await sql<{ given: boolean }>`
    SELECT f.bytes = ${bytes} AND NOT ${withdrawnSince} AS given FROM open_file f JOIN organ o ON o.organ_id = f.organ_id WHERE f.name = ${fileName(format)}
      AND CASE WHEN ${scope} = ${allScope} THEN f.scope = ${allScope} ELSE f.scope = 'organ' AND o.code = ${scope} END`.execute(
    db,
  )
  return rows[0]?.given ?? false
}

/** The bytes of a file, streamed; undefined where it was never made on this machine. */
export async function readOpenFile(dataFolder: string, scope: string, format: FileFormat) {
  if (!/^[a-z0-9-]{1,40}$/.test(scope)) return undefined
  const place = filePlace(dataFolder, scope, format)
  const found = await stat(place).catch(() => undefined)
  return found?.isFile()
    ? { bytes: found.size, modified: found.mtime, stream: () => createReadStream(place) }
    : undefined
}
