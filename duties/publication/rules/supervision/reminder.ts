import type { Day } from '#time/day.ts'
import type { IndicatorName } from './indicators.ts'

/** What a supervising organ asks to be mended. */
export interface Reminded {
  readonly fromId: string
  readonly indicator: IndicatorName
  readonly about: string
  readonly address: string
  readonly words: string
  readonly answerBy: Day
}

/** Facts of a reminder, kept at the organ that is reminded. */
export type ReminderFact = ({ type: 'reminded' } & Reminded) | { type: 'answered'; answer: string }

export interface RecordedReminder {
  readonly seq: number
  readonly happenedOn: Day
  readonly fact: ReminderFact
}

/** A reminder as its facts leave it; undefined where nobody was reminded. */
export function foldReminder(facts: readonly RecordedReminder[]) {
  const [first] = facts
  if (first?.fact.type !== 'reminded') return undefined
  const answered = facts.find(({ fact }) => fact.type === 'answered')
  const answer = answered?.fact.type === 'answered' ? answered.fact.answer : ''
  const { type: _, ...reminded } = first.fact
  return {
    ...reminded,
    seq: facts.length,
    sentOn: first.happenedOn,
    answeredOn: answered?.happenedOn ?? null,
    answer,
  }
}

/** What cannot be done with a reminder, and why. */
export const reminderRefusals = {
  notFound: { status: 404, says: '没有找到' },
  notAbove: { status: 403, says: '只能提醒下级机关' },
  dayPassed: { status: 422, says: '回复期限不能早于今天' },
  isAnswered: { status: 409, says: '这条提醒已经回复' },
} as const satisfies Record<string, { status: number; says: string }>
export type ReminderRefusal = keyof typeof reminderRefusals
