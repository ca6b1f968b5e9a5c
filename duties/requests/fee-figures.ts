import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Recorded } from './rules/facts.ts'
import { mended } from './rules/mended.ts'
import { duty, recordedOf } from './store.ts'

/** What section six of the annual report must state of the processing fee (第四十二条, 109号办法). */
export interface FeeFigures {
  /** Fee notices issued in the year. */
  notices: number
  /** What they asked for together, in yuan. */
  noticedYuan: number
  /** What was paid in the year, in yuan, whenever the notice was issued. */
  collectedYuan: number
}

const add = (figures: FeeFigures, { fact }: Recorded): void => {
  if (fact.type === 'feeNoticed') {
    figures.notices += 1
    figures.noticedYuan += fact.yuan
  }
  if (fact.type === 'feePaid') figures.collectedYuan += fact.yuan
}

/**
 * The fee notices and payments of an organ in a year, as far as was recorded up to `cutOff` (an ISO instant);
 * amendments are read into the facts that they mend, so that a figure asked twice is the same twice.
 */
export async function feeFigures(
  db: Kysely<Database> | Transaction<Database>,
  organId: string,
  year: number,
  cutOff: string,
): Promise<FeeFigures> {
  const { rows } = await sql<FactRow>`
    select f.* from fact f
    where f.organ_id = ${organId} and f.duty = ${duty} and f.recorded_at <= ${cutOff}
      and f.type in ('feeNoticed', 'feePaid', 'amended')
      and f.case_id in (select case_id from fact
        where organ_id = ${organId} and duty = ${duty} and type = 'feeNoticed')
    order by f.case_id, f.seq`.execute(db)
  const figures: FeeFigures = { notices: 0, noticedYuan: 0, collectedYuan: 0 }
  for (const facts of Map.groupBy(rows, (row) => row.case_id).values()) {
    for (const each of mended(facts.map(recordedOf))) {
      if (each.happenedOn.startsWith(`${year}-`)) add(figures, each)
    }
  }
  return figures
}
