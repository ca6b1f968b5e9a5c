import { MoreRows } from '#platform/console/more-rows.tsx'
import { Nothing } from '#platform/console/states.tsx'
import type { ItemListRow } from '../contract-desk.ts'
import { type Choosing, ItemTable } from './item-table.tsx'

interface Shown {
  rows: readonly ItemListRow[]
  /** What is said where there is none. */
  empty: string
  more: (() => void) | undefined
  busy: boolean
  withOrgan?: boolean
  choosing?: Choosing
}

/** A list of items as far as it is fetched, and the button for more of it. */
export function Rows({ rows, empty, more, busy, withOrgan = false, choosing }: Shown) {
  const once = [...new Map(rows.map((row) => [row.itemId, row])).values()]
  if (once.length === 0) return <Nothing>{empty}</Nothing>
  return (
    <>
      <ItemTable rows={once} withOrgan={withOrgan} {...(choosing ? { choosing } : {})} />
      <MoreRows shown={once.length} unit="条" more={more} busy={busy} />
    </>
  )
}
