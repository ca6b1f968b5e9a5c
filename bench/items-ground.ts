import { kindLabels } from '#duties/publication/rules/vocabulary.ts'
import { foldedLines } from '#platform/search/fold.ts'
import { lexemesOf, vectorText } from '#platform/search/grams.ts'
import { documentNumber, indexNumberKey } from '#platform/search/numbers.ts'
import type { TestPlatform } from '#platform/testing/platform.ts'
import { copied, copyIn } from './copy-in.ts'
import { drawing, matterOf, paragraphsOf, titleOf } from './items-text.ts'

/**
 * A county's portal filled with invented items and their search rows, by COPY; the same for the same number.
 *
 *   const made = await testPlatform(t, '2026-11-23T01:00:00Z')
 *   const { seconds, organs } = await fillItems(made, 100_000)
 *
 * One government above (code b0) and 200 organs below it (b1 … b200) that publish unequally, over ten years up to
 * 2026-11-20; titles of about twenty characters, bodies of about three hundred, in words that are drawn as a language
 * draws them (items-text.ts). Item n has the id itemId(n), belongs to organs[…] and is published later than item n - 1.
 */

export interface ItemsGround {
  readonly seconds: number
  /** The government first. */
  readonly organs: readonly { readonly organId: string; readonly code: string; readonly name: string }[]
}

const organCount = 200
const firstYear = 2017
const from = Date.UTC(firstYear, 0, 3)
const until = Date.UTC(2026, 10, 20)

const hex = (n: number, length: number): string => n.toString(16).padStart(length, '0')

/** The last characters are spread, as those of drawn ids are. */
export const itemId = (n: number): string =>
  `99000000-0000-7000-8000-${hex(Math.imul(n + 1, 0x9e3779b1) >>> 0, 8)}${hex(n % 0xffff, 4)}`.replace(
    /^99000000/,
    `99${hex(n, 6)}`,
  )
export const organIdAt = (n: number): string => `99000000-0000-4000-a000-${hex(n, 12)}`

const organSql = `
  INSERT INTO organ (organ_id, code, credit_code, kind, level, region_code, sort)
  SELECT ('99000000-0000-4000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, 'b' || n, '11990421MB' || lpad(n::text, 8, '0'),
    CASE n WHEN 0 THEN 'government' ELSE 'department' END, 'county', '990421', n FROM generate_series(0, ${organCount}) n;
  INSERT INTO organ_name (organ_id, from_on, name, short_name)
  SELECT organ_id, '2016-01-01', CASE sort WHEN 0 THEN '清溪县人民政府' ELSE '清溪县第' || sort || '局' END,
    CASE sort WHEN 0 THEN '县政府' ELSE '第' || sort || '局' END FROM organ;
  INSERT INTO organ_parent (organ_id, axis, from_on, parent_id)
  SELECT organ_id, 'region', '2016-01-01', '${organIdAt(0)}' FROM organ WHERE sort > 0;
  INSERT INTO organ_closure (organ_id, axis, descendant_id, depth)
  SELECT organ_id, 'region', organ_id, 0 FROM organ
  UNION ALL SELECT '${organIdAt(0)}', 'region', organ_id, 1 FROM organ WHERE sort > 0;`

const kinds = Object.keys(kindLabels)

const itemColumns = [
  'organ_id',
  'item_id',
  'seq',
  'index_number',
  'kind',
  'catalogue_code',
  'title',
  'document_number',
  'summary',
  'body',
  'formed_on',
  'published_at',
  'validity',
  'status',
  'updated_at',
]
const searchColumns = ['organ_id', 'item_id', 'published_at', 'year', 'kind', 'validity', 'tsv', 'folded']

