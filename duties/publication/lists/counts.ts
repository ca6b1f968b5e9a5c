import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type ListKind, listKinds } from '../rules/decision-list.ts'

/** The decisions of one month that released lists make known, and the items in which they stand. */
export interface ReleasedDecisions {
  readonly kind: ListKind
  /** 1 to 12, of the day of the decisions. */
  readonly month: number
  readonly decisions: number
  readonly itemIds: readonly string[]
}

export interface ReleasedAsk {
  organId: string
  year: number
  /** ISO instant: what was released later is not counted, what was withdrawn later still is. */
  cutOff: string
}

interface Row {
  kind: ListKind
  month: number
  decisions: number
  item_ids: string[]
}

/** 双公示: the licences, penalties and coercions of a year in the lists that stood released at the cut-off, by month. */
export async function releasedDecisions(
  db: Kysely<Database>,
  { organId, year, cutOff }: ReleasedAsk,
): Promise<ReleasedDecisions[]> {
  const ofYear = sql`organ_id = ${organId} and kind = any(${Object.keys(listKinds)}::text[])
    and published_at >= make_date(${year}, 1, 1)::timestamp at time zone 'Asia/Shanghai' and published_at <= ${cutOff}`
  const { rows } = await sql<Row>`
    with stood as (
      select item_id, kind, extra -> 'decisions' as decisions from item_row where status = 'published' and ${ofYear}
      union all
      select item_id, kind, extra -> 'decisions' from item_row
      where status = 'withdrawn' and withdrawn_at > ${cutOff} and ${ofYear})
    select kind, substr(d ->> 'decidedOn', 6, 2)::int as month, count(*)::int as decisions,
      array_agg(distinct item_id order by item_id) as item_ids
    from stood, jsonb_array_elements(decisions) d
    where jsonb_typeof(decisions) = 'array' and d ->> 'decidedOn' ~ ${`^${year}-[01][0-9]-`}
    group by 1, 2 order by 1, 2`.execute(db)
  return rows.map(({ kind, month, decisions, item_ids: itemIds }) => ({ kind, month, decisions, itemIds }))
}
