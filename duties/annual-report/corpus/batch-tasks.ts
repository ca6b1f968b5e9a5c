import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { fetchOutside } from '#platform/http/fetch-outside.ts'
import { intranetRanges } from '#platform/http/outside-ranges.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { addressLimits } from '../reading/addresses.ts'
import { type BatchPlace, readOn } from './batches.ts'
import type { Kept } from './contract.ts'
import { countOf, type FileIn, filesIn } from './files-in.ts'
import { keepOne, refusedKept } from './keep.ts'
import { keepOriginal } from './originals.ts'
import type { ReadSourceRow } from './tables.ts'

/** A job reads for so long, then leaves the rest to the next: others get their turn, and the progress is seen. */
const sliceMs = 1500

interface Reader {
  readonly platform: Platform
  readonly place: BatchPlace
  readonly by: string
  readonly allow: readonly string[]
  readonly onFault: (fault: unknown, name: string) => void
}

const placeIn = (payload: unknown): BatchPlace => {
  const { organId, batchId } = payload as Partial<BatchPlace>
  if (typeof organId !== 'string' || typeof batchId !== 'string')
    throw new TypeError('a batch has its organ and its id')
  return { organId, batchId }
}

/** The jobs of the corpus. `allow`: networks of the own house from which addresses may be fetched. */
export const readingTasks = (
  platform: Platform,
  onFault: Reader['onFault'],
  allow: readonly string[] = intranetRanges(),
): Record<string, Task> => ({
  [readOn]: async (tx, payload) => {
    const place = placeIn(payload)
    const batch = await tx
      .selectFrom('read_batch')
      .select(['begun_by', 'cancelled_at'])
      .where('organ_id', '=', place.organId)
      .where('batch_id', '=', place.batchId)
      .executeTakeFirst()
    if (batch === undefined || batch.cancelled_at !== null) return
    const source = await nextSource(tx, place)
    if (source === undefined) return
    await readSlice(tx, { platform, place, by: batch.begun_by, allow, onFault }, source)
    await platform.jobs.add(tx, readOn, place, { key: `${readOn}:${place.batchId}` })
  },
})

const nextSource = (
  tx: Transaction<Database>,
  { organId, batchId }: BatchPlace,
): Promise<ReadSourceRow | undefined> =>
  tx
    .selectFrom('read_source')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('batch_id', '=', batchId)
    .whereRef('done', '<', 'files')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst() as Promise<ReadSourceRow | undefined>

/** Reads on in one source until the time is over, noting each file as it is done. */
async function readSlice(tx: Transaction<Database>, reader: Reader, source: ReadSourceRow): Promise<void> {
  const until = performance.now() + sliceMs
  const opened = await openSourceRow(tx, reader, source)
  if ('kept' in opened) return note(tx, reader, source, { done: 1, files: 1, kept: [opened.kept] })
  const { bytes, fileId } = opened
  const kept: Kept[] = []
  const from = Number(source.done)
  for (const file of filesIn(source.name, bytes, from)) {
    kept.push(await keepSafely(tx, reader, file, fileId))
    if (performance.now() > until) break
  }
  await note(tx, reader, source, { done: from + kept.length, files: countOf(bytes), kept, fileId })
}

type Opened = { readonly bytes: Uint8Array; readonly fileId: string | undefined } | { readonly kept: Kept }

async function openSourceRow(
  tx: Transaction<Database>,
  reader: Reader,
  source: ReadSourceRow,
): Promise<Opened> {
  const { platform, place, allow, by } = reader
  if (source.file_id !== null) {
    const stored = await platform.files.open(tx, place.organId, source.file_id)
    if (stored) return { bytes: stored.bytes, fileId: source.file_id }
    return { kept: refusedKept(source.name, '原件已经不在，请重新提交。') }
  }
  const outside = await fetchOutside(source.address ?? '', { ...addressLimits, allow })
  if (outside.kind === 'refused') return { kept: refusedKept(source.name, outside.why) }
  const { bytes } = outside
  const name = new URL(outside.address).pathname
  return { bytes, fileId: await keepOriginal(platform, tx, { organId: place.organId, by }, { name, bytes }) }
}

/** One file that the database refuses, or over which our program fails, does not hold up the others. */
async function keepSafely(
  tx: Transaction<Database>,
  { platform, place, by, onFault }: Reader,
  file: FileIn,
  fileId: string | undefined,
): Promise<Kept> {
  await sql`savepoint one_file`.execute(tx)
  try {
    const keeper = { organId: place.organId, by, ...(fileId ? { fileId } : {}) }
    const kept = await keepOne(platform, tx, keeper, file, onFault)
    await sql`release savepoint one_file`.execute(tx)
    return kept
  } catch (fault) {
    await sql`rollback to savepoint one_file`.execute(tx)
    onFault(fault, file.name)
    return refusedKept(file.name, '读取程序出错，已经记录，请把这份文件交给系统管理员。')
  }
}

async function note(
  tx: Transaction<Database>,
  { place }: Reader,
  source: ReadSourceRow,
  {
    done,
    files,
    kept,
    fileId,
  }: { done: number; files: number; kept: readonly Kept[]; fileId?: string | undefined },
): Promise<void> {
  const of = { organ_id: place.organId, batch_id: place.batchId, seq: source.seq }
  const rows = kept.map((each, index) => ({
    ...of,
    inner_seq: Number(source.done) + index,
    outcome: JSON.stringify(each),
  }))
  if (rows.length > 0) await tx.insertInto('read_outcome').values(rows).execute()
  await tx
    .updateTable('read_source')
    // A source that gives no file where more were counted has come to its end.
    .set({ done: kept.length === 0 ? files : done, files, ...(fileId ? { file_id: fileId } : {}) })
    .where('organ_id', '=', place.organId)
    .where('batch_id', '=', place.batchId)
    .where('seq', '=', source.seq)
    .execute()
}
