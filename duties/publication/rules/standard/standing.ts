import type { Calendar } from '#time/calendar.ts'
import { type Day, plusDays, weekday, yearOf } from '#time/day.ts'
import { terms } from '../terms.ts'
import type { StandardEntry } from './entry.ts'
import { type Period, type TimeLimit, timeLimitOf } from './time-limit.ts'

/** What was published under an entry and how it stands to its time limit. */
export type EntryStanding =
  /** Given on request only: nothing is published of the organ's own accord. */
  | { kind: 'onRequest' }
  | { kind: 'inTime' }
  /** Nothing under it yet, and its limit names no period: whether there was anything is not known. */
  | { kind: 'empty' }
  /** Its period came round and nothing was published; `since` is the last day on which it would have been in time. */
  | { kind: 'late'; since: Day }

const monthsOf: Record<Exclude<Period, 'week'>, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

const pad = (n: number): string => String(n).padStart(2, '0')

/** The first day of the period of so many months that a day lies in. */
function startOf(on: Day, months: number): Day {
  const month = Number(on.slice(5, 7))
  return `${on.slice(0, 4)}-${pad(month - ((month - 1) % months))}-01` as Day
}

/** A period that is over: what it brought is published by `by`. */
interface Ended {
  from: Day
  by: Day
}

function endedBefore(period: Period, before: Day, calendar: Calendar): Ended {
  const until =
    period === 'week' ? plusDays(before, -((weekday(before) - 1) % 7)) : startOf(before, monthsOf[period])
  const last = plusDays(until, -1)
  const from = period === 'week' ? plusDays(until, -7) : startOf(last, monthsOf[period])
  return { from, by: calendar.plusWorkdays(last, terms.publication.workingDays).on }
}

/**
 * The newest period whose last day for publication is over: a day of the year that the limit names, else as many
 * working days after the period as 第二十六条 gives.
 */
function lastDue(limit: TimeLimit & { kind: 'every' }, today: Day, calendar: Calendar): Ended {
  if (limit.by) {
    const year = today > `${yearOf(today)}-${limit.by}` ? yearOf(today) : yearOf(today) - 1
    return { from: `${year}-01-01` as Day, by: `${year}-${limit.by}` as Day }
  }
  let ended = endedBefore(limit.period, today, calendar)
  while (ended.by >= today) ended = endedBefore(limit.period, ended.from, calendar)
  return ended
}

/** How an entry stands on a day, by its limit and the day of the newest item under it. Source: its own 公开时限; 第二十六条. */
export function standingOf(
  entry: Pick<StandardEntry, 'limit' | 'published'>,
  { newestOn, since, today, calendar }: { newestOn: Day | null; since: Day; today: Day; calendar: Calendar },
): EntryStanding {
  if (!entry.published) return { kind: 'onRequest' }
  const limit = timeLimitOf(entry.limit)
  if (limit.kind === 'every') {
    const { from, by } = lastDue(limit, today, calendar)
    // What fell due before the catalogue was published is not asked of it.
    if (by >= since && (newestOn === null || newestOn < from)) return { kind: 'late', since: by }
  }
  return newestOn === null ? { kind: 'empty' } : { kind: 'inTime' }
}
