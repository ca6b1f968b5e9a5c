import type { Role } from '#law/roles.ts'
import type { ReviewStage } from './facts.ts'
import type { Draft } from './request-parts.ts'
import { type RequestSettings, stagesFor } from './settings.ts'

/** Who holds each stage of review. */
export const stageRoles: Record<ReviewStage, Role> = {
  legal: 'legalReviewer',
  secrecy: 'secrecyReviewer',
  officeHead: 'officeHead',
  leader: 'leader',
}

/** True once anyone sent the draft back: it must be written anew. */
export const isReturned = (draft: Draft): boolean => draft.reviews.some((review) => !review.passed)

/** The stages a draft still has to pass, in order; none once it was sent back. */
export function pendingStages(draft: Draft, settings: RequestSettings): readonly ReviewStage[] {
  if (isReturned(draft)) return []
  const passed = new Set(draft.reviews.map(({ stage }) => stage))
  return stagesFor(draft.parts, settings).filter((stage) => !passed.has(stage))
}
