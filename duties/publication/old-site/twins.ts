import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type Day, dayInShanghai } from '#time/day.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import type { Which } from './store.ts'

type Db = Kysely<Database> | Transaction<Database>

/** By what a page is known again. */
export interface Keys {
  readonly n: number
  readonly title: string
  readonly publishedOn: Day | undefined
  readonly addressKey: string | undefined
  readonly titleKey: string | undefined
  readonly textHash: string | undefined
}

/** What a page repeats: an earlier page of the same site, or an item that is there already. */
export interface Twin {
  readonly reason: Reason
  readonly twin?: number
  readonly itemId?: string
}

const keyNames = ['addressKey', 'titleKey', 'textHash'] as const
const codes = {
  addressKey: 'sameAddress',
  titleKey: 'sameTitle',
  textHash: 'sameText',
} as const satisfies Record<(typeof keyNames)[number], ReasonCode>

const valuesOf = (pages: readonly Keys[], name: (typeof keyNames)[number]): string[] =>
  pages.flatMap((page) => page[name] ?? [])

interface Earlier {
  n: number
  place: string
  address_key: string | null
  title_key: string | null
  text_hash: string | null
}

/** The earlier pages of the same site that will be taken, or were, and share a key with one of these. */
async function earlierPages(db: Db, { organId, siteId }: Which, pages: readonly Keys[]): Promise<Earlier[]> {
  const of = (column: string, values: string[]) => sql`
    SELECT n, place, address_key, title_key, text_hash FROM old_page
    WHERE organ_id = ${organId} AND site_id = ${siteId} AND stage > 0 AND outcome IN ('take', 'draft')
      AND ${sql.ref(column)} = ANY (${values}::text[])`
  const { rows } = await sql<Earlier>`
    ${of('address_key', valuesOf(pages, 'addressKey'))} UNION ${of('title_key', valuesOf(pages, 'titleKey'))}
    UNION ${of('text_hash', valuesOf(pages, 'textHash'))} ORDER BY n`.execute(db)
  return rows
}

/** Which of these pages repeat an item of the organ: by its old address, its title and day, its text. */
export async function knownItems(
  db: Db,
  organId: string,
  pages: readonly Keys[],
): Promise<Map<number, Twin>> {
  const addresses = await sql<{ key: string; item_id: string }>`
    SELECT address_key AS key, item_id FROM old_address
    WHERE organ_id = ${organId} AND file_id IS NULL AND address_key = ANY (${valuesOf(pages, 'addressKey')}::text[])`.execute(
    db,
  )
  const texts = await sql<{ key: string; item_id: string }>`
    SELECT text_hash AS key, item_id FROM old_text
    WHERE organ_id = ${organId} AND text_hash = ANY (${valuesOf(pages, 'textHash')}::text[])`.execute(db)
  const titles = await sql<{ title: string; published_at: string; item_id: string }>`
    SELECT title, published_at, item_id FROM item_row WHERE organ_id = ${organId} AND published_at IS NOT NULL
      AND md5(title) = ANY (SELECT md5(t) FROM unnest(${pages.map(({ title }) => title)}::text[]) t)`.execute(
    db,
  )
  const byAddress = new Map(addresses.rows.map(({ key, item_id }) => [key, item_id]))
  const byText = new Map(texts.rows.map(({ key, item_id }) => [key, item_id]))
  const byTitle = new Map(
    titles.rows.map((row) => [
      `${row.title}\n${dayInShanghai(new Date(row.published_at).toISOString())}`,
      row.item_id,
    ]),
  )
  const found = new Map<number, Twin>()
  for (const page of pages) {
    const ways = [
      ['sameAddress', byAddress.get(page.addressKey ?? '')],
      ['sameTitle', page.publishedOn && byTitle.get(`${page.title}\n${page.publishedOn}`)],
      ['sameText', byText.get(page.textHash ?? '')],
    ] as const
    const way = ways.find(([, itemId]) => itemId)
    if (way?.[1]) found.set(page.n, { reason: { code: way[0], detail: '本系统中已有' }, itemId: way[1] })
  }
  return found
}

/** Which of these pages repeat an earlier page of their site, those of this batch among them, in the order of the pages. */
export async function earlierTwins(
  db: Db,
  which: Which,
  pages: readonly (Keys & { readonly place: string; readonly isTaken: boolean })[],
  known: ReadonlyMap<number, Twin>,
): Promise<Map<number, Twin>> {
  const earlier = await earlierPages(db, which, pages)
  const seen = {
    addressKey: new Map(earlier.map((row) => [row.address_key, row])),
    titleKey: new Map(earlier.map((row) => [row.title_key, row])),
    textHash: new Map(earlier.map((row) => [row.text_hash, row])),
  }
  const found = new Map<number, Twin>()
  for (const page of pages) {
    if (!page.isTaken || known.has(page.n)) continue
    const name = keyNames.find((each) => page[each] !== undefined && seen[each].has(page[each]))
    const other = name && seen[name].get(page[name] ?? null)
    if (name && other)
      found.set(page.n, { reason: { code: codes[name], detail: `与${other.place}` }, twin: other.n })
    else {
      const {
        n,
        place,
        addressKey: address_key = null,
        titleKey: title_key = null,
        textHash: text_hash = null,
      } = page
      const row = { n, place, address_key, title_key, text_hash }
      for (const each of keyNames) if (page[each] !== undefined) seen[each].set(page[each], row)
    }
  }
  return found
}
