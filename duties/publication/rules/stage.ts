import type { Role } from '#law/roles.ts'
import { type ItemCase, statesOf } from './item.ts'
import type { PublicationSettings } from './settings.ts'
import { rolesAtStanding, standingOf } from './standing.ts'

/** Where an item stands, in the words that lists and screens show. */
export const stageLabels = {
  draft: '拟稿',
  returned: '审核退回',
  inReview: '审核中',
  approved: '待发布',
  scheduled: '定时发布',
  withheld: '不主动公开',
  published: '已公开',
  amending: '已公开，正在修改',
  withdrawn: '已撤下',
  discarded: '已作废',
} as const

export type Stage = keyof typeof stageLabels

/** True where the text names a stage. */
export const isStage = (name: string): name is Stage => Object.hasOwn(stageLabels, name)

/** The one word for where an item stands. */
export function stageOf(c: ItemCase): Stage {
  const [first = 'draft'] = statesOf(c)
  if (first === 'discarded' || first === 'withheld' || first === 'published' || first === 'withdrawn')
    return first
  if (c.shown && !c.withdrawal) return 'amending'
  if (first === 'draft') return c.working?.returned ? 'returned' : 'draft'
  if (first === 'approved') return c.working?.releaseAt ? 'scheduled' : 'approved'
  return first
}

/** `stageOf` in Chinese. */
export const stageLabel = (c: ItemCase): string => stageLabels[stageOf(c)]

/** Who is waited for: the roles that can take the next step with the text at hand; nobody where nothing is to be done. */
export function waitingFor(c: ItemCase, settings: PublicationSettings): readonly Role[] {
  if (c.working?.state === 'draft' && !c.discarded) return ['informationOfficer']
  return [...new Set(standingOf(c, settings).flatMap(rolesAtStanding))]
}

/** True while somebody has to do something with it. */
export const isOpen = (c: ItemCase): boolean => c.working !== undefined && !c.discarded
