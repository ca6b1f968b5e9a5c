import { createHash } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { listFile } from '#platform/documents/list-file.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { descendantsOf } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { portalOrgan } from '../store.ts'
import { columnsOf, objectOf } from './fields.ts'
import { everyItem, itemFields, type OpenItem } from './items.ts'
import './tables.ts'

type Db = Kysely<Database>

export const fileFormats = ['ndjson', 'csv'] as const
export type FileFormat = (typeof fileFormats)[number]

/** Name of a file of all items in a format. */
export const fileName = (format: FileFormat): string => `items.${format}.gz`

/** Where a file lies on the disk: those of one organ in a folder of its code, those of all in `all`. */
export const filePlace = (dataFolder: string, scope: string, format: FileFormat): string =>
  join(dataFolder, 'open-data', scope, fileName(format))

export const allScope = 'all'

/** A file while it is made: several packed parts one after another, each readable by itself and all together. */
interface Growing {
  out: WriteStream
  hash: ReturnType<typeof createHash>
  bytes: number
  rows: number
  place: string
}

async function opened(place: string): Promise<Growing> {
  await mkdir(join(place, '..'), { recursive: true, mode: 0o755 })
  const out = createWriteStream(`${place}.half`)
  return { out, hash: createHash('sha256'), bytes: 0, rows: 0, place }
}

async function put(file: Growing, bytes: Buffer): Promise<void> {
  file.hash.update(bytes)
  file.bytes += bytes.length
  if (!file.out.write(bytes)) await new Promise((go) => file.out.once('drain', go))
}

interface Kept {
  organId: string
  scope: 'organ' | 'all'
  format: FileFormat
}

async function close(db: Db, file: Growing, { organId, scope, format }: Kept, at: string): Promise<void> {
  file.out.end()
  await finished(file.out)
  await rename(`${file.place}.half`, file.place)
  const row = { made_at: at, rows: file.rows, bytes: file.bytes, sha256: file.hash.digest('hex') }
  await db
    .insertInto('open_file')
    .values({ organ_id: organId, scope, name: fileName(format), ...row })
    .onConflict((conflict) => conflict.columns(['organ_id', 'scope', 'name']).doUpdateSet(row))
    .execute()
}

const bom = (columns: Parameters<typeof listFile<OpenItem>>[2]['columns']) =>
  Array.fromAsync(listFile('csv', '', { columns, rows: noRows() }))
async function* noRows(): AsyncGenerator<OpenItem> {}

/** Lines of the items of an organ; the heading of a table is written once, before all. */
async function* lines(platform: Platform, organId: string, format: FileFormat): AsyncGenerator<string> {
  const { db, config } = platform
  const fields = itemFields(config.publicAddress)
  const rows = everyItem(db, { organId, withBody: format === 'ndjson', today: platform.today() })
  if (format === 'ndjson') {
    for await (const row of rows) yield `${JSON.stringify({ ...objectOf(fields, row), body: row.body })}\n`
    return
  }
  let isHeading = true
  for await (const line of listFile('csv', '', { columns: columnsOf(fields), rows })) {
    if (!isHeading) yield String(line)
    isHeading = false
  }
}

async function writeOrgan(platform: Platform, organ: Organ, format: FileFormat, into: readonly Growing[]) {
  const pack = createGzip({ level: 6 })
  const fill = (async () => {
    for await (const line of lines(platform, organ.organId, format)) {
      for (const file of into) file.rows++
      if (!pack.write(line)) await new Promise((go) => pack.once('drain', go))
    }
    pack.end()
  })()
  fill.catch((fault) => pack.destroy(fault))
  for await (const bytes of pack) for (const file of into) await put(file, bytes as Buffer)
  await fill
}

async function makeFormat(platform: Platform, organs: readonly Organ[], format: FileFormat): Promise<void> {
  const { db, config } = platform
  const at = platform.now().toISOString()
  const heading =
    format === 'csv'
      ? gzipSync((await bom(columnsOf(itemFields(config.publicAddress)))).join(''))
      : Buffer.of()
  const all = await opened(filePlace(config.dataFolder, allScope, format))
  await put(all, heading)
  for (const organ of organs) {
    const own = await opened(filePlace(config.dataFolder, organ.code, format))
    await put(own, heading)
    await writeOrgan(platform, organ, format, [own, all])
    const kept = { organId: organ.organId, scope: 'organ', format } as const
    if (own.rows === 0) await drop(db, own, kept)
    else await close(db, own, kept, at)
  }
  const [first] = organs
  if (first) await close(db, all, { organId: first.organId, scope: 'all', format }, at)
}

// An organ that has nothing published, or nothing any more, has no file.
async function drop(db: Db, file: Growing, { organId, scope, format }: Kept): Promise<void> {
  file.out.end()
  await finished(file.out)
  for (const place of [`${file.place}.half`, file.place]) await rm(place, { force: true })
  await db
    .deleteFrom('open_file')
    .where('organ_id', '=', organId)
    .where('scope', '=', scope)
    .where('name', '=', fileName(format))
    .execute()
}

/**
 * Makes the whole collections anew: for each organ and for all, NDJSON with the texts and CSV without, packed. Rows are
 * read by key and written as they come; each file takes the place of the one before when it is whole.
 */
export async function makeOpenFiles(platform: Platform): Promise<void> {
  const today = platform.today()
  const own = await portalOrgan(platform.db, today)
  if (!own) return
  const organs = [own, ...(await descendantsOf(platform.db, own.organId, 'region', today))]
  for (const format of fileFormats) await makeFormat(platform, organs, format)
}
