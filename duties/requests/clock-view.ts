import { citedOf } from '#law/citation.ts'
import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import type { DueView, StripDay } from './contract.ts'
import { dueOfCase } from './projection.ts'
import { workingDaysLeft as leftUntil } from './rules/alerts.ts'
import { isWarning, sayBecause, stoppedForLabels, toApplicant } from './rules/because.ts'
import type { Due } from './rules/due.ts'
import type { Recorded } from './rules/facts.ts'
import { limitLabels, limits } from './rules/limits.ts'
import { sayDue } from './rules/say-due.ts'
import type { RequestSettings } from './rules/settings.ts'
import { dayReasons, strip } from './rules/strip.ts'

/** What the clock is reckoned with. */
export interface ClockGiven {
  calendar: Calendar
  settings: RequestSettings
  today: Day
}

const dayOfAnswer = (answer: Due): Day | null => {
  if (answer.kind === 'due') return answer.on
  return (answer.kind === 'over' ? answer.dueOn : answer.thenOn) ?? null
}

/** Working days from today to the due day, negative once it has passed; null where no day runs. */
export function workingDaysLeft(
  on: Day | null,
  { calendar, today }: Pick<ClockGiven, 'calendar' | 'today'>,
): number | null {
  return on === null ? null : leftUntil(on, calendar, today)
}

/** A due answer as the wire shows it: the day, one sentence, and every reason with its article. */
function dueViewOf(answer: Due, given: Pick<ClockGiven, 'calendar' | 'today'>): DueView {
  return {
    kind: answer.kind,
    on: dayOfAnswer(answer),
    provisional: answer.provisional,
    stoppedFor: answer.kind === 'stopped' ? stoppedForLabels[answer.stoppedFor] : null,
    until: answer.kind === 'stopped' ? (answer.until ?? null) : null,
    workingDaysLeft: answer.kind === 'due' ? workingDaysLeft(answer.on, given) : null,
    sentence: sayDue(answer),
    because: answer.because.map((each) => ({
      code: each.code,
      sentence: sayBecause(each),
      warns: isWarning(each.code),
      from: each.from,
      ...(each.to ? { to: each.to } : {}),
      cites: citedOf(each.cites),
    })),
  }
}

/** The due day of a case with its reasons. */
export const dueView = (facts: readonly Recorded[], given: ClockGiven): DueView =>
  dueViewOf(dueOfCase(facts, given.calendar, given.settings, given.today), given)

/** The same as the applicant reads it on the page of their own request. */
export function dueForApplicant(facts: readonly Recorded[], given: ClockGiven): DueView {
  const due = dueView(facts, given)
  return {
    ...due,
    stoppedFor: due.stoppedFor && toApplicant(due.stoppedFor),
    sentence: toApplicant(due.sentence),
    because: due.because.map((each) => ({ ...each, sentence: toApplicant(each.sentence) })),
  }
}

/** The clock strip: every calendar day from receipt to the due day. */
export const stripView = (facts: readonly Recorded[], given: ClockGiven): StripDay[] =>
  strip(facts, given.calendar, given.settings.clock, given.today).map((each) => ({
    day: each.day,
    counted: each.counted,
    mark: each.mark,
    reason: each.festival
      ? `${dayReasons[each.reason].words}（${each.festival}）`
      : dayReasons[each.reason].words,
    makeUp: each.makeUp,
    extension: each.tone === 'extension',
    due: each.due,
    provisional: each.provisional,
  }))

/** The other days that the officer keeps, earliest first. */
export const limitViews = (facts: readonly Recorded[], given: ClockGiven) =>
  limits(facts, given.calendar, given.settings.clock).map((limit) => ({
    code: limit.code,
    label: limitLabels[limit.code],
    on: limit.on,
    provisional: limit.provisional,
    cites: citedOf(limit.cites),
  }))
