import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** How the database is made to go: through the index of vectors, or along the days from the newest. */
export type Mode = 'vectors' | 'days'

const settings: Readonly<Record<Mode, string>> = {
  vectors: `set_config('enable_bitmapscan', 'on', true), set_config('enable_indexscan', 'off', true)`,
  days: `set_config('enable_bitmapscan', 'off', true), set_config('enable_indexscan', 'on', true)`,
}

/** A transaction that knows which way it goes: every question less is a wait less. */
export interface Way {
  readonly tx: Tx
  mode: Mode
}

/** Works in a transaction that is given up after so many milliseconds of one statement; at first through the vectors. */
export const within = <Result>(db: Db, ms: number, work: (way: Way) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('statement_timeout', ${String(ms)}, true), set_config('jit', 'off', true),
      set_config('work_mem', '32MB', true), set_config('enable_seqscan', 'off', true),
      set_config('max_parallel_workers_per_gather', '0', true), ${sql.raw(settings.vectors)}`.execute(tx)
    return work({ tx, mode: 'vectors' })
  })

/** From here on the transaction goes this way. */
export async function goBy(way: Way, mode: Mode): Promise<void> {
  if (way.mode === mode) return
  await sql`SELECT ${sql.raw(settings[mode])}`.execute(way.tx)
  way.mode = mode
}

/** How many rows the planner expects, from what it knows of the commonest pairs. */
export async function expectedRows({ tx }: Way, table: string, condition: string): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>`
    EXPLAIN (FORMAT JSON) SELECT FROM ${sql.table(table)} WHERE tsv @@ ${sql.lit(condition)}::tsquery`.execute(
    tx,
  )
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}
