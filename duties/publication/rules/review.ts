import type { Role } from '#law/roles.ts'
import type { Finding } from './facts.ts'
import type { ItemCase, Working } from './item.ts'
import { type Refusal, refused } from './refusals.ts'
import {
  type PublicationSettings,
  type ReviewLevel,
  type ReviewStage,
  reviewLevels,
  reviewStages,
  stagesFor,
} from './settings.ts'

const isLevel = (stage: ReviewStage): stage is ReviewLevel => reviewLevels.some((level) => level === stage)

/**
 * The stages that the text still has to pass, by the settings that hold now: what was passed stays passed, a level that
 * was taken away is asked for no more, one that was added is asked for from now on.
 */
export function pendingStages(working: Working, settings: PublicationSettings): readonly ReviewStage[] {
  const passed = new Set(working.reviews.filter((review) => review.passed).map(({ stage }) => stage))
  return stagesFor(working.content, settings).filter((stage) => !passed.has(stage))
}

/** The stages that can be taken now: secrecy and legal review at any time, the levels one after the other. */
export function openStages(working: Working, settings: PublicationSettings): readonly ReviewStage[] {
  if (working.state !== 'inReview') return []
  const pending = pendingStages(working, settings)
  const next = pending.find(isLevel)
  return pending.filter((stage) => !isLevel(stage) || stage === next)
}

/** The roles that hold a stage. */
export const rolesOfStage = (stage: ReviewStage): readonly Role[] => reviewStages[stage].roles

/** The findings that still stop the release: blocking, and passed over by nobody. */
export function openFindings(working: Working, findings: readonly Finding[]): readonly Finding[] {
  const overridden = new Set(working.overrides.map(({ finding }) => finding.key))
  return findings.filter(({ key, severity }) => severity === 'blocks' && !overridden.has(key))
}

/** Why the gate says no; undefined where it lets the text through. */
export function gateBars(working: Working, findings: readonly Finding[] | undefined): Refusal | undefined {
  if (working.content.attribute !== 'active') return undefined
  if (!findings) return refused('gateNotRun')
  const open = openFindings(working, findings)
  const [first] = open
  return first ? refused('gateOpen', { n: open.length, first: first.says }) : undefined
}

/** Why 第十一条 says no: somebody was asked and has not answered, or does not agree. */
export function consultationBars(c: ItemCase): Refusal | undefined {
  const open = c.consultations.find(({ answer }) => !answer)
  if (open) return refused('consultationOpen', { whom: open.whom })
  // Whoever was asked again is heard by the last answer.
  const last = new Map(c.consultations.map((one) => [`${one.as} ${one.whom}`, one]))
  const against = [...last.values()].find(({ answer }) => answer && !answer.agrees)
  return against ? refused('consultationDisagreed', { whom: against.whom }) : undefined
}
