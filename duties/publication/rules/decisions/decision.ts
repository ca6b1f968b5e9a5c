import type { Day } from '#time/day.ts'
import { type RecordedDecision, type Said, stepOfFact } from './facts.ts'
import type { DecisionStepName } from './steps.ts'

/** A step as it was taken. */
export interface Taken {
  readonly seq: number
  readonly step: DecisionStepName
  readonly on: Day
  readonly said: Said
}

/** A major decision as its facts make it. */
export interface Decision {
  readonly seq: number
  readonly title: string
  readonly drafter: string
  readonly listedOn: Day
  readonly taken: readonly Taken[]
}

const text = (said: Said | undefined, name: string): string => String(said?.[name] ?? '')

/** The decision that the facts make; undefined where it was never listed. The same for the same facts, always. */
export function foldDecision(facts: readonly RecordedDecision[]): Decision | undefined {
  const taken = facts.map(({ seq, happenedOn: on, fact }) => ({
    seq,
    step: stepOfFact(fact),
    on,
    said: fact.said,
  }))
  const first = taken.find(({ step }) => step === 'list')
  if (!first) return undefined
  return {
    seq: facts.at(-1)?.seq ?? 0,
    title: text(first.said, 'title'),
    drafter: text(first.said, 'drafter'),
    listedOn: first.on,
    taken,
  }
}

/**
 * The newest time a step was taken that still stands. A new draft puts behind it what was asked about the old one: only
 * participation, experts and risk stay, the review of legality and the discussion do not; a discussion that sends it
 * back, or a review that does not pass, does the same.
 */
export function lastOf(d: Decision, step: DecisionStepName): Taken | undefined {
  const at = d.taken.findLastIndex((each) => each.step === step)
  if (at < 0) return undefined
  const undone = mendedAfter(d, at) && ['submitLegality', 'passLegality', 'discuss'].includes(step)
  return undone ? undefined : d.taken[at]
}

const mendedAfter = (d: Decision, at: number): boolean =>
  d.taken.slice(at + 1).some(({ step }) => step === 'draft')

/** True where a step, or the waiver of a procedure (`waive:risk`), stands. */
export function stands(d: Decision, name: string): boolean {
  const [step, what] = name.split(':')
  if (step === 'waive') return d.taken.some((each) => each.step === 'waive' && each.said.what === what)
  return lastOf(d, name as DecisionStepName) !== undefined
}

export const decisionStatuses = {
  preparing: '拟订中',
  soliciting: '正在征求意见',
  reviewing: '审查、论证中',
  discussing: '待集体讨论',
  decided: '已讨论通过，待公布',
  published: '已公布',
  ended: '已终止',
} as const
export type DecisionStatus = keyof typeof decisionStatuses

/** True while opinions may be handed in on that day. */
export const isOpenForOpinions = (d: Decision, today: Day): boolean => {
  const asked = lastOf(d, 'openSolicitation')
  if (!asked || statusEnded(d)) return false
  const answered = lastOf(d, 'closeSolicitation')
  const isAnswered = answered !== undefined && answered.seq > asked.seq
  return !isAnswered && asked.on <= today && today <= text(asked.said, 'until')
}

const statusEnded = (d: Decision): boolean => stands(d, 'end') || stands(d, 'publish')

/** Where a decision stands on a day. */
export function decisionStatusOf(d: Decision, today: Day): DecisionStatus {
  if (stands(d, 'end')) return 'ended'
  if (stands(d, 'publish')) return 'published'
  const discussed = lastOf(d, 'discuss')
  if (discussed?.said.result === 'adopted') return 'decided'
  if (lastOf(d, 'passLegality')?.said.result === 'lawful') return 'discussing'
  if (isOpenForOpinions(d, today)) return 'soliciting'
  if (stands(d, 'openSolicitation') || stands(d, 'submitLegality')) return 'reviewing'
  return 'preparing'
}
