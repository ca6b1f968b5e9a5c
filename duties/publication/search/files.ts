import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { addJob } from '#platform/jobs/jobs.ts'

/** The job that takes the texts out of an item's attachments. */
export const takeTextJob = 'search.takeText'

/** Leaves a job for each published item with attachments whose texts were not taken yet. */
export async function askForTexts(
  tx: Kysely<Database>,
  organId: string,
  itemIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ item_id: string }>`
    SELECT DISTINCT i.item_id FROM item_row i JOIN file f ON f.organ_id = i.organ_id AND f.case_id = i.item_id
    WHERE i.organ_id = ${organId} AND i.item_id = ANY (${itemIds}::uuid[]) AND i.status = 'published' AND NOT f.sealed
      AND NOT EXISTS (SELECT FROM item_file_text t
        WHERE t.organ_id = f.organ_id AND t.item_id = i.item_id AND t.file_id = f.file_id)`.execute(tx)
  for (const { item_id: itemId } of rows)
    await addJob(tx, takeTextJob, { organId, itemId }, { key: `${takeTextJob} ${organId} ${itemId}` })
}
