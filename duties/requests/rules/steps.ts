import type { Step } from './step.ts'
import { consultationSteps } from './steps-consultation.ts'
import { correctionSteps } from './steps-correction.ts'
import { endingSteps } from './steps-ending.ts'
import { extensionSteps } from './steps-extension.ts'
import { feeSteps } from './steps-fee.ts'
import { receiveSteps } from './steps-receive.ts'
import { workSteps } from './steps-work.ts'

/**
 * The one table of what may be done with a request: who, in which state, with what entries, by which article.
 * The server checks by it, the console and the portal draw from it, the help text and the chart are read from it.
 */
export const steps = {
  ...receiveSteps,
  ...correctionSteps,
  ...consultationSteps,
  ...extensionSteps,
  ...feeSteps,
  ...workSteps,
  ...endingSteps,
} as const satisfies Record<string, Step>

export type StepName = keyof typeof steps

/** All steps in the order in which a case meets them. */
export const stepNames = Object.keys(steps) as readonly StepName[]

/** True where the text names a step. */
export const isStepName = (name: string): name is StepName => Object.hasOwn(steps, name)

/** The row of the table, with every optional column. */
export const stepOf = (name: StepName): Step => steps[name]
