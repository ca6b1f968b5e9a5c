import type { Day } from '#time/day.ts'
import type { RequestCase } from './request.ts'
import { titleKey } from './same-title.ts'
import { givesOut } from './settings.ts'

/** Why an applicant may suggest that what was given out be published (第四十四条第二款). */
export const suggestionGrounds = {
  publicInterest: '涉及公众利益调整',
  widelyKnown: '需要公众广泛知晓',
  publicDecision: '需要公众参与决策',
} as const
export type SuggestionGround = keyof typeof suggestionGrounds

export const isSuggestionGround = (text: string): text is SuggestionGround =>
  Object.hasOwn(suggestionGrounds, text)

/** What the office made of a thing that several asked for or one suggested. */
export const suggestionAnswers = {
  published: '已纳入主动公开',
  notPublished: '不纳入主动公开',
} as const
export type SuggestionAnswer = keyof typeof suggestionAnswers

/** What was said of a thing, in the order of its record. */
export type ThingFact =
  | { type: 'suggested'; ground: SuggestionGround }
  /** `applicants`: how many had asked for it by then. */
  | { type: 'published'; itemId: string; applicants: number }
  | { type: 'notPublished'; reason: string; applicants: number }

export interface RecordedThing {
  seq: number
  happenedOn: Day
  caseId: string | null
  recordedBy: string
  fact: ThingFact
}

type Answered = RecordedThing & { fact: Exclude<ThingFact, { type: 'suggested' }> }

const isAnswer = (each: RecordedThing): each is Answered => each.fact.type !== 'suggested'

/**
 * The answer that stands: the last one, for whatever was said before it. Undefined where nothing was answered, or an
 * applicant suggested it again since.
 */
export function standingAnswer(facts: readonly RecordedThing[]): Answered | undefined {
  const last = facts.at(-1)
  return last && isAnswer(last) ? last : undefined
}

/** The answer to one applicant's suggestion: the first after it. */
export const answerAfter = (facts: readonly RecordedThing[], seq: number): Answered | undefined =>
  facts.filter(isAnswer).find((each) => each.seq > seq)

/** True where something of what was asked was given out, so that the applicant may suggest to publish it. */
export function maySuggest(c: RequestCase): boolean {
  if (c.intake.kind !== 'request' || !('closing' in c) || c.closing.how !== 'replied') return false
  return c.closing.decision.parts.some(givesOut) && titleKey(c.title) !== ''
}
