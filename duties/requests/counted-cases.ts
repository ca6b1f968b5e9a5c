import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import { type CaseCount, countCase } from './rules/counts.ts'
import type { ApplicantCategory } from './rules/facts.ts'
import { isOutcomeCode, outcomes } from './rules/outcomes.ts'
import type { RequestSettings } from './rules/settings.ts'
import { duty, recordedOf } from './store.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Cases that stand in the same cells of table three. */
export interface CountedCases extends CaseCount {
  readonly caseIds: readonly string[]
}

export interface CountAsk {
  organId: string
  year: number
  /** ISO instant: what was recorded later is not counted. */
  cutOff: string
  settings: RequestSettings
}

/**
 * The cases of an organ by the cells of table three that they fill, the same as `countCase` over the facts of each.
 * A case whose row was not written since the cut-off, and which was not reopened, is counted from its row; only the
 * others are folded.
 */
export async function countedCases(db: Db, ask: CountAsk): Promise<CountedCases[]> {
  const [fromRows, others] = await Promise.all([countedFromRows(db, ask), casesToFold(db, ask)])
  const folded = [...others].flatMap(([caseId, facts]) => {
    const count = countCase(facts.map(recordedOf), ask.year, ask.cutOff, ask.settings)
    return count ? [{ ...count, caseIds: [caseId] }] : []
  })
  return [...fromRows, ...folded]
}

const firstOf = ({ year }: CountAsk): string => `${year}-01-01`
const lastOf = ({ year }: CountAsk): string => `${year}-12-31`

// Of a case reopened the first reply counts, and its row tells the last.
const reopened = ({ organId }: CountAsk) => sql`
  select case_id from fact where organ_id = ${organId} and duty = ${duty} and type in ('reopened')`

// The row tells the day of service only; by another day of the result every case is folded.
const isPlain = ({ cutOff, settings }: CountAsk) => sql<boolean>`
  ${settings.resultOn === 'served'} and updated_at <= ${cutOff}`

// As countCase has it: the whole of a split never counts, one handed over in the year it came counts elsewhere.
const isElsewhere = (ask: CountAsk) => sql<boolean>`
  closed_on is not null and outcome is null
  and (extract(year from closed_on) = extract(year from received_on) and closed_on <= ${lastOf(ask)}
    or case_id in (select case_id from fact
      where organ_id = ${ask.organId} and duty = ${duty} and type in ('split')))`

interface Group {
  category: string
  is_new: boolean
  outcome: string | null
  case_ids: string
}

async function countedFromRows(db: Db, ask: CountAsk): Promise<CountedCases[]> {
  const { rows } = await sql<Group>`
    select category, received_on >= ${firstOf(ask)} as is_new,
      case when closed_on <= ${lastOf(ask)} then coalesce(outcome, 'O3') end as outcome,
      string_agg(case_id::text, ',') as case_ids
    from request_row
    where organ_id = ${ask.organId} and kind = 'request' and received_on <= ${lastOf(ask)}
      and (closed_on is null or closed_on >= ${firstOf(ask)})
      and ${isPlain(ask)} and not (${isElsewhere(ask)})
      and case_id not in (${reopened(ask)})
    group by 1, 2, 3`.execute(db)
  return rows.map(({ category, is_new: isNew, outcome, case_ids: ids }) => {
    const row = outcome !== null && isOutcomeCode(outcome) ? outcomes[outcome].row : null
    return {
      column: category as ApplicantCategory,
      new: isNew,
      carriedIn: !isNew,
      carriedOut: !row,
      ...(row ? { row } : {}),
      caseIds: ids.split(','),
    }
  })
}

// Receipt, the replies and the other endings: all that countCase looks at.
const told = sql`('arrived', 'received', 'split', 'handedOver', 'decided', 'served', 'withdrawn', 'reopened', 'amended')`

// A row written since the cut-off may hold days that were not known then: its case is folded whatever they are.
async function casesToFold(db: Db, ask: CountAsk): Promise<Map<string, FactRow[]>> {
  const { rows } = await sql<FactRow>`
    select f.* from fact f
    where f.organ_id = ${ask.organId} and f.duty = ${duty} and f.recorded_at <= ${ask.cutOff}
      and f.type in ${told}
      and f.case_id in (
        select case_id from request_row
        where organ_id = ${ask.organId} and kind = 'request' and received_on <= ${lastOf(ask)}
          and (closed_on is null or closed_on >= ${firstOf(ask)} or updated_at > ${ask.cutOff})
          and not (${isPlain(ask)})
        union ${reopened(ask)})
    order by f.case_id, f.seq`.execute(db)
  return Map.groupBy(rows, (row) => row.case_id)
}
