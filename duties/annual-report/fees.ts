import { type Kysely, sql } from 'kysely'
import type { Recorded } from '#duties/requests/rules/facts.ts'
import { mended } from '#duties/requests/rules/mended.ts'
import { recordedOf } from '#duties/requests/store.ts'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { FeeFigures } from './rules/bound-text.ts'
import type { LedgerCounts } from './rules/check.ts'

type Db = Kysely<Database>

export interface YearAsk {
  organId: string
  year: number
  /** ISO instant: what was recorded later is not counted. */
  cutOff: string
}

/** The processing fees of organs in a year, from their cases (第四十二条): notices sent, what they ask, what was paid. */
export async function feeFigures(
  db: Db,
  { organIds, year, cutOff }: Omit<YearAsk, 'organId'> & { organIds: readonly string[] },
): Promise<FeeFigures> {
  const organs = sql`any(${[...organIds]}::uuid[])`
  const { rows } = await sql<FactRow>`
    select f.* from fact f
    where f.organ_id = ${organs} and f.duty = 'requests' and f.recorded_at <= ${cutOff}
      and f.type in ('feeNoticed', 'feePaid', 'amended')
      and f.case_id in (select case_id from fact
        where organ_id = ${organs} and duty = 'requests' and type in ('feeNoticed', 'feePaid'))
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

interface Notices {
  corrections: number
  fees: number
  reasons: number
  consultations: number
}

/** How many notices of each kind the cases of an organ sent in a year and the year before: results cannot be more (E10). */
export async function noticeCounts(db: Db, { organId, year, cutOff }: YearAsk): Promise<LedgerCounts> {
  const { rows } = await sql<Notices>`
    select count(*) filter (where type = 'correctionAsked') as corrections,
      count(*) filter (where type = 'feeNoticed') as fees,
      count(*) filter (where type = 'reasonsAsked') as reasons,
      count(*) filter (where type = 'consultationSent' and body->>'with' = 'thirdParty') as consultations
    from fact
    where organ_id = ${organId} and duty = 'requests' and recorded_at <= ${cutOff}
      and happened_on between ${`${year - 1}-01-01`} and ${`${year}-12-31`}
      and type in ('correctionAsked', 'feeNoticed', 'reasonsAsked', 'consultationSent')`.execute(db)
  const [counts] = rows
  return {
    cells: {},
    correctionNotices: Number(counts?.corrections ?? 0),
    feeNotices: Number(counts?.fees ?? 0),
    article35Notices: Number(counts?.reasons ?? 0),
    thirdPartyConsultations: Number(counts?.consultations ?? 0),
  }
}
