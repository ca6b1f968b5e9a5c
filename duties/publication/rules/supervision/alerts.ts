import { type Day, inChinese, plusDays } from '#time/day.ts'

/** What is waited for: that an item is released, or that a document is interpreted. */
export type Awaited = 'release' | 'interpretation'

/** What a person of the desk is told by mail, in one sentence each. */
const sentences = {
  release: {
    soon: (on: string) => `公开期限将于${on}届满，尚未公开。`,
    overdue: (on: string) => `公开期限已于${on}届满，尚未公开。`,
  },
  interpretation: {
    soon: (on: string) => `文件已经公开，政策解读最迟应于${on}发布，还没有拟稿。`,
    overdue: (on: string) => `政策解读最迟应于${on}发布，至今没有拟稿。`,
  },
} as const satisfies Record<Awaited, Record<string, (on: string) => string>>

/** What passed longer ago than this is found in lists; nobody is written to about it any more. */
export const tellsDaysBack = 30

export interface DeskAlert {
  /** Tells this alert from every other of the item; a day that moved makes a new one. */
  readonly key: string
  readonly sentence: string
}

/**
 * What is to be told of something due on a day: that the day comes near, from `soonDays` before, or that it has passed.
 * Of the two only what fits today, so that none says a day that has gone; undefined where nothing is, or it is too long
 * ago.
 */
export function deskAlert(
  awaited: Awaited,
  on: Day,
  { today, soonDays }: { today: Day; soonDays: number },
): DeskAlert | undefined {
  if (on > plusDays(today, soonDays) || on < plusDays(today, -tellsDaysBack)) return undefined
  const stage = on < today ? 'overdue' : 'soon'
  return { key: `${awaited}:${stage}:${on}`, sentence: sentences[awaited][stage](inChinese(on)) }
}
