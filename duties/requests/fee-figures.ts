import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Recorded } from './rules/facts.ts'
import type { FeeFigures } from './rules/fees.ts'
import { mended } from './rules/mended.ts'
import { duty, recordedOf } from './store.ts'

/**
 * The fee notices and payments of organs in a year, as far as was recorded up to `cutOff` (an ISO instant);
 * amendments are read into the facts that they mend, so that a figure asked twice is the same twice.
 */
export async function feeFigures(
  db: Kysely<Database> | Transaction<Database>,
  { organIds, year, cutOff }: { organIds: readonly string[]; year: number; cutOff: string },
): Promise<FeeFigures> {
  const organs = sql`any(${[...organIds]}::uuid[])`
  const { rows } = await sql<FactRow>`
    select f.* from fact f
    where f.organ_id = ${organs} and f.duty = ${duty} and f.recorded_at <= ${cutOff}
      and f.type in ('feeNoticed', 'feePaid', 'amended')
      and f.case_id in (select case_id from fact
        where organ_id = ${organs} and duty = ${duty} and type in ('feeNoticed', 'feePaid'))
    order by f.case_id, f.seq`.execute(db)
  const facts = [...Map.groupBy(rows, (row) => row.case_id).values()].flatMap((of) =>
    mended(of.map(recordedOf)),
  )
  const inYear = facts.filter(({ happenedOn }) => happenedOn.startsWith(`${year}-`))
  const yuanOf = (type: 'feeNoticed' | 'feePaid'): number[] =>
    inYear.flatMap(({ fact }: Recorded) => (fact.type === type ? [fact.yuan] : []))
  const sum = (amounts: readonly number[]): number =>
    Math.round(amounts.reduce((total, yuan) => total + yuan, 0) * 100) / 100
  const noticed = yuanOf('feeNoticed')
  return { notices: noticed.length, noticed: sum(noticed), collected: sum(yuanOf('feePaid')) }
}
