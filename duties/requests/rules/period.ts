import type { Calendar } from '#time/calendar.ts'
import { dayOf, type Ordinal } from '#time/day.ts'
import { type Because, because, reasons, type StoppedFor } from './because.ts'
import type { ClockFacts, Consulted } from './clock-facts.ts'
import { nthCounted, type Span, union } from './segments.ts'
import { type ClockSettings, terms } from './terms.ts'

const open = Number.POSITIVE_INFINITY

/** With what a clock is read. `asOf` is today: a consulted party's term that has run out by then ends the waiting. */
export interface Reading {
  readonly calendar: Calendar
  readonly settings: ClockSettings
  readonly asOf: Ordinal | undefined
}

export interface Stop {
  readonly for: StoppedFor
  readonly since: Ordinal
  /** The last day of the other side's term, where it has one. */
  readonly until: Ordinal | undefined
  /** The due day if nothing is heard until then. */
  readonly thenOn: Ordinal | undefined
}

/** A running period: its length, what is excluded from it, and where it ends. */
export interface Period {
  readonly extensionDays: number
  /** Excluded time that counts, as a union; the last may be open. */
  readonly spans: readonly Span[]
  /** The day of the last counted working day; a later day of 第三十五条 may lie behind it. */
  readonly countedUpTo: Ordinal | undefined
  readonly dueOn: Ordinal | undefined
  readonly stop: Stop | undefined
  /** A day between the start and the due day has no holiday notice yet. */
  readonly provisional: boolean
}

interface Excluded extends Span {
  readonly for: Consulted['party'] | 'reasons'
  /** The last day of the other side's own term, where it runs. */
  readonly limit: Ordinal | undefined
  readonly capped: boolean
}

/** Working days that a consulted party has for its opinion. */
export const opinionDays = (party: Consulted['party'], settings: ClockSettings): number => {
  if (party === 'thirdParty') return terms.thirdPartyOpinion.workingDays
  return party === 'coMaker' ? terms.coMakerOpinion.workingDays : settings.otherOrganWorkingDays
}

const excludedBy = (one: Consulted, startOn: Ordinal, clock: ClockFacts, reading: Reading): Excluded => {
  const { calendar, settings, asOf } = reading
  const { servedOn, party } = one
  const limit =
    servedOn === undefined ? undefined : calendar.plusWorkdaysAt(servedOn, opinionDays(party, settings))
  const begun = settings.consultationRunsFrom === 'sent' ? one.sentOn : (servedOn ?? open)
  let to = one.endedOn ?? clock.ended?.on ?? open
  const capped = settings.consultationEndsWithTerm && limit !== undefined && to > limit
  if (capped && (to !== open || (asOf !== undefined && asOf > limit))) to = limit
  return { from: Math.max(begun, startOn), to, for: party, limit, capped: capped && to === limit }
}

const excludedTimes = (clock: ClockFacts, startOn: Ordinal, reading: Reading): Excluded[] => {
  const times: Excluded[] = []
  for (const one of clock.consulted) {
    const time = excludedBy(one, startOn, clock, reading)
    if (time.to > time.from) times.push(time)
  }
  const { reasons, ended } = clock
  if (reasons && reading.settings.reasonsAskedStops) {
    const { askedOn, endedOn, answerBy: limit } = reasons
    const from = Math.max(askedOn, startOn)
    const to = endedOn ?? ended?.on ?? open
    if (to > from) times.push({ from, to, for: 'reasons', limit, capped: false })
  }
  return times
}

// 第三十三条第二款: all extensions together at most twenty working days, each agreed while the period still ran.
const extend = (
  clock: ClockFacts,
  startOn: Ordinal,
  reading: Reading,
  spans: readonly Span[],
  out: Because[],
): number => {
  let total = 0
  for (const { on, workingDays } of clock.extensions) {
    if (on < startOn) {
      out.push(because(reasons.extensionVoid, dayOf(on), undefined, workingDays))
      continue
    }
    const ends = nthCounted(reading.calendar, startOn, terms.reply.workingDays + total, spans)
    if (on > ends && !reading.settings.lateExtensionCounts) {
      out.push(because(reasons.extensionLate, dayOf(ends), dayOf(on)))
      continue
    }
    total += workingDays
    out.push(because(reasons.extended, dayOf(on), undefined, workingDays))
  }
  if (total > terms.extension.workingDays) {
    out.push(because(reasons.extensionCapped, dayOf(startOn), undefined, total))
  }
  return Math.min(total, terms.extension.workingDays)
}

const saidOf = {
  thirdParty: {
    open: reasons.thirdPartyOpen,
    excluded: reasons.thirdPartyExcluded,
    termEnded: reasons.thirdPartyTermEnded,
  },
  coMaker: {
    open: reasons.coMakerOpen,
    excluded: reasons.coMakerExcluded,
    termEnded: reasons.coMakerTermEnded,
  },
  otherOrgan: {
    open: reasons.otherOrganOpen,
    excluded: reasons.otherOrganExcluded,
    termEnded: reasons.otherOrganTermEnded,
  },
  reasons: {
    open: reasons.reasonsOpen,
    excluded: reasons.reasonsExcluded,
    termEnded: reasons.reasonsExcluded,
  },
}

