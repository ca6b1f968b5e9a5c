import type { Calendar } from '#time/calendar.ts'
import { type Day, dayOf, type Ordinal, ordinalOf, weekdayOf } from '#time/day.ts'
import { type ClockFacts, readClock } from './clock-facts.ts'
import type { Recorded } from './facts.ts'
import { type Reckoning, reckon } from './reckon.ts'
import type { Span } from './segments.ts'
import { type ClockSettings, defaultClockSettings, terms } from './terms.ts'

/** Why a day of the strip is counted or not: its one character, and its words for people and for screen readers. */
export const dayReasons = {
  counted: { mark: '', words: '计入期限的工作日' },
  receipt: { mark: '收', words: '收到申请之日，不计入' },
  correctedReceipt: { mark: '收', words: '收到补正的申请之日，自次日起重新计算' },
  paid: { mark: '缴', words: '缴费之日，自次日起重新计算' },
  reopened: { mark: '责', words: '责令重新答复之日，不计入' },
  weekend: { mark: '周', words: '周末' },
  holiday: { mark: '假', words: '法定节假日' },
  void: { mark: '重', words: '期限已重新计算，此前的日子不再计入' },
  correction: { mark: '补', words: '等待补正，不计入' },
  consultation: { mark: '征', words: '征求意见，不计入' },
  reasons: { mark: '由', words: '等待说明理由，不计入' },
  fee: { mark: '费', words: '等待缴费，不计入' },
  laterDay: { mark: '延', words: '依第三十五条延迟答复的期间' },
  ordered: { mark: '责', words: '责令重新答复的期间' },
} as const satisfies Record<string, { mark: string; words: string }>

export type DayReason = keyof typeof dayReasons

/** One calendar day of the clock strip 期限带. */
export interface StripDay {
  readonly day: Day
  /** 1 for Monday to 7 for Sunday */
  readonly weekday: number
  /** 1, 2, 3 … where the day is counted, else null. */
  readonly counted: number | null
  readonly reason: DayReason
  /** One character, '' where the day is counted. */
  readonly mark: string
  /** A weekend day that is worked: 班 */
  readonly makeUp: boolean
  /** The festival, on its days off and on the days worked for it. */
  readonly festival: string | null
  readonly tone: 'base' | 'extension'
  readonly due: boolean
  /** Not certain: the year has no notice yet, or the day lies behind an answer that is still awaited. */
  readonly provisional: boolean
}

interface Frame {
  readonly clock: ClockFacts
  readonly reckoning: Reckoning
  readonly from: Ordinal
  readonly upTo: Ordinal
  readonly dueOn: Ordinal | undefined
  /** The excluded time of the running period; open ones end with the awaited term. */
  readonly spans: readonly Span[]
  /** Days after this one depend on an answer that is still awaited. */
  readonly certainUpTo: number
}

const within = (spans: readonly Span[], on: Ordinal): boolean =>
  spans.some(({ from, to }) => on > from && on <= to)

// The reason that rests in the facts; undefined where the day is an ordinary one of the running period.
const reasonOfFacts = ({ clock, reckoning, spans }: Frame, on: Ordinal): DayReason | undefined => {
  const { startOn, waits, stop, period } = reckoning
  const ended = waits.find(({ to }) => to === on)
  if (ended) return ended.for === 'fee' ? 'paid' : 'correctedReceipt'
  if (on < startOn) return waits.find((wait) => within([wait], on))?.for ?? 'void'
  if (stop && stop.for !== 'consultation' && stop.for !== 'reasons' && on > stop.since) {
    return stop.for === 'fee' ? 'fee' : 'correction'
  }
  if (within(spans, on)) return clock.consulted.length > 0 ? 'consultation' : 'reasons'
  if (clock.reopened?.dueOn !== undefined) return 'ordered'
  return period?.countedUpTo !== undefined && on > period.countedUpTo ? 'laterDay' : undefined
}

const reasonOf = (frame: Frame, calendar: Calendar, on: Ordinal): DayReason => {
  if (on === frame.from) return frame.clock.reopened ? 'reopened' : 'receipt'
  const ofFacts = reasonOfFacts(frame, on)
  if (ofFacts === 'paid' || ofFacts === 'correctedReceipt') return ofFacts
  const { kind } = calendar.nature(dayOf(on))
  if (kind === 'weekend' || kind === 'holiday') return kind
  return ofFacts ?? 'counted'
}

const frameOf = (clock: ClockFacts, reckoning: Reckoning): Frame | undefined => {
  const { receivedOn: from, stop, period } = reckoning
  if (from === undefined) return undefined
  const dueOn = reckoning.dueOn ?? stop?.thenOn
  const awaited = stop?.until ?? Number.POSITIVE_INFINITY
  return {
    clock,
    reckoning,
    from,
    upTo: dueOn ?? clock.ended?.on ?? stop?.until ?? stop?.since ?? from,
    dueOn,
    spans: (period?.spans ?? []).map((span) => ({ from: span.from, to: Math.min(span.to, awaited) })),
    certainUpTo: stop && !clock.ended ? awaited : Number.POSITIVE_INFINITY,
  }
}

const stripDay = (frame: Frame, calendar: Calendar, on: Ordinal, counted: number): StripDay => {
  const reason = reasonOf(frame, calendar, on)
  const nature = calendar.nature(dayOf(on))
  const counts = reason === 'counted'
  const number = counts ? counted + 1 : counted
  const late = reason === 'laterDay' || (frame.reckoning.period?.countedUpTo ?? on) < on
  const past = number > terms.reply.workingDays || (!counts && counted >= terms.reply.workingDays)
  return {
    day: dayOf(on),
    weekday: weekdayOf(on),
    counted: counts ? number : null,
    reason,
    mark: dayReasons[reason].mark,
    makeUp: nature.kind === 'makeUp',
    festival: nature.name ?? null,
    tone: past || late ? 'extension' : 'base',
    due: on === frame.dueOn,
    provisional: nature.provisional || on > frame.certainUpTo,
  }
}

/**
 * Every calendar day from receipt to the due day, counted or not, and why. While the clock stands, up to the last
 * day of the awaited term, or on to the due day that follows from silence. Empty where nothing is received or timed.
 */
export const strip = (
  facts: readonly Recorded[],
  calendar: Calendar,
  settings: ClockSettings = defaultClockSettings,
  asOf?: Day,
): StripDay[] => {
  const clock = readClock(facts)
  const today = asOf === undefined ? undefined : ordinalOf(asOf)
  const reckoning = reckon(clock, { calendar, settings, asOf: today })
  const frame = frameOf(clock, reckoning)
  const days: StripDay[] = []
  if (!frame) return days
  let counted = 0
  for (let on = frame.from; on <= frame.upTo; on++) {
    if (on === reckoning.startOn) counted = 0
    const next = stripDay(frame, calendar, on, counted)
    counted = next.counted ?? counted
    days.push(next)
  }
  return days
}
