import type { Day } from '#time/day.ts'
import type { DecisionStepName } from './steps.ts'

/** Values of a step's entries as the ledger keeps them. */
export type Said = Readonly<Record<string, string | number | boolean | readonly string[]>>

/**
 * What happened with a major decision: a step that was taken, with its entries. The types are the past tense of the
 * steps' names, so that one table says both.
 */
export interface DecisionFact {
  readonly type: `${DecisionStepName}Taken`
  readonly said: Said
}

export interface RecordedDecision {
  readonly seq: number
  readonly happenedOn: Day
  /** ISO instant */
  readonly recordedAt: string
  readonly recordedBy: string
  readonly fact: DecisionFact
}

const suffix = 'Taken'

/** The step that a fact records. */
export const stepOfFact = ({ type }: DecisionFact): DecisionStepName =>
  type.slice(0, -suffix.length) as DecisionStepName

/** The fact that a step records. */
export const factOfStep = (step: DecisionStepName, said: Said): DecisionFact => ({
  type: `${step}${suffix}`,
  said,
})
