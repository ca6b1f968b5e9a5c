import { dayOf, type Ordinal } from '#time/day.ts'
import { type Because, type BecauseCode, because, reasons, type StoppedFor } from './because.ts'
import type { ClockFacts, CorrectionAsked, FeeAsked } from './clock-facts.ts'
import type { Channel } from './facts.ts'
import { isProvisional, type Period, type Reading, runPeriod, type Stop } from './period.ts'
import type { Span } from './segments.ts'
import { terms } from './terms.ts'

/** A clock read: where it started, what was left out, and where it stands. Days as ordinals. */
export interface Reckoning {
  readonly because: readonly Because[]
  /** The day that the strip begins with; undefined where nothing was received. */
  readonly receivedOn: Ordinal | undefined
  /** The day after which the running period counts. */
  readonly startOn: Ordinal
  /** Waiting that ended in a restart. */
  readonly waits: readonly (Span & { readonly for: 'correction' | 'fee' })[]
  readonly period: Period | undefined
  readonly dueOn: Ordinal | undefined
  readonly stop: Stop | undefined
  /** A day that counts has no holiday notice yet. */
  readonly provisional: boolean
}

const receivedBy: Readonly<Record<Channel, BecauseCode>> = {
  counter: 'receivedAtCounter',
  oral: 'receivedOrally',
  registeredPost: 'receivedBySignature',
  ordinaryPost: 'receivedByPostConfirmed',
  fax: 'receivedByConfirmation',
  email: 'receivedByConfirmation',
  online: 'receivedByConfirmation',
}

const confirmed: ReadonlySet<Channel> = new Set(['ordinaryPost', 'fax', 'email', 'online'])

const notRunning = (code: BecauseCode, stoppedFor: StoppedFor, clock: ClockFacts): Reckoning => {
  const since = clock.arrivedOn ?? clock.receivedOn
  if (since === undefined) throw new RangeError('a case without the fact that it arrived or was received')
  return {
    because: [because(reasons[code], dayOf(since))],
    receivedOn: undefined,
    startOn: since,
    waits: [],
    period: undefined,
    dueOn: undefined,
    stop: { for: stoppedFor, since, until: undefined, thenOn: undefined },
    provisional: false,
  }
}

const notTimed = {
  rectification: 'noTermRectification',
  complaint: 'noTermComplaint',
  enterprise: 'noTermEnterprise',
} as const

const sayReceipt = (clock: ClockFacts, on: Ordinal, out: Because[]): void => {
  const { channel, arrivedOn } = clock
  out.push(because(reasons[channel ? receivedBy[channel] : 'received'], dayOf(on)))
  if (arrivedOn === undefined || arrivedOn >= on || !channel || !confirmed.has(channel)) return
  const code = channel === 'ordinaryPost' ? 'postConfirmedLate' : 'confirmedLater'
  out.push(because(reasons[code], dayOf(arrivedOn), dayOf(on)))
}

interface Started {
  startOn: Ordinal
  readonly waits: (Span & { for: 'correction' | 'fee' })[]
  stop: Stop | undefined
}

const inOrder = (asks: readonly CorrectionAsked[]): readonly CorrectionAsked[] =>
  asks.length < 2 ? asks : asks.toSorted((one, other) => one.askedOn - other.askedOn)

/** The first of the days that is not before `from`; Infinity where there is none. */
const firstFrom = (days: readonly Ordinal[], from: Ordinal): number => {
  let first = Number.POSITIVE_INFINITY
  for (const day of days) if (day >= from && day < first) first = day
  return first
}

// 第三十条: whether a notice stops the clock: the first, sent within seven working days after receipt.
const stopsClock = (
  askedOn: Ordinal,
  isFirst: boolean,
  receivedOn: Ordinal,
  { calendar, settings }: Reading,
  out: Because[],
): boolean => {
  if (!isFirst) {
    if (!settings.repeatedCorrectionRestarts) out.push(because(reasons.correctionRepeated, dayOf(askedOn)))
    return settings.repeatedCorrectionRestarts
  }
  const latest = calendar.plusWorkdaysAt(receivedOn, terms.correctionNotice.workingDays)
  if (askedOn <= latest || settings.lateCorrectionRestarts) return true
  out.push(because(reasons.correctionLate, dayOf(latest), dayOf(askedOn)))
  return false
}

