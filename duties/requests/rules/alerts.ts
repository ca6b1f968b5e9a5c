import type { Calendar } from '#time/calendar.ts'
import { type Day, inChinese, plusDays } from '#time/day.ts'
import { due } from './due.ts'
import type { Recorded } from './facts.ts'
import { type LimitCode, limits } from './limits.ts'
import { type ClockSettings, defaultClockSettings } from './terms.ts'

/** What an officer is told of, in one sentence each; `about` is the day it is about. */
const sentences = {
  dueSoon: (about: string) => `答复期限将于${about}届满。`,
  dueToday: (about: string) => `今天（${about}）是答复的最后一天。`,
  overdue: (about: string) => `答复期限已于${about}届满，尚未答复。`,
  unconfirmed: (about: string) => `${about}到达的申请尚未与申请人确认。`,
  correctionNoticeSoon: (about: string) => `如需补正，最迟应于${about}一次性告知申请人。`,
  correctionLapsed: (about: string) => `申请人的补正期限已于${about}届满，没有补正。`,
  opinionLapsed: (about: string) => `被征求意见方的期限已于${about}届满，没有提出意见，答复期限继续计算。`,
  reasonsLapsed: (about: string) => `申请人说明理由的期限已于${about}届满，没有说明。`,
  feeLapsed: (about: string) => `申请人的缴费期限已于${about}届满，没有缴费。`,
} as const

export type AlertCode = keyof typeof sentences

export interface Alert {
  readonly code: AlertCode
  /** Tells this alert from every other of the case; a day that moved makes a new key. Kept once sent. */
  readonly key: string
  /** From this day on the alert is due. */
  readonly fromOn: Day
  /** The day that it is about. */
  readonly about: Day
}

/** How many working days before the due day the first reminder is due. */
const remindWorkingDaysBefore = 3

/** The alert as one Chinese sentence. */
export const sayAlert = ({ code, about }: Alert): string => sentences[code](inChinese(about))

const alert = (code: AlertCode, fromOn: Day, about: Day, which = ''): Alert => ({
  code,
  key: `${code}:${which}${which && ':'}${about}`,
  fromOn,
  about,
})

const lapsed = {
  correction: 'correctionLapsed',
  thirdPartyOpinion: 'opinionLapsed',
  coMakerOpinion: 'opinionLapsed',
  otherOrganOpinion: 'opinionLapsed',
  reasons: 'reasonsLapsed',
  feePayment: 'feeLapsed',
} as const satisfies Partial<Record<LimitCode, AlertCode>>

const ofLimits = (
  facts: readonly Recorded[],
  calendar: Calendar,
  today: Day,
  settings: ClockSettings,
): Alert[] =>
  limits(facts, calendar, settings).flatMap(({ code, on, consultationId }) => {
    if (code === 'extension') return []
    if (code !== 'correctionNotice') return [alert(lapsed[code], plusDays(on, 1), on, consultationId)]
    return today > on ? [] : [alert('correctionNoticeSoon', calendar.plusWorkdays(on, -1).on, on)]
  })

// Of the reminders of one due day only the one that fits today is sent, so that none says a day that has passed.
const ofDueDay = (on: Day, calendar: Calendar, today: Day): Alert[] => {
  const ladder = [
    alert('overdue', plusDays(on, 1), on),
    alert('dueToday', on, on),
    alert('dueSoon', calendar.plusWorkdays(on, -remindWorkingDaysBefore).on, on),
  ]
  return ladder.filter(({ fromOn }) => fromOn <= today).slice(0, 1)
}

/**
 * The alerts that are due by `today` and not among the keys already sent: a day missed by the job is caught up.
 * None for a case that is over.
 */
export const alerts = (
  facts: readonly Recorded[],
  calendar: Calendar,
  today: Day,
  alreadySent: ReadonlySet<string>,
  settings: ClockSettings = defaultClockSettings,
): Alert[] => {
  const answer = due(facts, calendar, settings, today)
  if (answer.kind === 'over') return []
  const found = ofLimits(facts, calendar, today, settings)
  if (answer.kind === 'due') found.push(...ofDueDay(answer.on, calendar, today))
  else if (answer.stoppedFor === 'confirmation') {
    found.push(alert('unconfirmed', plusDays(answer.since, 1), answer.since))
  }
  return found.filter(({ fromOn, key }) => fromOn <= today && !alreadySent.has(key))
}

/** Working days from today to the due day: 0 on the day itself, negative once it has passed, be it by a Sunday. */
export const workingDaysLeft = (on: Day, calendar: Calendar, today: Day): number =>
  today <= on ? calendar.workdaysBetween(today, on) : -Math.max(1, calendar.workdaysBetween(on, today))
