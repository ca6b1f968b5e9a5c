import type { Calendar } from '#time/calendar.ts'
import type { Ordinal } from '#time/day.ts'

/** Time that is not counted: the days after `from` up to and including `to`, which is Infinity while it is open. */
export interface Span {
  readonly from: Ordinal
  readonly to: number
}

/** The union of the spans, in order, none touching another; empty ones left out. */
export const union = (spans: readonly Span[]): readonly Span[] => {
  if (spans.length < 2) return spans.filter(({ from, to }) => to > from)
  const merged: { from: Ordinal; to: number }[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (span.to <= span.from) continue
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ from: span.from, to: span.to })
  }
  return merged
}

/** Working days within the spans, which must not overlap or be open. */
export const workdaysIn = (calendar: Calendar, spans: readonly Span[]): number => {
  let sum = 0
  for (const { from, to } of spans) sum += calendar.workdaysBetweenAt(from, to)
  return sum
}

const isWorked = (calendar: Calendar, on: Ordinal): boolean => calendar.workdaysBetweenAt(on - 1, on) === 1

/**
 * The day on which the n-th counted working day falls: after `start`, which is not counted, and outside the spans
 * (a union, none before `start`). Infinity where an open span is met first. A span that begins on the last day
 * still holds the period open; one that begins later does not.
 */
export const nthCounted = (calendar: Calendar, start: Ordinal, n: number, spans: readonly Span[]): number => {
  let from = start
  let left = n
  for (const span of spans) {
    const on = calendar.plusWorkdaysAt(from, left)
    if (span.from > on) return on
    left -= calendar.workdaysBetweenAt(from, span.from)
    from = span.to
    if (from === Number.POSITIVE_INFINITY) return from
    // Nothing left to count: the day the waiting ends, or the next working day where that is a rest day.
    if (left === 0 && !isWorked(calendar, from)) left = 1
  }
  return calendar.plusWorkdaysAt(from, left)
}
