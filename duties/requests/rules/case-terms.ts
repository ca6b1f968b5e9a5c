import { type Day, inChinese } from '#time/day.ts'
import { type Due, due } from './due.ts'
import type { Recorded } from './facts.ts'
import { opinionDays } from './period.ts'
import type { RequestCase } from './request.ts'
import type { Consultation } from './request-parts.ts'
import type { StepContext } from './step.ts'
import { terms } from './terms.ts'

type Clock = Pick<StepContext, 'calendar' | 'settings'>

/** Consultations that are neither answered nor ended. */
export const openConsultations = (c: RequestCase): readonly Consultation[] =>
  c.consultations.filter((one) => !one.answeredOn && !one.endedOn)

/** Last day for the opinion (第三十二、三十四条); undefined until the letter is served. */
export const opinionDueOn = (one: Consultation, clock: Clock): Day | undefined =>
  one.servedOn && clock.calendar.plusWorkdays(one.servedOn, opinionDays(one.with, clock.settings.clock)).on

/** Last day for the correction (第三十条); undefined until the notice is served. */
export const correctionDueOn = ({ correction }: RequestCase, { calendar }: Clock): Day | undefined =>
  correction?.servedOn && calendar.plusWorkdays(correction.servedOn, correction.workingDays).on

/** Last day for the payment (109号办法); undefined until the notice is served. */
export const paymentDueOn = ({ fee }: RequestCase, { calendar }: Clock): Day | undefined =>
  fee?.servedOn && calendar.plusWorkdays(fee.servedOn, terms.feePayment.workingDays).on

/** Last day for the correction notice to be in time: the seventh working day after receipt (第三十条). */
export const noticeDueOn = (receivedOn: Day, { calendar }: Clock): Day =>
  calendar.plusWorkdays(receivedOn, terms.correctionNotice.workingDays).on

/** The day the reply is due by the facts so far; undefined while the clock stands or where none runs. */
export function replyDueOn(facts: readonly Recorded[], { calendar, settings }: Clock): Day | undefined {
  const answer = due(facts, calendar, settings.clock)
  return answer.kind === 'due' ? answer.on : undefined
}

/** The due day in Chinese where it lies before the day asked about. */
export function termEndedOn(facts: readonly Recorded[], clock: Clock, on: Day): string | undefined {
  const dueOn = replyDueOn(facts, clock)
  return dueOn && dueOn < on ? inChinese(dueOn) : undefined
}

const isTimed = (answer: Due): boolean =>
  answer.kind === 'due' || (answer.kind === 'stopped' && answer.stoppedFor !== 'noTerm')

/** True where a period for the reply runs or stands still. */
export const hasTerm = (facts: readonly Recorded[], { calendar, settings }: Clock): boolean =>
  isTimed(due(facts, calendar, settings.clock))
