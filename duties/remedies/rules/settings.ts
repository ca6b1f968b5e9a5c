import type { Citation } from '#law/citation.ts'
import type { RemedyColumn, ResultCode } from './results.ts'

/** Where each period stands. The numbers are from memory, so they are settings; only the places are fixed. */
export const remedyPlaces = {
  reviewAnswer: { instrument: 'reconsiderationLaw', article: 48, quote: '十日内，提出书面答复' },
  reviewSimpleAnswer: { instrument: 'reconsiderationLaw', article: 54, quote: '五日内，提出书面答复' },
  reviewDecision: { instrument: 'reconsiderationLaw', article: 62, quote: '六十日内作出行政复议决定' },
  suitAnswer: { instrument: 'litigationLaw', article: 67, quote: '十五日内向人民法院提交' },
  suitJudgment: { instrument: 'litigationLaw', article: 81, quote: '六个月内作出第一审判决' },
  appeal: { instrument: 'litigationLaw', article: 85, quote: '十五日内向上一级人民法院提起上诉' },
} as const satisfies Record<string, Citation>

/** Periods of remedies and the reading of table four, as an office may set them. */
export interface RemedySettings {
  /** To answer the reconsideration organ; working days (第八十八条 of that law reads short periods so). */
  readonly reviewAnswerWorkingDays: number
  readonly reviewSimpleAnswerWorkingDays: number
  /** For the reconsideration organ to decide; calendar days from acceptance. */
  readonly reviewDays: number
  readonly reviewSimpleDays: number
  /** To answer the court; calendar days, a last day off moves to the next working day. */
  readonly suitAnswerDays: number
  readonly suitMonths: number
  readonly appealDays: number
  /** Results that this office counts in another column than results.ts says. */
  readonly columns: Partial<Record<ResultCode, Exclude<RemedyColumn, 'pending'>>>
}

export const defaultRemedySettings: RemedySettings = {
  reviewAnswerWorkingDays: 10,
  reviewSimpleAnswerWorkingDays: 5,
  reviewDays: 60,
  reviewSimpleDays: 30,
  suitAnswerDays: 15,
  suitMonths: 6,
  appealDays: 15,
  columns: {},
}