const correct = (clock: ClockFacts, reading: Reading, started: Started, out: Because[]): void => {
  const { calendar, asOf } = reading
  let isFirst = true
  for (const { askedOn, servedOn, workingDays } of inOrder(clock.corrections)) {
    const stops = stopsClock(askedOn, isFirst, started.startOn, reading, out)
    isFirst = false
    if (!stops) continue
    const until = calendar.plusWorkdaysAt(servedOn ?? askedOn, workingDays)
    const on = firstFrom(clock.correctedOn, Math.max(askedOn, started.startOn))
    if (on === Number.POSITIVE_INFINITY) {
      out.push(because(reasons.correctionAsked, dayOf(askedOn), dayOf(until)))
      if (asOf !== undefined && asOf > until) out.push(because(reasons.correctionLapsed, dayOf(until)))
      started.stop = { for: 'correction', since: askedOn, until, thenOn: undefined }
      return
    }
    out.push(because(reasons.corrected, dayOf(on)))
    if (on > until) out.push(because(reasons.correctedAfterTerm, dayOf(until), dayOf(on)))
    started.waits.push({ from: askedOn, to: on, for: 'correction' })
    started.startOn = on
  }
}

// 109号办法: the notice stops the clock, and payment starts it anew from the next day.
const charge = (
  clock: ClockFacts,
  fee: FeeAsked,
  reading: Reading,
  started: Started,
  out: Because[],
): void => {
  const { calendar, asOf } = reading
  const { noticedOn, servedOn, paidOn } = fee
  const before = runPeriod(clock, started.startOn, reading, [])
  if (before.dueOn !== undefined && noticedOn > before.dueOn) {
    out.push(because(reasons.feeNoticeLate, dayOf(before.dueOn), dayOf(noticedOn)))
    return
  }
  if (paidOn !== undefined && paidOn >= noticedOn) {
    out.push(because(reasons.feePaid, dayOf(paidOn)))
    started.waits.push({ from: noticedOn, to: paidOn, for: 'fee' })
    started.startOn = paidOn
    return
  }
  const until = calendar.plusWorkdaysAt(servedOn ?? noticedOn, terms.feePayment.workingDays)
  out.push(because(reasons.feeNoticed, dayOf(noticedOn), dayOf(until)))
  if (asOf !== undefined && asOf > until) out.push(because(reasons.feeLapsed, dayOf(until)))
  started.stop = { for: 'fee', since: noticedOn, until, thenOn: undefined }
}

const ordered = (on: Ordinal, dueOn: Ordinal, out: Because[]): Reckoning => {
  out.push(because(reasons.reopenedUntil, dayOf(on), dayOf(dueOn)))
  return {
    because: out,
    receivedOn: on,
    startOn: on,
    waits: [],
    period: undefined,
    dueOn,
    stop: undefined,
    provisional: false,
  }
}

/** Reads the clock of a case: every day that matters and every reason. Throws RangeError where nothing came in. */
export const reckon = (clock: ClockFacts, reading: Reading): Reckoning => {
  if (clock.kind !== 'request') return notRunning(notTimed[clock.kind], 'noTerm', clock)
  if (clock.receivedOn === undefined) {
    const byPost = clock.channel === 'ordinaryPost'
    return notRunning(byPost ? 'awaitingPostConfirmation' : 'awaitingConfirmation', 'confirmation', clock)
  }
  const out: Because[] = []
  sayReceipt(clock, clock.receivedOn, out)
  const { reopened, fee } = clock
  if (reopened?.dueOn !== undefined) return ordered(reopened.on, reopened.dueOn, out)
  if (reopened) out.push(because(reasons.reopened, dayOf(reopened.on)))
  const receivedOn = reopened?.on ?? clock.receivedOn
  const started: Started = { startOn: receivedOn, waits: [], stop: undefined }
  if (clock.corrections.length > 0 && !reopened) correct(clock, reading, started, out)
  if (fee && !started.stop && reading.settings.feePaymentRestarts && fee.noticedOn >= started.startOn) {
    charge(clock, fee, reading, started, out)
  }
  const { startOn, waits, stop } = started
  const period = stop ? undefined : runPeriod(clock, startOn, reading, out)
  const isUntilProvisional = stop?.until !== undefined && isProvisional(stop.since, stop.until, reading, out)
  return {
    because: out,
    receivedOn,
    startOn,
    waits,
    period,
    dueOn: period?.dueOn,
    stop: stop ?? period?.stop,
    provisional: period?.provisional ?? isUntilProvisional,
  }
}
