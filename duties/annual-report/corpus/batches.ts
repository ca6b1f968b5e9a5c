import { randomUUIDv7 } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { readerVersion } from '../reading/version.ts'
import type { Batch, Kept } from './contract.ts'
import type { Keeper } from './originals.ts'
import './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Reads on in a batch; see batch-tasks.ts. */
export const readOn = 'readBatch'

export interface BatchPlace {
  readonly organId: string
  readonly batchId: string
}

/** What is handed in to be read: a file of the store, or an address. */
export type Source = { readonly name: string } & ({ readonly fileId: string } | { readonly address: string })

/** Begins a batch with what is known of it already. */
export async function beginBatch(
  { db, jobs, now }: Platform,
  { organId, by }: Keeper,
  sources: readonly Source[],
): Promise<string> {
  const batchId = randomUUIDv7()
  await db.transaction().execute(async (tx) => {
    const row = { organ_id: organId, batch_id: batchId, begun_at: now().toISOString(), begun_by: by }
    await tx
      .insertInto('read_batch')
      .values({ ...row, cancelled_at: null })
      .execute()
    await addSources(tx, { organId, batchId }, sources)
    if (sources.length > 0) await jobs.add(tx, readOn, { organId, batchId }, { key: `${readOn}:${batchId}` })
  })
  return batchId
}

const atOnce = 1000

async function addSources(
  tx: Transaction<Database>,
  place: BatchPlace,
  sources: readonly Source[],
): Promise<void> {
  const first = await nextOf(tx, place)
  for (let from = 0; from < sources.length; from += atOnce) {
    const rows = sources.slice(from, from + atOnce).map((source, index) => ({
      organ_id: place.organId,
      batch_id: place.batchId,
      seq: first + from + index,
      name: source.name.slice(0, 300),
      address: 'address' in source ? source.address : null,
      file_id: 'fileId' in source ? source.fileId : null,
    }))
    await tx.insertInto('read_source').values(rows).execute()
  }
}

async function nextOf(tx: Transaction<Database>, { organId, batchId }: BatchPlace): Promise<number> {
  await sql`select 1 from read_batch where organ_id = ${organId} and batch_id = ${batchId} for update`.execute(
    tx,
  )
  const { last } = await tx
    .selectFrom('read_source')
    .select(sql<number>`coalesce(max(seq), 0)`.as('last'))
    .where('organ_id', '=', organId)
    .where('batch_id', '=', batchId)
    .executeTakeFirstOrThrow()
  return last + 1
}

/** Adds a file to a batch. `kept`: what became of it already, where it could not be stored. */
export async function addToBatch(
  { db, jobs }: Platform,
  place: BatchPlace,
  source: Source | { readonly name: string; readonly kept: Kept },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!('kept' in source)) {
      await addSources(tx, place, [source])
      await jobs.add(tx, readOn, place, { key: `${readOn}:${place.batchId}` })
      return
    }
    const seq = await nextOf(tx, place)
    const of = { organ_id: place.organId, batch_id: place.batchId, seq }
    await tx
      .insertInto('read_source')
      .values({ ...of, name: source.name.slice(0, 300), address: null, file_id: null, done: 1 })
      .execute()
    await tx
      .insertInto('read_outcome')
      .values({ ...of, inner_seq: 0, outcome: JSON.stringify(source.kept) })
      .execute()
  })
}

/** What is left of a batch is not read; what was read stays. */
export async function cancelBatch({ db, now }: Platform, { organId, batchId }: BatchPlace): Promise<void> {
  await db
    .updateTable('read_batch')
    .set({ cancelled_at: now().toISOString() })
    .where('organ_id', '=', organId)
    .where('batch_id', '=', batchId)
    .where('cancelled_at', 'is', null)
    .execute()
}

/** A batch of the organ; the newest of a person where none is named. Undefined where there is none. */
export async function batchOf(
  db: Db,
  organId: string,
  which: { readonly batchId: string } | { readonly by: string },
): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('read_batch')
    .select(['batch_id', 'cancelled_at'])
    .where('organ_id', '=', organId)
    .$if('batchId' in which, (query) => query.where('batch_id', '=', 'batchId' in which ? which.batchId : ''))
    .$if('by' in which, (query) =>
      query.where('begun_by', '=', 'by' in which ? which.by : '').orderBy('begun_at', 'desc'),
    )
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const sums = await db
    .selectFrom('read_source')
    .select([
      sql<number>`coalesce(sum(files), 0)::int`.as('chosen'),
      sql<number>`coalesce(sum(done), 0)::int`.as('done'),
    ])
    .where('organ_id', '=', organId)
    .where('batch_id', '=', row.batch_id)
    .executeTakeFirstOrThrow()
  const outcomes = db
    .selectFrom('read_outcome')
    .where('organ_id', '=', organId)
    .where('batch_id', '=', row.batch_id)
  const { refused } = await outcomes
    .select(sql<number>`count(*)::int`.as('refused'))
    .where(sql<boolean>`outcome->>'refused' is not null`)
    .executeTakeFirstOrThrow()
  const kept = await outcomes
    .select('outcome')
    .orderBy('seq', 'desc')
    .orderBy('inner_seq', 'desc')
    .limit(200)
    .execute()
  return {
    batchId: row.batch_id,
    ...sums,
    refused,
    cancelled: row.cancelled_at !== null,
    kept: kept.map(({ outcome }) => outcome as Kept),
  }
}

const mostAgain = 20_000

/** The originals that an older reader read, each as a source: they can be read again. */
export async function sourcesOfOlder(db: Db, organId: string): Promise<readonly Source[]> {
  const rows = await db
    .selectFrom('read_report')
    .select([
      'file_id',
      sql<string>`min(case when inner_name = '' then name else replace(name, '/' || inner_name, '') end)`.as(
        'name',
      ),
    ])
    .where('organ_id', '=', organId)
    .where('reader', '<', readerVersion)
    .where('file_id', 'is not', null)
    .groupBy('file_id')
    .limit(mostAgain)
    .execute()
  return rows.flatMap(({ file_id: fileId, name }) => (fileId === null ? [] : [{ name, fileId }]))
}
