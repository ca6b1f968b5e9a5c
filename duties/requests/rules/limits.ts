import type { Citation } from '#law/citation.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, dayOf, type Ordinal, ordinalOf } from '#time/day.ts'
import { articles } from './articles.ts'
import { type ClockFacts, readClock } from './clock-facts.ts'
import type { Recorded } from './facts.ts'
import { opinionDays, type Reading } from './period.ts'
import { type Reckoning, reckon } from './reckon.ts'
import { type ClockSettings, defaultClockSettings, terms } from './terms.ts'

/** The other days of an open case, in the words of the desk. */
export const limitLabels = {
  correctionNotice: '最迟告知补正',
  correction: '申请人补正期限',
  thirdPartyOpinion: '第三方提出意见期限',
  coMakerOpinion: '共同制作机关提出意见期限',
  otherOrganOpinion: '其他机关提出意见期限',
  reasons: '申请人说明理由期限',
  feePayment: '申请人缴费期限',
  extension: '最迟决定延长答复期限',
} as const

export type LimitCode = keyof typeof limitLabels

export interface Limit {
  readonly code: LimitCode
  readonly on: Day
  readonly provisional: boolean
  readonly cites: Citation
  /** For an opinion: which consultation. */
  readonly consultationId?: string
}

type Add = (code: LimitCode, from: Ordinal, on: Ordinal, cites: Citation, consultationId?: string) => void

const addOpinions = (clock: ClockFacts, { calendar, settings }: Reading, add: Add): void => {
  for (const { id, party, servedOn, endedOn } of clock.consulted) {
    if (servedOn === undefined || endedOn !== undefined) continue
    const on = calendar.plusWorkdaysAt(servedOn, opinionDays(party, settings))
    const cites = party === 'thirdParty' ? terms.thirdPartyOpinion.cites : terms.coMakerOpinion.cites
    add(`${party}Opinion`, servedOn, on, cites, id)
  }
}

const addOwn = (clock: ClockFacts, reckoning: Reckoning, { calendar }: Reading, add: Add): void => {
  const { receivedOn, dueOn, period, startOn } = reckoning
  if (receivedOn !== undefined && clock.corrections.length === 0 && !clock.reopened) {
    const { workingDays, cites } = terms.correctionNotice
    add('correctionNotice', receivedOn, calendar.plusWorkdaysAt(receivedOn, workingDays), cites)
  }
  if (dueOn !== undefined && period?.extensionDays === 0 && !clock.laterDay) {
    add('extension', startOn, dueOn, terms.extension.cites)
  }
}

/**
 * The other days that the officer of an open case keeps: the correction notice, the applicant's and the consulted
 * parties' own terms, payment, the last day to extend; earliest first. Empty once the case is over.
 */
export const limits = (
  facts: readonly Recorded[],
  calendar: Calendar,
  settings: ClockSettings = defaultClockSettings,
): Limit[] => {
  const clock = readClock(facts)
  if (clock.ended) return []
  const reading = { calendar, settings, asOf: undefined }
  const reckoning = reckon(clock, reading)
  const found: Limit[] = []
  const add: Add = (code, from, on, cites, id) => {
    const provisional = on > from && calendar.isUnsettledAt(from, on)
    found.push({
      code,
      on: dayOf(on),
      provisional,
      cites,
      ...(id === undefined ? {} : { consultationId: id }),
    })
  }
  addOwn(clock, reckoning, reading, add)
  addOpinions(clock, reading, add)
  const { stop } = reckoning
  if (stop?.until !== undefined && stop.for === 'correction') {
    add('correction', stop.since, stop.until, articles.correctionLapsed)
  }
  if (stop?.until !== undefined && stop.for === 'fee') {
    add('feePayment', stop.since, stop.until, terms.feePayment.cites)
  }
  const { reasons } = clock
  if (reasons && reasons.endedOn === undefined) {
    add('reasons', reasons.askedOn, reasons.answerBy, articles.reasons)
  }
  return found.sort((one, other) => ordinalOf(one.on) - ordinalOf(other.on))
}
