import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type Day, plusDays } from '#time/day.ts'
import type { Column, Newest } from '../rules/supervision/columns.ts'
import type { InspectionSettings } from '../rules/supervision/settings.ts'
import { type Counts, countsOf } from '../rules/supervision/standing.ts'

/** An organ with what it fails, its columns one by one, and when links and files were looked at last. */
export interface Tallied {
  organId: string
  code: string
  counts: Counts
  columns: Column[]
  checkedAt: string | null
  /** Reminders of an organ above that are not answered. */
  reminders: number
}

interface Row {
  organ_id: string
  code: string
  kind: string
  home_on: Day | null
  news_on: Day | null
  notice_on: Day | null
  policy_on: Day | null
  statistics_on: Day | null
  heading_on: Record<string, Day> | null
  entries: number
  broken: number
  checked_at: string | null
  late: number
  late_interpretations: number
  released_late: number
  released_interpretations: number
  review: number
  accounts: number
  reminders: number
}

interface Given {
  settings: InspectionSettings
  today: Day
}

/** What stands of these organs (a query that gives organ_id): one row of newest days each, and what is past its day. */
const standings = (organs: RawBuilder<unknown>, { settings, today }: Given) => sql<Row>`
  with organs as materialized (${organs}),
  overdue as (
    select organ_id, count(*) filter (where kind <> 'interpretation') as late,
      count(*) filter (where kind = 'interpretation') as late_interpretations
    from item_row where open and due_on < ${today} and organ_id in (select organ_id from organs) group by 1),
  reviews as (
    select organ_id, count(*) as review from item_row
    where review_on <= ${today} and organ_id in (select organ_id from organs) group by 1),
  released as (
    select organ_id, sum(late) filter (where kind <> 'interpretation') as released_late,
      sum(late) filter (where kind = 'interpretation') as released_interpretations
    from publication_count
    where late > 0 and month >= ${`${today.slice(0, 4)}-01-01`}::date and month <= ${today}::date
      and organ_id in (select organ_id from organs) group by 1),
  stale as (
    select organ_id, count(*) as accounts from channel_place
    where is_account and closed_on is null
      and greatest(opened_on, updated_on, used_on) < ${plusDays(today, -settings.accountDays)}
      and organ_id in (select organ_id from organs) group by 1),
  asked as (
    select organ_id, count(*) as reminders from publication_reminder
    where answered_on is null and organ_id in (select organ_id from organs) group by 1)
  select o.organ_id, g.code, g.kind, s.home_on, s.news_on, s.notice_on, s.policy_on, s.statistics_on, s.heading_on,
    coalesce(s.entries_late, 0) as entries, coalesce(s.broken, 0) as broken, s.checked_at,
    coalesce(d.late, 0) as late, coalesce(d.late_interpretations, 0) as late_interpretations,
    coalesce(r.released_late, 0) as released_late, coalesce(r.released_interpretations, 0) as released_interpretations,
    coalesce(v.review, 0) as review, coalesce(a.accounts, 0) as accounts, coalesce(k.reminders, 0) as reminders
  from organs o join organ g on g.organ_id = o.organ_id
  left join publication_standing s on s.organ_id = o.organ_id
  left join overdue d on d.organ_id = o.organ_id
  left join reviews v on v.organ_id = o.organ_id
  left join released r on r.organ_id = o.organ_id
  left join stale a on a.organ_id = o.organ_id
  left join asked k on k.organ_id = o.organ_id
  order by g.sort, g.code`

const newestOf = (row: Row): Newest => ({
  homeOn: row.home_on,
  newsOn: row.news_on,
  noticeOn: row.notice_on,
  policyOn: row.policy_on,
  statisticsOn: row.statistics_on,
  headingOn: row.heading_on ?? {},
})

function tallied(row: Row, given: Given): Tallied {
  const { late, review, entries, broken, accounts } = row
  const releasedLate = Number(row.released_late)
  const interpretation = row.late_interpretations + Number(row.released_interpretations)
  const tally = { late, releasedLate, interpretation, review, entries, broken, accounts }
  const { counts, columns } = countsOf(newestOf(row), tally, { kind: row.kind, ...given })
  const { organ_id: organId, code, checked_at: checkedAt, reminders } = row
  return { organId, code, counts, columns, checkedAt, reminders }
}

/**
 * What these organs fail on a day. Reads one row of each organ, what is past its day and what was late this year: the
 * cost grows with the organs and with what is wrong, never with what was published.
 */
export async function talliesOf(
  db: Kysely<Database>,
  organs: RawBuilder<unknown>,
  given: Given,
): Promise<Tallied[]> {
  const { rows } = await standings(organs, given).execute(db)
  return rows.map((row) => tallied(row, given))
}

/** The same of one organ; undefined where there is none. */
export const tallyOf = async (
  db: Kysely<Database>,
  organId: string,
  given: Given,
): Promise<Tallied | undefined> => (await talliesOf(db, sql`select ${organId}::uuid as organ_id`, given))[0]
