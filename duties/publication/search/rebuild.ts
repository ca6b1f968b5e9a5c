import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { holdItems, writeSearchRows } from './write.ts'

type Db = Kysely<Database>

const atOnce = 500

interface Part {
  organId: string
  itemIds: string[]
}

/** All that is published, a part at a time, each of one organ. */
async function* parts(db: Db): AsyncGenerator<Part> {
  const organs = await sql<{ organ_id: string }>`SELECT DISTINCT organ_id FROM item_row`.execute(db)
  for (const { organ_id: organId } of organs.rows) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await sql<{ item_id: string }>`
        SELECT item_id FROM item_row WHERE organ_id = ${organId} AND item_id > ${after}::uuid
          AND status = 'published' AND published_at IS NOT NULL
        ORDER BY item_id LIMIT ${sql.lit(atOnce)}`.execute(db)
      const itemIds = rows.map(({ item_id }) => item_id)
      if (itemIds.length > 0) yield { organId, itemIds }
      // What is published from now on writes its row itself.
      if (itemIds.length < atOnce) break
      after = itemIds.at(-1) ?? after
    }
  }
}

async function writePart(db: Db, { organId, itemIds }: Part, skip: boolean): Promise<string[]> {
  const held = await db.transaction().execute(async (tx) => {
    const mine = await holdItems(tx, organId, itemIds, { skip })
    await writeSearchRows(tx, organId, mine)
    return new Set(mine)
  })
  return itemIds.filter((itemId) => !held.has(itemId))
}

/**
 * `gongkai rebuild`: the search rows of all that is published made new, a part at a time, each part in a transaction of
 * its own: searches and publications go on beside it, and what stands as it should is not touched. Gives the number of
 * items gone through.
 */
export async function rebuildSearch(
  db: Db,
  onProgress: (done: number) => unknown = () => {},
): Promise<number> {
  await sql`DELETE FROM item_search s WHERE NOT EXISTS (
    SELECT FROM item_row i WHERE i.organ_id = s.organ_id AND i.item_id = s.item_id
      AND i.status = 'published' AND i.published_at IS NOT NULL)`.execute(db)
  let done = 0
  const left: Part[] = []
  for await (const part of parts(db)) {
    const busy = await writePart(db, part, true)
    for (const itemId of busy) left.push({ organId: part.organId, itemIds: [itemId] })
    done += part.itemIds.length
    await onProgress(done)
  }
  // One at a time: who holds one and waits for no other is never in anybody's way.
  for (const part of left) await writePart(db, part, false)
  return done
}

const vectorIndexes = ['item_search_vector', 'item_sample_vector'] as const

/**
 * Builds the indexes over the vectors anew beside the old ones: searches and publications go on meanwhile. As the owner
 * of the tables. Only where an index is not there at all are publications held up while it is built.
 */
export async function freshVectors(owner: Db): Promise<void> {
  await owner.connection().execute(async (db) => {
    const { rows } = await sql<{ name: string; valid: boolean }>`
      SELECT c.relname AS name, i.indisvalid AS valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid IN ('item_search'::regclass, 'item_sample'::regclass)`.execute(db)
    // What an interrupted building left behind.
    for (const { name, valid } of rows)
      if (!valid) await sql`DROP INDEX CONCURRENTLY IF EXISTS ${sql.ref(name)}`.execute(db)
    await sql`SET maintenance_work_mem = '1GB'`.execute(db)
    const there = (index: string) => rows.some(({ name, valid }) => valid && name === index)
    if (!vectorIndexes.every(there)) await sql`SELECT item_search_with_vectors()`.execute(db)
    for (const index of vectorIndexes) await sql`REINDEX INDEX CONCURRENTLY ${sql.ref(index)}`.execute(db)
    await sql`ANALYZE item_search, item_sample`.execute(db)
    await sql`RESET maintenance_work_mem`.execute(db)
  })
}
