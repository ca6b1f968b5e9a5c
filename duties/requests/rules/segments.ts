import type { Calendar } from '#time/calendar.ts'
import type { Ordinal } from '#time/day.ts'

/** Time that is not counted: the days after `from` up to and including `to`, which is Infinity while it is open. */
export interface Span {
  readonly from: Ordinal
  readonly to: number
}

// Sorts by first day in place: a case has two or three spans, where this beats the general sort.
const sortByFrom = (spans: Span[]): Span[] => {
  for (let i = 1; i < spans.length; i++) {
    for (let j = i; j > 0; j--) {
      const one = spans[j - 1]
      const other = spans[j]
      if (!one || !other || one.from <= other.from) break
      spans[j - 1] = other
      spans[j] = one
    }
  }
  return spans
}

/** The union of the spans, in order, none touching another; empty ones left out. */
export const union = (spans: readonly Span[]): readonly Span[] => {
  const merged: Span[] = []
  let last: Span | undefined
  for (const span of spans.length < 2 ? spans : sortByFrom([...spans])) {
    if (span.to <= span.from) continue
    if (last && span.from <= last.to) {
      last = span.to > last.to ? { from: last.from, to: span.to } : last
      merged[merged.length - 1] = last
    } else {
      last = { from: span.from, to: span.to }
      merged.push(last)
    }
  }
  return merged
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
