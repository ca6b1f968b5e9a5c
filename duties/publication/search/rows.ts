import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Hit } from '#platform/search/find.ts'
import { excerpt, holdsAll, marked, type Piece, type Readable, readable } from '#platform/search/literal.ts'
import { type Query, wordsToMark } from '#platform/search/query.ts'
import type { Day } from '#time/day.ts'
import { entryColumns, withOrgans } from '../store.ts'
import type { SearchEntry } from './contract.ts'
import { numbersOf, textsOf } from './indexed.ts'

type Db = Kysely<Database>

const excerptLength = 110
/** Of one item no more than this is read again to show where the words stand. */
const mostRead = 120_000

interface Placed {
  organ_id: string
  item_id: string
}

const placeOf = ({ organ_id, item_id }: Placed) => `${organ_id} ${item_id}`

/** The items of these hits in their order, with what was asked marked: in their own words, or in their attachments. */
export async function rowsOf(db: Db, hits: readonly Hit[], query: Query, today: Day) {
  if (hits.length === 0) return []
  const rows = await itemsAt(db, hits)
  const entries = await withOrgans(db, rows, today)
  const words = wordsToMark(query)
  const made = new Map<string, SearchEntry>()
  const elsewhere: Placed[] = []
  for (const [index, row] of rows.entries()) {
    const texts = {
      title: readable(row.title),
      numbers: readable(`${row.document_number}\n${row.index_number}`),
      body: readable(
        textsOf({ ...row, files: [] })
          .join('\n')
          .trim(),
      ),
    }
    const entry = entries[index]
    if (!entry) continue
    made.set(placeOf(row), {
      ...entry,
      titlePieces: marked(texts.title, words),
      excerpt: excerpt(texts.body, words, excerptLength) ?? opening(texts.body),
    })
    if (!isCalled(row, query) && !holdsAll(query, Object.values(texts))) elsewhere.push(row)
  }
  await lookInFiles(db, query, elsewhere, made)
  return hits.flatMap(({ organId, itemId }) => made.get(`${organId} ${itemId}`) ?? [])
}

// A number is the item's own however it was typed.
const isCalled = (row: { document_number: string; index_number: string }, { number }: Query): boolean =>
  number !== undefined && numbersOf(row).includes(number.number)

const opening = ({ raw }: Readable): Piece[] => {
  const text = raw.slice(0, excerptLength).replaceAll(/\s+/g, ' ')
  if (text === '') return []
  return [{ text: raw.length > excerptLength ? `${text}…` : text, hit: false }]
}

/** Rows at these places, each looked up by its own key. */
const areAt = (places: readonly Placed[]) => sql<boolean>`(organ_id, item_id) IN (SELECT * FROM
  unnest(${places.map((each) => each.organ_id)}::uuid[], ${places.map((each) => each.item_id)}::uuid[]))`

async function itemsAt(db: Db, hits: readonly Hit[]) {
  return db
    .selectFrom('item_row')
    .select([...entryColumns, 'summary', sql<string>`left(body, ${sql.lit(mostRead)})`.as('body')])
    .where('status', '=', 'published')
    .where(areAt(hits.map(({ organId, itemId }) => ({ organ_id: organId, item_id: itemId }))))
    .execute()
}

// What the item's own words do not hold stands in its attachments.
async function lookInFiles(
  db: Db,
  query: Query,
  items: readonly Placed[],
  made: Map<string, SearchEntry>,
): Promise<void> {
  if (items.length === 0) return
  const files = Map.groupBy(await fileTexts(db, items), placeOf)
  const words = wordsToMark(query)
  for (const item of items) {
    const attached = (files.get(placeOf(item)) ?? []).map(({ text }) => readable(text))
    const shown = attached.map((text) => excerpt(text, words, excerptLength)).find((each) => each)
    const entry = made.get(placeOf(item))
    if (shown && entry)
      made.set(placeOf(item), { ...entry, excerpt: [{ text: '附件：', hit: false }, ...shown] })
  }
}

async function fileTexts(db: Db, items: readonly Placed[]) {
  const { rows } = await sql<{ organ_id: string; item_id: string; text: string }>`
    SELECT f.organ_id, f.case_id AS item_id, f.name || E'\n' || left(coalesce(t.text, ''), ${sql.lit(mostRead)}) AS text
    FROM unnest(${items.map((each) => each.organ_id)}::uuid[], ${items.map((each) => each.item_id)}::uuid[])
      AS at (organ_id, case_id) JOIN file f USING (organ_id, case_id) LEFT JOIN item_file_text t USING (organ_id, file_id)
    WHERE NOT f.sealed`.execute(db)
  return rows
}
