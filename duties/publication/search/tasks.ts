import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { endingOf } from '#platform/files/name.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { textOfFile } from '#platform/search/take-text.ts'
import { portalOrgan } from '../store.ts'
import { forgetLexicon } from './desk.ts'
import { takeTextJob } from './files.ts'
import { gatherWords } from './words.ts'
import { holdItems, writeSearchRows } from './write.ts'

type Db = Kysely<Database>

const gatherJob = 'search.gatherWords'
const gatheredEvery = 10 * 60_000

/** Work that follows publication: the texts of attachments, the words of titles. */
export const searchTasks = (platform: Platform): Record<string, Task> => ({
  [takeTextJob]: (tx, payload) => takeTexts(tx, platform, payload as { organId: string; itemId: string }),
  [gatherJob]: (tx, payload) => gather(tx, platform, (payload as { newest?: string }).newest),
})

/** Sees to it that words are gathered from now on. */
export const beginSearch = ({ db }: Platform): Promise<void> => addJob(db, gatherJob, {}, { key: gatherJob })

async function takeTexts(
  tx: Db,
  platform: Platform,
  { organId, itemId }: { organId: string; itemId: string },
): Promise<void> {
  const { rows } = await sql<{ file_id: string }>`
    SELECT file_id FROM file f WHERE organ_id = ${organId} AND case_id = ${itemId} AND NOT sealed
      AND NOT EXISTS (SELECT FROM item_file_text t WHERE t.organ_id = f.organ_id AND t.item_id = ${itemId} AND t.file_id = f.file_id)`.execute(
    tx,
  )
  for (const { file_id: fileId } of rows) {
    const opened = await platform.files.open(tx, organId, fileId).catch(() => undefined)
    const taken = opened
      ? await textOfFile(endingOf(opened.file.name), opened.bytes)
      : { outcome: 'unreadable', text: '' }
    await tx
      .insertInto('item_file_text')
      .values({
        organ_id: organId,
        item_id: itemId,
        file_id: fileId,
        ...taken,
        taken_at: platform.now().toISOString(),
      })
      .onConflict((conflict) => conflict.columns(['organ_id', 'item_id', 'file_id']).doNothing())
      .execute()
  }
  if (rows.length === 0) return
  await holdItems(tx, organId, [itemId])
  await writeSearchRows(tx, organId, [itemId])
}

// Nothing is read again while nothing new was published.
async function gather(tx: Db, platform: Platform, before: string | undefined): Promise<void> {
  const organ = await portalOrgan(tx, platform.today())
  const row = await tx
    .selectFrom('item_search')
    .select(['published_at', 'item_id'])
    .orderBy('published_at', 'desc')
    .orderBy('item_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const newest = row ? `${row.published_at} ${row.item_id}` : ''
  if (organ && newest !== before) {
    await gatherWords(tx, organ.organId)
    forgetLexicon(platform.db)
  }
  const runAt = new Date(platform.now().getTime() + gatheredEvery).toISOString()
  await addJob(tx, gatherJob, { newest }, { key: gatherJob, runAt })
}
