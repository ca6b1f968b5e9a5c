import { roles as roleTable } from '#law/roles.ts'
import type { Recorded } from './facts.ts'
import { kindLabels } from './labels.ts'
import { type Refusal, refused } from './refusals.ts'
import type { RequestCase } from './request.ts'
import { statusLabel } from './status.ts'
import type { Actor, Step, StepContext } from './step.ts'
import { type StepName, stepOf } from './steps.ts'

const actorLabel = (actor: Actor): string => (actor === 'applicant' ? '申请人' : roleTable[actor].label)

const byRole = (step: Step, { roles }: StepContext): Refusal | undefined => {
  if (step.roles.some((role) => roles.includes(role))) return undefined
  return refused('roleWrong', { step: step.label, roles: step.roles.map(actorLabel).join('、') })
}

const byAssignment = (step: Step, c: RequestCase, context: StepContext): Refusal | undefined => {
  const { by, roles, coversFor } = context
  if (!step.byAssignee || !c.assignee || c.assignee === by) return undefined
  const isFree =
    coversFor?.includes(c.assignee) || roles.includes('officeHead') || roles.includes('applicant')
  return isFree ? undefined : refused('assignedToAnother')
}

/**
 * Why the step cannot be taken by this person in this case as it stands; undefined where it can.
 * Asked before every step is decided and for every button drawn.
 */
export function bars(
  name: StepName,
  c: RequestCase,
  facts: readonly Recorded[],
  context: StepContext,
): Refusal | undefined {
  const step = stepOf(name)
  const barred = byRole(step, context)
  if (barred) return barred
  if (!step.states.includes(c.state)) {
    return refused('stateWrong', { status: statusLabel(c), step: step.label })
  }
  if (step.kinds && !step.kinds.includes(c.intake.kind)) {
    return refused('kindWrong', { kind: kindLabels[c.intake.kind], step: step.label })
  }
  return byAssignment(step, c, context) ?? step.blocked?.(c, context, facts)
}
