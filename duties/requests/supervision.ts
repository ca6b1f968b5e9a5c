import type { Readable } from 'node:stream'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type ListColumn, type ListFormat, listFile } from '#platform/documents/list-file.ts'
import type { Axis } from '#platform/organs/contract.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import type { Below, BelowQuery, Supervision } from './contract-supervision.ts'
import { personNames } from './names.ts'

type Db = Kysely<Database>

const soonWorkingDays = 3
/** From so many requests in a year on an applicant is listed: where the tariff begins to climb within a month (109号办法). */
const frequentFrom = 10

interface Given {
  today: Day
  soonUntil: Day
  year: number
}

async function givenAt(platform: Platform, organId: string): Promise<Given> {
  const today = platform.today()
  const calendar = await platform.calendarFor(organId)
  const soonUntil = calendar.plusWorkdays(today, soonWorkingDays).on
  return { today, soonUntil, year: Number(today.slice(0, 4)) }
}

interface Counted {
  open: number
  overdue: number
  due_today: number
  soon: number
  received: number
  answered: number
  answer_days: number
  completed: number
  completion_days: number
}

const average = (sum: number, count: number): number | null =>
  count > 0 ? Math.round((sum * 10) / count) / 10 : null

const figuresOf = (c: Counted) => ({
  open: c.open,
  overdue: c.overdue,
  dueToday: c.due_today,
  soon: c.soon,
  received: c.received,
  completed: c.completed,
  answerDays: average(c.answer_days, c.answered),
  completionDays: average(c.completion_days, c.completed),
})

// Three small reads, none of which walks through cases: the closure, the counts, and the index of what is due soon.
const countedFor = (organs: ReturnType<typeof sql>, { today, soonUntil, year }: Given) => sql`
  with organs as materialized (${organs}),
  due as (
    select organ_id, count(*) filter (where due_on < ${today}) as overdue,
      count(*) filter (where due_on = ${today}) as due_today,
      count(*) filter (where due_on > ${today}) as soon
    from request_row
    where closed_on is null and kind = 'request' and due_on <= ${soonUntil}
      and organ_id in (select organ_id from organs)
    group by organ_id)
  select o.organ_id, coalesce(n.open, 0) as open, coalesce(d.overdue, 0) as overdue,
    coalesce(d.due_today, 0) as due_today, coalesce(d.soon, 0) as soon,
    coalesce(y.received, 0) as received, coalesce(y.answered, 0) as answered,
    coalesce(y.answer_days, 0) as answer_days, coalesce(y.completed, 0) as completed,
    coalesce(y.completion_days, 0) as completion_days
  from organs o
  left join request_count n on n.organ_id = o.organ_id and n.year = 0
  left join request_count y on y.organ_id = o.organ_id and y.year = ${year}
  left join due d on d.organ_id = o.organ_id`

const nothing: Counted = {
  open: 0,
  overdue: 0,
  due_today: 0,
  soon: 0,
  received: 0,
  answered: 0,
  answer_days: 0,
  completed: 0,
  completion_days: 0,
}

/** The requests of one organ in figures; who holds what and who asks often are left out for whoever looks from above. */
export async function supervision(
  platform: Platform,
  organId: string,
  { fromAbove }: { fromAbove: boolean },
): Promise<Supervision> {
  const { db } = platform
  const given = await givenAt(platform, organId)
  const one = sql`select ${organId}::uuid as organ_id`
  const [{ rows }, byWhom, frequent] = await Promise.all([
    sql<Counted>`${countedFor(one, given)}`.execute(db),
    fromAbove ? null : workloads(platform, organId, given),
    fromAbove ? null : frequentApplicants(db, organId, given.year),
  ])
  return { ...given, totals: figuresOf(rows[0] ?? nothing), byWhom, frequent }
}

async function workloads(
  platform: Platform,
  organId: string,
  { today, soonUntil }: Given,
): Promise<NonNullable<Supervision['byWhom']>> {
  const { rows } = await sql<{
    assignee: string | null
    open: number
    overdue: number
    dueToday: number
    soon: number
  }>`
    select assignee, count(*) as open, count(*) filter (where due_on < ${today}) as overdue,
      count(*) filter (where due_on = ${today}) as "dueToday",
      count(*) filter (where due_on > ${today} and due_on <= ${soonUntil}) as soon
    from request_row where organ_id = ${organId} and closed_on is null and kind = 'request'
    group by assignee order by overdue desc, open desc, assignee`.execute(platform.db)
  const names = await personNames(
    platform,
    rows.flatMap(({ assignee }) => assignee ?? []),
  )
  return rows.map(({ assignee, ...figures }) => ({
    person: assignee === null ? null : { personId: assignee, name: names.get(assignee) ?? '' },
    ...figures,
  }))
}

