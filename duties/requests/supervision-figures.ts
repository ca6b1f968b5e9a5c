import { sql } from 'kysely'
import type { ListColumn } from '#platform/documents/list-file.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { type FigureName, figureLabels } from './contract-supervision.ts'

const soonWorkingDays = 3

/** The days that figures of supervision are counted with. */
export interface Given {
  today: Day
  /** Last day of what is due soon: three working days from today. */
  soonUntil: Day
  year: number
}

/** The same for an organ today. */
export async function givenAt(platform: Platform, organId: string): Promise<Given> {
  const today = platform.today()
  const calendar = await platform.calendarFor(organId)
  const soonUntil = calendar.plusWorkdays(today, soonWorkingDays).on
  return { today, soonUntil, year: Number(today.slice(0, 4)) }
}

export interface Counted {
  open: number
  overdue: number
  due_today: number
  soon: number
  received: number
  answered: number
  answer_days: number
  completed: number
  completion_days: number
  suggestions: number
  suggestions_dealt: number
}

/** What an organ without a single case shows. */
export const nothing: Counted = {
  open: 0,
  overdue: 0,
  due_today: 0,
  soon: 0,
  received: 0,
  answered: 0,
  answer_days: 0,
  completed: 0,
  completion_days: 0,
  suggestions: 0,
  suggestions_dealt: 0,
}

/** The mean to a tenth; null of nothing. */
export const average = (sum: number, count: number): number | null =>
  count > 0 ? Math.round((sum * 10) / count) / 10 : null

/** Counts as they cross the wire. */
export const figuresOf = (c: Counted) => ({
  open: c.open,
  overdue: c.overdue,
  dueToday: c.due_today,
  soon: c.soon,
  received: c.received,
  completed: c.completed,
  answerDays: average(c.answer_days, c.answered),
  completionDays: average(c.completion_days, c.completed),
  suggestions: c.suggestions,
  suggestionsDealt: c.suggestions_dealt,
})

/**
 * The counts of these organs (a query that gives organ_id), one row each. Three small reads, none of which walks
 * through cases: the organs, the counts, and the index of what is due soon.
 */
export const countedFor = (organs: ReturnType<typeof sql>, { today, soonUntil, year }: Given) => sql`
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
    coalesce(y.completion_days, 0) as completion_days,
    coalesce(n.suggestions, 0) as suggestions, coalesce(n.suggestions_dealt, 0) as suggestions_dealt
  from organs o
  left join request_count n on n.organ_id = o.organ_id and n.year = 0
  left join request_count y on y.organ_id = o.organ_id and y.year = ${year}
  left join due d on d.organ_id = o.organ_id`

const widths: Record<FigureName, number> = {
  open: 8,
  overdue: 8,
  dueToday: 10,
  soon: 16,
  received: 10,
  completed: 10,
  answerDays: 18,
  completionDays: 16,
  suggestions: 16,
  suggestionsDealt: 16,
}

/** The columns of a file that hold these figures. */
export const figureColumns = <Name extends FigureName>(
  names: readonly Name[],
): ListColumn<Record<Name, number | null>>[] =>
  names.map((name) => ({ heading: figureLabels[name], width: widths[name], of: (row) => row[name] }))