const sayExcluded = (
  times: readonly Excluded[],
  spans: readonly Span[],
  ends: number,
  reading: Reading,
  out: Because[],
): void => {
  const { calendar } = reading
  let sum = 0
  let together = 0
  for (const time of times) {
    const from = dayOf(time.from)
    const said = saidOf[time.for]
    if (time.from > ends) {
      out.push(because(reasons.consultationLate, dayOf(ends), from))
    } else if (time.to === open) {
      out.push(because(said.open, from, time.limit === undefined ? undefined : dayOf(time.limit)))
    } else {
      const days = calendar.workdaysBetweenAt(time.from, time.to)
      out.push(because(said.excluded, from, dayOf(time.to), days))
      if (time.capped) out.push(because(said.termEnded, dayOf(time.to)))
      sum += days
    }
  }
  for (const { from, to } of spans) {
    if (from <= ends && to !== open) together += calendar.workdaysBetweenAt(from, to)
  }
  const [first] = spans
  if (first && ends !== open && together < sum) {
    out.push(because(reasons.consultationsOverlap, dayOf(first.from), undefined, together))
  }
}

// 第三十五条: a later day told to the applicant, within the period.
const later = (clock: ClockFacts, ends: Ordinal, reading: Reading, out: Because[]): Ordinal => {
  const { laterDay } = clock
  if (!laterDay) return ends
  const { on, dueOn } = laterDay
  if (on > ends && !reading.settings.lateExtensionCounts) {
    out.push(because(reasons.laterDayLate, dayOf(ends), dayOf(on)))
    return ends
  }
  out.push(because(dueOn > ends ? reasons.laterDay : reasons.laterDayEarlier, dayOf(on), dayOf(dueOn)))
  return Math.max(dueOn, ends)
}

const sayTerm = (startOn: Ordinal, ends: Ordinal, workingDays: number, out: Because[]): void => {
  out.push(because(reasons.replyTerm, dayOf(startOn), dayOf(ends), workingDays))
}

/** True, and said, where a day after the one up to the other has no notice yet. */
export const isProvisional = (from: Ordinal, to: Ordinal, reading: Reading, out: Because[]): boolean => {
  if (!reading.calendar.isUnsettledAt(from, to)) return false
  out.push(because(reasons.provisional, dayOf(from), dayOf(to)))
  return true
}

// Where an open span holds the clock: until when at the latest, and the due day if nothing is heard.
const stopped = (
  clock: ClockFacts,
  startOn: Ordinal,
  workingDays: number,
  times: readonly Excluded[],
  reading: Reading,
): Stop => {
  const waiting = times.filter(({ to }) => to === open)
  const limits = waiting.map(({ limit }) => limit ?? open)
  const until = Math.max(...limits)
  const first = waiting.reduce((one, other) => (other.from < one.from ? other : one))
  const stop = { for: first.for === 'reasons' ? first.for : 'consultation', since: first.from } as const
  if (until === open) return { ...stop, until: undefined, thenOn: undefined }
  const closed = times.map(({ from, to, limit }) => ({ from, to: to === open ? (limit ?? open) : to }))
  const ends = nthCounted(reading.calendar, startOn, workingDays, union(closed))
  return { ...stop, until, thenOn: later(clock, ends, reading, []) }
}

/** Runs one period of twenty working days after `startOn`, with what is excluded from it and what extends it. */
export const runPeriod = (clock: ClockFacts, startOn: Ordinal, reading: Reading, out: Because[]): Period => {
  const times = clock.consulted.length > 0 || clock.reasons ? excludedTimes(clock, startOn, reading) : []
  const spans = union(times)
  const said: Because[] = []
  const extensionDays = clock.extensions.length > 0 ? extend(clock, startOn, reading, spans, said) : 0
  const workingDays = terms.reply.workingDays + extensionDays
  const ends = nthCounted(reading.calendar, startOn, workingDays, spans)
  if (times.length > 0) sayExcluded(times, spans, ends, reading, out)
  out.push(...said)
  if (ends === open) {
    const stop = stopped(clock, startOn, workingDays, times, reading)
    const provisional = isProvisional(startOn, stop.thenOn ?? stop.since, reading, out)
    return { extensionDays, spans, countedUpTo: undefined, dueOn: undefined, stop, provisional }
  }
  sayTerm(startOn, ends, workingDays, out)
  const dueOn = later(clock, ends, reading, out)
  const provisional = isProvisional(startOn, dueOn, reading, out)
  return { extensionDays, spans, countedUpTo: ends, dueOn, stop: undefined, provisional }
}
