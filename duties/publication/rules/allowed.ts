import { roles as roleTable } from '#law/roles.ts'
import { type ItemCase, statesOf } from './item.ts'
import { type Refusal, refused } from './refusals.ts'
import { stageLabel } from './stage.ts'
import type { StepContext } from './step.ts'
import { type StepName, stepOf } from './steps.ts'

/**
 * Why the step cannot be taken by this person with this item as it stands; undefined where it can. Asked before every
 * step is decided and for every button drawn.
 */
export function bars(name: StepName, c: ItemCase, context: StepContext): Refusal | undefined {
  const step = stepOf(name)
  if (!step.roles.some((role) => context.roles.includes(role))) {
    const roles = step.roles.map((role) => roleTable[role].label).join('、')
    return refused('roleWrong', { step: step.label, roles })
  }
  const states = statesOf(c)
  if (!step.states.some((state) => states.includes(state)))
    return refused('stateWrong', { status: stageLabel(c), step: step.label })
  return step.blocked?.(c, context)
}
