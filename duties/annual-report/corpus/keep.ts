import { createHash, randomUUIDv7 } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { contentsOf, kindOfZip, type Packed } from '../reading/archive.ts'
import { openSource, type Source } from '../reading/open.ts'
import { type ReadResult, resultOf } from '../reading/result.ts'
import type { Kept } from './contract.ts'
import './tables.ts'

/** Whose corpus, and who adds to it. */
export interface Keeper {
  readonly organId: string
  readonly by: string
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function isArchive(bytes: Uint8Array): boolean {
  try {
    return isZip(bytes) && kindOfZip(bytes) === 'zip'
  } catch {
    return false
  }
}

/** The files of an upload one after another: itself, or what is packed in it. */
function* filesIn(name: string, bytes: Uint8Array): Iterable<Packed> {
  if (!isArchive(bytes)) {
    yield { name, bytes }
    return
  }
  let some = false
  for (const file of contentsOf(bytes)) {
    some = true
    const inner = `${name}/${file.name}`
    if ('bytes' in file && isArchive(file.bytes))
      yield { name: inner, why: '压缩包里还有压缩包，请解开后再提供。' }
    else yield { ...file, name: inner }
  }
  if (!some) yield { name, why: '压缩包里没有可以读取的文件。' }
}

/**
 * Reads a file, or each file of an archive, and keeps what was read. A file that is no readable report is kept with the
 * sentence saying why, and the rest go on. Other work of the server gets its turn between two files.
 */
export async function* keepFile(
  platform: Platform,
  keeper: Keeper,
  name: string,
  bytes: Uint8Array,
): AsyncIterable<Kept> {
  for (const file of filesIn(name, bytes)) {
    await setImmediate()
    if ('why' in file) {
      yield refusedKept(file.name, file.why)
      continue
    }
    for (const source of await openSource(file.name, file.bytes))
      yield await keepSource(platform, keeper, source, file.bytes)
  }
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
  { db, now }: Platform,
  { organId, by }: Keeper,
  source: Source,
  bytes: Uint8Array,
): Promise<Kept> {
  const row = { ...rowOf(source, bytes), read_at: now().toISOString(), read_by: by }
  const kept = await db.transaction().execute(async (tx) => {
    const stored = await tx
      .insertInto('read_report')
      .values({ organ_id: organId, read_id: randomUUIDv7(), ...row })
      .onConflict((conflict) => conflict.columns(['organ_id', 'sha256']).doUpdateSet(row))
      .returning(['read_id', sql<boolean>`xmax <> 0`.as('again')])
      .executeTakeFirstOrThrow()
    if (stored.again)
      await tx
        .deleteFrom('read_cell')
        .where('organ_id', '=', organId)
        .where('read_id', '=', stored.read_id)
        .execute()
    await keepFigures(tx, { organId, readId: stored.read_id }, source)
    return stored
  })
  const { name, refused, organ_name, year, blocks, explains, warns } = row
  return {
    name,
    readId: kept.read_id,
    again: kept.again,
    refused,
    organName: organ_name || null,
    year: year || null,
    blocks,
    explains,
    warns,
  }
}
