import type { Citation } from '#law/citation.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, day, isDay, plusDays } from '#time/day.ts'
import type { RemedyCase } from './remedy.ts'
import { defaultRemedySettings, type RemedySettings, remedyPlaces } from './settings.ts'

/** The days that bind this organ or the body it stands before. */
export const remedyLimitLabels = {
  answer: '最迟提交书面答复和证据',
  decision: '复议机关最迟作出决定',
  judgment: '人民法院第一审审限',
  appeal: '最迟提起上诉',
  compliance: '最迟履行',
} as const

export type RemedyLimitCode = keyof typeof remedyLimitLabels

export interface RemedyLimit {
  readonly code: RemedyLimitCode
  readonly on: Day
  readonly provisional: boolean
  readonly cites?: Citation
}

/** The same date n months later; the last day of the month where it has none such. */
const plusMonths = (from: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const at = (on: number): string =>
    `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-${String(on).padStart(2, '0')}`
  for (let on = date; on > 28; on--) {
    const text = at(on)
    if (isDay(text)) return text
  }
  return day(at(Math.min(date, 28)))
}

/** A last day off moves to the next working day (行政诉讼法解释第四十八条). */
const onWorkday = (calendar: Calendar, on: Day) =>
  calendar.isWorkday(on) ? { on, provisional: calendar.nature(on).provisional } : calendar.plusWorkdays(on, 1)

type Reckon = (c: RemedyCase, calendar: Calendar, settings: RemedySettings) => RemedyLimit | undefined

const answer: Reckon = (c, calendar, settings) => {
  if (c.state === 'concluded' || c.answeredOn || c.appealedOn) return undefined
  if (c.kind !== 'review') {
    const on = onWorkday(calendar, plusDays(c.begunOn, settings.suitAnswerDays))
    return { code: 'answer', ...on, cites: remedyPlaces.suitAnswer }
  }
  const days = c.simple ? settings.reviewSimpleAnswerWorkingDays : settings.reviewAnswerWorkingDays
  const cites = c.simple ? remedyPlaces.reviewSimpleAnswer : remedyPlaces.reviewAnswer
  return { code: 'answer', ...calendar.plusWorkdays(c.begunOn, days), cites }
}

const ending: Reckon = (c, calendar, settings) => {
  if (c.state === 'concluded' || c.suspendedOn || c.appealedOn) return undefined
  const isReview = c.kind === 'review'
  const code = isReview ? 'decision' : 'judgment'
  const cites = isReview ? remedyPlaces.reviewDecision : remedyPlaces.suitJudgment
  if (c.prolongedTo) return { code, on: c.prolongedTo, provisional: false, cites }
  if (!c.acceptedOn) return undefined
  const days = c.simple ? settings.reviewSimpleDays : settings.reviewDays
  const last = isReview ? plusDays(c.acceptedOn, days) : plusMonths(c.acceptedOn, settings.suitMonths)
  return { code, ...onWorkday(calendar, last), cites }
}

const appeal: Reckon = (c, calendar, settings) => {
  if (c.state !== 'concluded' || c.kind === 'review' || c.earlier.length > 0) return undefined
  const on = onWorkday(calendar, plusDays(c.conclusion.on, settings.appealDays))
  return { code: 'appeal', ...on, cites: remedyPlaces.appeal }
}

const compliance: Reckon = (c) => {
  if (c.state !== 'concluded' || !c.conclusion.orderedBy || c.compliedOn) return undefined
  return { code: 'compliance', on: c.conclusion.orderedBy, provisional: false }
}

/** The days to be kept in a remedy case as it stands, earliest first. Numbers from memory: see settings.ts. */
export const remedyLimits = (
  c: RemedyCase,
  calendar: Calendar,
  settings: RemedySettings = defaultRemedySettings,
): RemedyLimit[] =>
  [answer, ending, appeal, compliance]
    .map((reckon) => reckon(c, calendar, settings))
    .filter((limit) => limit !== undefined)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
