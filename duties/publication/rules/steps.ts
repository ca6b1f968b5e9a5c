import type { Step } from './step.ts'
import { draftSteps } from './steps-draft.ts'
import { releaseSteps } from './steps-release.ts'
import { reviewSteps } from './steps-review.ts'

/**
 * The one table of what may be done with an item: who, in which state, with what entries, by which article. The server
 * checks by it, the console draws from it.
 */
export const steps = { ...draftSteps, ...reviewSteps, ...releaseSteps } as const satisfies Record<
  string,
  Step
>

export type StepName = keyof typeof steps

/** All steps in the order in which an item meets them. */
export const stepNames = Object.keys(steps) as readonly StepName[]

/** True where the text names a step. */
export const isStepName = (name: string): name is StepName => Object.hasOwn(steps, name)

/** The row of the table, with every optional column. */
export const stepOf = (name: StepName): Step => steps[name]
