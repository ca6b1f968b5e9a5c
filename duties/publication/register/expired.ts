import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type Day, plusDays } from '#time/day.ts'
import { itemsChanged } from '../changed.ts'

/** How many nights back are made good where the job of the night did not run. */
const nights = 30

/**
 * Brings what is kept of published documents in step with their periods that ran out lately: search rows and pages. The
 * documents themselves are not changed; lists and pages reckon by the day.
 */
export async function showExpired(tx: Kysely<Database>, today: Day): Promise<void> {
  const rows = await tx
    .selectFrom('item_row')
    .select(['organ_id', 'item_id'])
    .where('status', '=', 'published')
    .where('expires_on', '<', today)
    .where('expires_on', '>=', plusDays(today, -nights))
    .execute()
  for (const [organId, items] of Map.groupBy(rows, (row) => row.organ_id))
    await itemsChanged(
      tx,
      organId,
      items.map((row) => row.item_id),
    )
}
