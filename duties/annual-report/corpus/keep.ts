import { createHash, randomUUIDv7 } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { type OnFault, openSource, type Source } from '../reading/open.ts'
import { type ReadResult, resultOf } from '../reading/result.ts'
import { readerVersion } from '../reading/version.ts'
import { holdAgainstYears } from './carried.ts'
import type { Kept } from './contract.ts'
import { type FileIn, filesIn } from './files-in.ts'
import { type Keeper, keepOriginal } from './originals.ts'
import type { ReadReportRow } from './tables.ts'

/**
 * Reads a file, or each file of an archive, and keeps what was read with its original. A file that is no readable
 * report is kept with the sentence saying why, and the rest go on. Other work of the server gets its turn between two.
 */
export async function* keepFile(
  platform: Platform,
  keeper: Keeper,
  name: string,
  bytes: Uint8Array,
  onFault?: OnFault,
): AsyncIterable<Kept> {
  const fileId = await keepOriginal(platform, platform.db, keeper, { name, bytes })
  for (const file of filesIn(name, bytes)) {
    await setImmediate()
    yield await platform.db
      .transaction()
      .execute((tx) => keepOne(platform, tx, { ...keeper, ...(fileId ? { fileId } : {}) }, file, onFault))
  }
}

/** Reads one file of an upload and keeps what was read. */
export async function keepOne(
  { now }: Platform,
  tx: Transaction<Database>,
  keeper: Keeper & { readonly fileId?: string },
  file: FileIn,
  onFault?: OnFault,
): Promise<Kept> {
  if ('why' in file) return refusedKept(file.name, file.why)
  const [source] = await openSource(file.name, file.bytes, onFault)
  if (source === undefined) throw new Error('a file that is no archive is one source')
  const original = { file_id: keeper.fileId ?? null, inner_name: storable(file.inner) }
  const row = { ...rowOf(source, file.bytes), ...original, read_at: now().toISOString(), read_by: keeper.by }
  return keepSource(tx, keeper.organId, source, row)
}

/** A file of which nothing could be kept. */
export const refusedKept = (name: string, refused: string): Kept => ({
  name,
  readId: null,
  again: false,
  refused,
  organName: null,
  year: null,
  blocks: 0,
  explains: 0,
  warns: 0,
})

// The database holds no NUL and no half of a surrogate pair; what stands in for them is as long, so places hold.
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')
const json = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? storable(each) : each))

function rowOf(source: Source, bytes: Uint8Array) {
  const { findings = [], ...result }: ReadResult = resultOf(source)
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: storable(source.name).slice(0, 300),
    size: bytes.length,
    kind: result.source.kind,
    refused: result.refused ?? null,
    organ_name: storable(result.organ?.name ?? '').slice(0, 200),
    year: result.year?.year ?? 0,
    form: result.form ?? '',
    blocks: count('blocks'),
    explains: count('explain'),
    warns: count('warn'),
    checks: [...new Set(findings.map((each) => each.check))],
    findings: json(findings),
    result: json(result),
    reader: readerVersion,
    source_text: source.kind === 'read' ? storable(source.unfolded.raw) : '',
  }
}

/** Every cell with a number in it, for ranks and distributions. */
async function keepFigures(
  tx: Transaction<Database>,
  { organId, readId }: { organId: string; readId: string },
  source: Source,
): Promise<void> {
  if (source.kind === 'refused') return
  const figures = [...source.reading.cells].flatMap(([id, { cell }]) =>
    cell.kind === 'number' ? [{ id, value: cell.value }] : [],
  )
  const ids = figures.map(({ id }) => id)
  const values = figures.map(({ value }) => value)
  await sql`insert into read_cell (organ_id, read_id, cell, value)
    select ${organId}::uuid, ${readId}::uuid, cell, value
    from unnest(${ids}::text[], ${values}::bigint[]) as figure (cell, value)`.execute(tx)
}

async function keepSource(
  tx: Transaction<Database>,
  organId: string,
  source: Source,
  row: ReturnType<typeof rowOf> &
    Pick<ReadReportRow, 'file_id' | 'read_at' | 'read_by'> & { inner_name: string },
): Promise<Kept> {
  const stored = await tx
    .insertInto('read_report')
    .values({ organ_id: organId, read_id: randomUUIDv7(), ...row })
    .onConflict((conflict) => conflict.columns(['organ_id', 'sha256']).doUpdateSet(row))
    .returning(['read_id', sql<boolean>`xmax <> 0`.as('again')])
    .executeTakeFirstOrThrow()
  const place = { organId, readId: stored.read_id }
  if (stored.again)
    await tx
      .deleteFrom('read_cell')
      .where('organ_id', '=', organId)
      .where('read_id', '=', stored.read_id)
      .execute()
  await keepFigures(tx, place, source)
  const { name, refused, organ_name, year, blocks, explains, warns } = row
  if (refused === null) await holdAgainstYears(tx, organId, organ_name, year)
  return {
    name,
    readId: stored.read_id,
    again: stored.again,
    refused,
    organName: organ_name || null,
    year: year || null,
    blocks,
    explains,
    warns,
  }
}
