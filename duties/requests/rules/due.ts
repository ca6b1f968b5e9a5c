import type { Calendar } from '#time/calendar.ts'
import { type Day, dayOf, type Ordinal, ordinalOf } from '#time/day.ts'
import { type Because, because, reasons, type StoppedFor } from './because.ts'
import { type ClockFacts, type EndedHow, readClock } from './clock-facts.ts'
import type { Recorded } from './facts.ts'
import { type Reckoning, reckon } from './reckon.ts'
import { type ClockSettings, defaultClockSettings } from './terms.ts'

/** Where the clock of a case stands, with the reasons in order. */
export type Due =
  | {
      readonly kind: 'due'
      /** The last day on which the reply is in time. */
      readonly on: Day
      readonly provisional: boolean
      readonly because: readonly Because[]
    }
  | {
      readonly kind: 'stopped'
      readonly stoppedFor: StoppedFor
      readonly since: Day
      /** The last day of the other side's term, where it has one. */
      readonly until?: Day
      /** The due day if a consulted party says nothing until then. */
      readonly thenOn?: Day
      readonly provisional: boolean
      readonly because: readonly Because[]
    }
  | {
      readonly kind: 'over'
      readonly how: EndedHow
      readonly on: Day
      /** The due day that the reply had; absent where the clock stood still when the case ended. */
      readonly dueOn?: Day
      /** For a reply: whether it was made by the due day. */
      readonly inTime?: boolean
      readonly provisional: boolean
      readonly because: readonly Because[]
    }

const over = (ended: { how: EndedHow; on: Ordinal }, reckoning: Reckoning): Due => {
  const { dueOn } = reckoning
  const on = dayOf(ended.on)
  return {
    kind: 'over',
    how: ended.how,
    on,
    ...(dueOn === undefined ? {} : { dueOn: dayOf(dueOn) }),
    ...(ended.how === 'replied' ? { inTime: dueOn === undefined || ended.on <= dueOn } : {}),
    provisional: reckoning.provisional,
    because: [...reckoning.because, because(reasons[ended.how], on)],
  }
}

const dueOf = (clock: ClockFacts, reckoning: Reckoning): Due => {
  if (clock.ended) return over(clock.ended, reckoning)
  const { dueOn, stop, because: why, provisional } = reckoning
  if (dueOn !== undefined) return { kind: 'due', on: dayOf(dueOn), provisional, because: why }
  if (!stop) throw new Error('a clock that neither runs nor stands')
  return {
    kind: 'stopped',
    stoppedFor: stop.for,
    since: dayOf(stop.since),
    ...(stop.until === undefined ? {} : { until: dayOf(stop.until) }),
    ...(stop.thenOn === undefined ? {} : { thenOn: dayOf(stop.thenOn) }),
    provisional,
    because: why,
  }
}

/**
 * When the reply is due and why, what the clock is stopped for, or how the case ended (第三十至三十五条, 109号办法).
 * The days of the facts count, not when they were typed. With `asOf` (today), a consulted party whose term has run
 * out no longer stops the clock. Throws RangeError for facts without a receipt, or outside the calendar.
 */
export const due = (
  facts: readonly Recorded[],
  calendar: Calendar,
  settings: ClockSettings = defaultClockSettings,
  asOf?: Day,
): Due => {
  const clock = readClock(facts)
  const today = asOf === undefined ? undefined : ordinalOf(asOf)
  return dueOf(clock, reckon(clock, { calendar, settings, asOf: today }))
}

/** Whether the reply was posted or signed for by its due day; undefined while there is none. */
export const replyOnTime = (
  facts: readonly Recorded[],
  calendar: Calendar,
  settings: ClockSettings = defaultClockSettings,
): boolean | undefined => {
  const answer = due(facts, calendar, settings)
  return answer.kind === 'over' ? answer.inTime : undefined
}
