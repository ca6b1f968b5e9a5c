import { chained } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Day } from '#time/day.ts'
import { duty, recordedOf } from './item-store.ts'
import { type FoldedRow, type ProjectGiven, projectItem } from './projection.ts'
import type { TakenOver } from './rules/facts.ts'

/** An item that comes from elsewhere: an old site, a seed. */
export interface ToTakeOver {
  readonly organId: string
  readonly itemId: string
  readonly item: TakenOver
  readonly happenedOn: Day
  /** ISO instant */
  readonly recordedAt: string
  /** A person's id or 'system'. */
  readonly by: string
}

/**
 * The one fact and the row of an item taken over; nothing is written. To be inserted with `appendMany` and in bulk, and
 * followed by `itemsChanged` in the same transaction.
 */
export function takenOver(one: ToTakeOver, given: ProjectGiven): { fact: FactRow; row: FoldedRow } {
  const { organId, itemId, item, happenedOn, recordedAt, by } = one
  const [fact] = chained(
    {
      organId,
      duty,
      caseId: itemId,
      seenSeq: 0,
      facts: [{ type: 'takenOver', happenedOn, body: item }],
      recordedBy: by,
      recordedAt,
      askId: itemId,
    },
    undefined,
  )
  if (!fact) throw new Error(`nothing taken over of ${itemId}`)
  return { fact, row: projectItem(organId, itemId, [recordedOf(fact)], given) }
}
