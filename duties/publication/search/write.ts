import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type Searchable, searchRowOf } from './indexed.ts'
import './tables.ts'

type Db = Kysely<Database>

const atOnce = 500

type Row = Omit<Searchable, 'files'> & { files: string[] | null }

// What is published of these items, with the texts of the attachments that are shown with them.
const searchable = (db: Db, which: ReturnType<typeof sql>) =>
  sql<Row>`
  SELECT i.organ_id, i.item_id, i.index_number, i.kind, i.title, i.document_number, i.summary, i.body,
    i.published_at,
    CASE WHEN i.validity IN ('inForce', 'amended') AND i.expires_on < (now() AT TIME ZONE 'Asia/Shanghai')::date
      THEN 'expired' ELSE i.validity END AS validity,
    (SELECT array_agg(f.name || E'\n' || coalesce(t.text, '') ORDER BY f.stored_at, f.file_id)
      FROM file f LEFT JOIN item_file_text t USING (organ_id, file_id)
      WHERE f.organ_id = i.organ_id AND f.case_id = i.item_id AND NOT f.sealed
        AND (i.public_files IS NULL OR f.file_id = ANY (i.public_files))) AS files
  FROM item_row i WHERE i.status = 'published' AND i.published_at IS NOT NULL AND ${which}`.execute(db)

/**
 * Brings the search rows of an organ's items in step with the items, in the transaction that changed these: what is
 * published gets its row anew, what is not published any more loses it.
 */
export async function writeSearchRows(tx: Db, organId: string, itemIds: readonly string[]): Promise<void> {
  for (let i = 0; i < itemIds.length; i += atOnce) {
    const ids = itemIds.slice(i, i + atOnce)
    const { rows } = await searchable(tx, sql`i.organ_id = ${organId} AND i.item_id = ANY (${ids}::uuid[])`)
    const gone = ids.filter((id) => !rows.some(({ item_id }) => item_id === id))
    if (gone.length > 0)
      await tx
        .deleteFrom('item_search')
        .where('organ_id', '=', organId)
        .where('item_id', 'in', gone)
        .execute()
    await insertRows(tx, rows)
  }
}

/**
 * Holds items until the transaction ends, so that nobody else writes their search rows meanwhile; gives those it holds.
 * With `skip` those that somebody else is changing right now are left out: whoever changes an item writes its row.
 */
export async function holdItems(
  tx: Db,
  organId: string,
  itemIds: readonly string[],
  { skip = false } = {},
): Promise<string[]> {
  const { rows } = await sql<{ item_id: string }>`
    SELECT item_id FROM item_row WHERE organ_id = ${organId} AND item_id = ANY (${[...itemIds]}::uuid[])
    ORDER BY item_id FOR NO KEY UPDATE ${skip ? sql`SKIP LOCKED` : sql``}`.execute(tx)
  return rows.map(({ item_id }) => item_id)
}

// What stands as it should is not written again.
async function insertRows(tx: Db, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const made = rows.map((row) => searchRowOf({ ...row, files: row.files ?? [] }))
  await sql`
    INSERT INTO item_search (organ_id, item_id, published_at, year, kind, validity, tsv, folded)
    SELECT organ_id, item_id, published_at, year, kind, validity, tsv::tsvector, folded
    FROM json_to_recordset(${JSON.stringify(made)}::json)
      AS r (organ_id uuid, item_id uuid, published_at timestamptz, year smallint, kind text, validity text, tsv text,
        folded text)
    ON CONFLICT (organ_id, item_id) DO UPDATE SET published_at = excluded.published_at, year = excluded.year,
      kind = excluded.kind, validity = excluded.validity, tsv = excluded.tsv, folded = excluded.folded
    WHERE (item_search.published_at, item_search.year, item_search.kind, item_search.validity, item_search.tsv,
        item_search.folded)
      IS DISTINCT FROM (excluded.published_at, excluded.year, excluded.kind, excluded.validity, excluded.tsv,
        excluded.folded)`.execute(tx)
}

/**
 * Does a bulk of work on items of a database that nobody searches yet: the indexes of vectors are taken off and built
 * again at the end. Searches wait until the transaction ends; see rebuild.ts for a database in use.
 */
export async function inBulk<Result>(tx: Db, work: () => Promise<Result>): Promise<Result> {
  await sql`SELECT item_search_without_vectors()`.execute(tx)
  const result = await work()
  await sql`SELECT item_search_with_vectors()`.execute(tx)
  return result
}

/** Writes the search rows of all that is published, a part at a time. */
export async function indexAll(tx: Db): Promise<void> {
  let after: Pick<Row, 'organ_id' | 'item_id'> | undefined
  do {
    const key = after
      ? sql`(i.organ_id, i.item_id) > (${after.organ_id}::uuid, ${after.item_id}::uuid)`
      : sql`true`
    const { rows } = await searchable(tx, sql`${key} ORDER BY i.organ_id, i.item_id LIMIT ${sql.lit(atOnce)}`)
    await insertRows(tx, rows)
    after = rows.at(-1)
  } while (after)
}