/** An item of the ground, before it is written; items of other benches are made the same way. */
export function inventedItem(n: number, items: number) {
  const random = drawing(Math.imul(n + 7, 0x85ebca6b))
  for (let i = 0; i < 4; i++) random()
  const organ = Math.floor((organCount + 1) * random() ** 2)
  const publishedAt = new Date(from + Math.floor(((until - from) * n) / items)).toISOString()
  const day = publishedAt.slice(0, 10)
  const year = Number(day.slice(0, 4))
  const kind = kinds[Math.floor(kinds.length * random() ** 2)] ?? 'news'
  const isDocument = kind === 'normative' || kind === 'policy'
  const drawn = random()
  const matter = matterOf(random)
  return {
    organId: organIdAt(organ),
    itemId: itemId(n),
    indexNumber: `11990421MB${String(organ).padStart(8, '0')}/${year}-${String(n).padStart(7, '0')}`,
    kind,
    catalogueCode: `20-${String(1 + (n % 15)).padStart(2, '0')}`,
    title: titleOf(random, organ === 0 ? '清溪县人民政府' : `清溪县第${organ}局`, matter),
    documentNumber: isDocument ? `清政发〔${year}〕${1 + (n % 400)}号` : '',
    paragraphs: paragraphsOf(random, matter),
    formedOn: day,
    publishedAt,
    year,
    validity: isDocument ? (drawn < 0.7 ? 'inForce' : drawn < 0.85 ? 'amended' : 'repealed') : 'none',
  }
}

type Invented = ReturnType<typeof inventedItem>

const itemLine = (item: Invented): string =>
  `${[
    item.organId,
    item.itemId,
    '0',
    item.indexNumber,
    item.kind,
    item.catalogueCode,
    item.title,
    item.documentNumber,
    '',
    item.paragraphs.map((each) => `<p>${each}</p>`).join(''),
    item.formedOn,
    item.publishedAt,
    item.validity,
    'published',
    item.publishedAt,
  ].join('\t')}\n`

function searchLine(item: Invented): string {
  const number = documentNumber(item.documentNumber)
  const lexemes = lexemesOf({
    titles: [item.title, item.documentNumber],
    texts: [item.paragraphs.join('\n')],
    numbers: [indexNumberKey(item.indexNumber), ...(number === undefined ? [] : [number])],
    fields: { o: item.organId, k: item.kind, y: String(item.year), v: item.validity },
  })
  const { organId, itemId: id, publishedAt, year, kind, validity } = item
  const folded = foldedLines([item.title, item.documentNumber, item.indexNumber, ...item.paragraphs])
  const values = [organId, id, publishedAt, year, kind, validity, copied(vectorText(lexemes)), copied(folded)]
  return `${values.join('\t')}\n`
}

const inAPart = 200

async function* parts(items: number, line: (item: Invented) => string): AsyncIterable<string> {
  for (let first = 0; first < items; first += inAPart) {
    let part = ''
    for (let n = first; n < Math.min(first + inAPart, items); n++) part += line(inventedItem(n, items))
    yield part
    await new Promise<void>((go) => setImmediate(go))
  }
}

/** Fills an empty database with the organs and so many items, all published, with their search rows and indexes. */
export async function fillItems({ database }: TestPlatform, items: number): Promise<ItemsGround> {
  const begun = performance.now()
  const { pool } = database.owner
  await pool.query(organSql)
  await pool.query('SELECT item_search_without_vectors()')
  await copyIn(pool, 'item_search', searchColumns, parts(items, searchLine))
  // The vectors take one processor for long; the items come in beside them.
  const vectors = pool
    .query('SELECT item_search_with_vectors()')
    .then(() => pool.query('VACUUM item_search, item_sample'))
  await copyIn(pool, 'item_row', itemColumns, parts(items, itemLine))
  for (const table of ['item_row', 'item_desk_word', 'organ_closure'])
    await pool.query(`VACUUM ANALYZE ${table}`)
  await vectors
  // What the filling left to be written is written now, not while something is measured.
  await pool.query('CHECKPOINT')
  const organs = await pool.query<{ organId: string; code: string; name: string }>(
    `SELECT o.organ_id AS "organId", code, name FROM organ o JOIN organ_name USING (organ_id) ORDER BY sort`,
  )
  return { seconds: (performance.now() - begun) / 1000, organs: organs.rows }
}
