import type { Role } from '#law/roles.ts'
import type { ItemCase } from './item.ts'
import { openStages, rolesOfStage } from './review.ts'
import type { PublicationSettings, ReviewStage } from './settings.ts'

/** Where a text stands open at the desk: a review that can be taken now, 定稿, or the release. */
export type Standing = ReviewStage | 'approve' | 'release'

/** Where the text at hand stands; nowhere while it is drafted, or where its release is set for an hour. */
export function standingOf(
  { working, discarded }: ItemCase,
  settings: PublicationSettings,
): readonly Standing[] {
  if (!working || discarded || working.state === 'draft') return []
  if (working.state === 'approved') return working.releaseAt ? [] : ['release']
  const stages = openStages(working, settings)
  // All passed already (a level was taken away): whoever releases concludes the review.
  return stages.length === 0 ? ['approve'] : stages
}

/** The roles that are waited for at a standing. */
export function rolesAtStanding(at: Standing): readonly Role[] {
  if (at === 'release') return ['publisher']
  return at === 'approve' ? ['publisher', 'officeHead'] : rolesOfStage(at)
}
