import type { Role } from '#law/roles.ts'
import { reviewStages } from './settings.ts'
import type { Standing } from './standing.ts'
import { type StepName, stepOf } from './steps.ts'

/** What several items that stand at the same place are passed by: the step that each of them takes by itself. */
export interface Batch {
  readonly label: string
  readonly step: StepName
  readonly roles: readonly Role[]
}

const level = (stage: 'officer' | 'leader' | 'publisher'): Batch => ({
  label: reviewStages[stage].label,
  step: 'review',
  roles: reviewStages[stage].roles,
})
const whole = (step: 'approve' | 'release'): Batch => ({
  label: stepOf(step).label,
  step,
  roles: stepOf(step).roles,
})

/** Where items may be passed together. Not where secrecy or legality is reviewed: that is done text by text (逐项). */
export const batches = {
  officer: level('officer'),
  leader: level('leader'),
  publisher: level('publisher'),
  approve: whole('approve'),
  release: whole('release'),
} as const satisfies Partial<Record<Standing, Batch>>

export type BatchName = keyof typeof batches

/** All of them in the order in which a text meets them. */
export const batchNames = Object.keys(batches) as readonly BatchName[]

/** True where the text names one. */
export const isBatch = (name: string): name is BatchName => Object.hasOwn(batches, name)

/** The batches that one of these roles may pass. */
export const batchesOf = (roles: readonly Role[]): readonly BatchName[] =>
  batchNames.filter((name) => batches[name].roles.some((role) => roles.includes(role)))

/** Everybody who may pass several items at once. */
export const batchRoles: readonly Role[] = [...new Set(batchNames.flatMap((name) => batches[name].roles))]

/** The entries of the step with which an item of the batch is passed: a review takes the one opinion. */
export const batchAsk = (name: BatchName, opinion: string): Readonly<Record<string, unknown>> =>
  batches[name].step === 'review' ? { passed: true, opinion } : {}
