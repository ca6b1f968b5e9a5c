import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { LedgerCounts } from './rules/check.ts'

type Db = Kysely<Database>

export interface YearAsk {
  organId: string
  year: number
  /** ISO instant: what was recorded later is not counted. */
  cutOff: string
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