// The keyed hash that recognises a person stays inside.
async function frequentApplicants(db: Db, organId: string, year: number) {
  const { rows } = await sql<{ cases: number; lastCaseId: string; lastNumber: string }>`
    select count(*) as cases,
      (array_agg(case_id order by received_on desc, case_id))[1] as "lastCaseId",
      (array_agg(number order by received_on desc, case_id))[1] as "lastNumber"
    from request_row
    where organ_id = ${organId} and kind = 'request' and status <> 'split'
      and received_on between ${`${year}-01-01`} and ${`${year}-12-31`}
    group by applicant_index having count(*) >= ${frequentFrom}
    order by 1 desc, 2 limit 20`.execute(db)
  return rows
}

interface CountedOrgan extends Counted {
  organ_id: string
  organs: number
  totals: Counted
}

/**
 * The same over all organs below one along an axis, figures alone: a page of organs, those with most overdue first,
 * and the totals of all. The cost grows with the organs and with what is due soon, not with the cases.
 */
export async function supervisionBelow(
  platform: Platform,
  organId: string,
  { axis = 'region', offset = 0, limit = 50 }: BelowQuery,
): Promise<Below> {
  const given = await givenAt(platform, organId)
  const { rows } = await sql<CountedOrgan>`
    with counted as materialized (${countedFor(organsBelow(organId, axis), given)}),
    totals as (
      select count(*) as organs, jsonb_build_object(
        'open', coalesce(sum(open), 0), 'overdue', coalesce(sum(overdue), 0),
        'due_today', coalesce(sum(due_today), 0), 'soon', coalesce(sum(soon), 0),
        'received', coalesce(sum(received), 0), 'answered', coalesce(sum(answered), 0),
        'answer_days', coalesce(sum(answer_days), 0), 'completed', coalesce(sum(completed), 0),
        'completion_days', coalesce(sum(completion_days), 0)) as totals
      from counted)
    select c.*, t.organs, t.totals from totals t left join lateral (
      select * from counted order by overdue desc, due_today desc, soon desc, open desc, organ_id
      limit ${limit} offset ${offset}) c on true`.execute(platform.db)
  const page = rows.filter((row) => row.organ_id !== null)
  const organs = await organsById(
    platform.db,
    page.map((row) => row.organ_id),
    given.today,
  )
  const names = new Map(organs.map((organ) => [organ.organId, organ.name]))
  return {
    ...given,
    organs: rows[0]?.organs ?? 0,
    totals: figuresOf(rows[0]?.totals ?? nothing),
    rows: page.map((row) => ({
      organId: row.organ_id,
      name: names.get(row.organ_id) ?? '',
      ...figuresOf(row),
    })),
  }
}

const organsBelow = (organId: string, axis: Axis) => sql`
  select descendant_id as organ_id from organ_closure
  where organ_id = ${organId} and axis = ${axis} and depth > 0`

const belowColumns: readonly ListColumn<Below['rows'][number]>[] = [
  { heading: '机关', width: 30, of: ({ name }) => name },
  { heading: '在办', width: 8, of: ({ open }) => open },
  { heading: '逾期', width: 8, of: ({ overdue }) => overdue },
  { heading: '今日到期', width: 10, of: ({ dueToday }) => dueToday },
  { heading: '三个工作日内到期', width: 16, of: ({ soon }) => soon },
  { heading: '本年收到', width: 10, of: ({ received }) => received },
  { heading: '本年办结', width: 10, of: ({ completed }) => completed },
  { heading: '首次告知平均工作日', width: 18, of: ({ answerDays }) => answerDays },
  { heading: '办结平均工作日', width: 16, of: ({ completionDays }) => completionDays },
]

async function* rowsBelow(platform: Platform, organId: string, axis: Axis) {
  const limit = 200
  for (let offset = 0; ; offset += limit) {
    const { rows, organs } = await supervisionBelow(platform, organId, { axis, offset, limit })
    yield* rows
    if (offset + limit >= organs) return
  }
}

/** The overview of all organs below as a file, streamed. */
export const belowFile = (platform: Platform, organId: string, axis: Axis, format: ListFormat): Readable =>
  listFile(format, '下级机关', { columns: belowColumns, rows: rowsBelow(platform, organId, axis) })
