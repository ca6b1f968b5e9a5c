import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { portalOrganId } from '#platform/organs/portal.ts'
import { childrenOf, organByCode, organById, organsById } from '#platform/organs/tree.ts'
import { type Day, dayInShanghai } from '#time/day.ts'
import { filedUnder } from './catalogue/store.ts'
import type { Item, ItemEntry, ItemPage } from './contract.ts'
import { instantKey } from './list-key.ts'
import { indexNumbersOf, indexSlug } from './rules/index-number.ts'
import { validityOn } from './rules/register.ts'
import type { ItemKind } from './rules/vocabulary.ts'
import type { ItemRow } from './tables.ts'

type Db = Kysely<Database>

/** The columns of an item that lists show. */
export const entryColumns = [
  'organ_id',
  'item_id',
  'index_number',
  'kind',
  'catalogue_code',
  'title',
  'document_number',
  'formed_on',
  'published_at',
  'validity',
  'expires_on',
] as const
type EntryRow = Pick<ItemRow, Exclude<(typeof entryColumns)[number], 'expires_on'>> & {
  expires_on: string | null
}

const entryOf = (row: EntryRow, organ: Organ | undefined, today: Day): ItemEntry => ({
  organId: row.organ_id,
  itemId: row.item_id,
  organCode: organ?.code ?? '',
  organName: organ?.name ?? '',
  indexNumber: row.index_number,
  address: `/items/${organ?.code ?? ''}/${encodeURIComponent(indexSlug(row.index_number, organ?.creditCode ?? ''))}`,
  kind: row.kind,
  catalogueCode: row.catalogue_code,
  title: row.title,
  documentNumber: row.document_number,
  formedOn: row.formed_on,
  publishedAt: row.published_at ?? '',
  validity: validityOn(row.validity, row.expires_on, today),
})

/** Rows as lists show them, each with its organ. */
export async function withOrgans(db: Db, rows: readonly EntryRow[], today: Day): Promise<ItemEntry[]> {
  const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today)
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  return rows.map((row) => entryOf(row, byId.get(row.organ_id), today))
}

/** The published items of an organ among these: by their ids, or by their index number. */
export async function publishedItems(
  db: Db,
  { organId, itemIds, indexNumber }: { organId: string; itemIds?: readonly string[]; indexNumber?: string },
  today: Day,
): Promise<ItemEntry[]> {
  let query = published(db).select(entryColumns).where('organ_id', '=', organId)
  if (itemIds) query = query.where('item_id', '=', sql<string>`any(${[...itemIds]}::uuid[])`)
  if (indexNumber !== undefined) query = query.where('index_number', '=', indexNumber)
  return withOrgans(db, await query.execute(), today)
}

interface ItemAsk {
  organId?: string | undefined
  catalogue?: string | undefined
  kinds?: readonly ItemKind[] | undefined
  year?: number | undefined
  /** Under this entry of the standard catalogue of an organ: its own items and those of all below it. */
  under?: { entry: string; organId: string } | undefined
  /** Key of the page, as the page before gave it; anything else begins at the newest. */
  after?: string | undefined
  limit: number
  today: Day
}

const published = (db: Db) => db.selectFrom('item_row').where('status', '=', 'published')

function filtered(db: Db, ask: ItemAsk): SelectQueryBuilder<Database, 'item_row', object> {
  const { organId, catalogue, kinds, year, under, after } = ask
  const key = instantKey(after)
  let query = published(db)
  if (organId) query = query.where('organ_id', '=', organId)
  if (catalogue) query = query.where('catalogue_code', '=', catalogue)
  if (kinds) query = query.where('kind', 'in', [...kinds])
  if (under)
    query = query
      .where('entry', '=', under.entry)
      .where(filedUnder(under.organId, under.entry.replace(/-.*$/u, '')))
  if (year)
    query = query
      .where('published_at', '>=', `${year}-01-01T00:00:00+08:00`)
      .where('published_at', '<', `${year + 1}-01-01T00:00:00+08:00`)
  if (key)
    query = query.where(sql<boolean>`(published_at, item_id) < (${key.at}::timestamptz, ${key.id}::uuid)`)
  return query
}

/** What is published, newest first, a page at a time by key. */
export async function itemPage(db: Db, ask: ItemAsk): Promise<ItemPage> {
  const rows = await filtered(db, ask)
    .select(entryColumns)
    .orderBy('published_at', 'desc')
    .orderBy('item_id', 'desc')
    .limit(ask.limit + 1)
    .execute()
  const shown = rows.slice(0, ask.limit)
  const last = shown.at(-1)
  const next = rows.length > ask.limit && last ? `${last.published_at}~${last.item_id}` : null
  return { entries: await withOrgans(db, shown, ask.today), next }
}

/** The published interpretations of these items, newest first. */
export async function interpretationsOf(
  db: Db,
  items: readonly Pick<ItemEntry, 'organId' | 'itemId'>[],
  today: Day,
): Promise<(ItemEntry & { interprets: string })[]> {
  if (items.length === 0) return []
  const rows = await published(db)
    .select([...entryColumns, 'interprets'])
    .where('organ_id', 'in', [...new Set(items.map((item) => item.organId))])
    .where(
      'interprets',
      'in',
      items.map((item) => item.itemId),
    )
    .orderBy('published_at', 'desc')
    .limit(200)
    .execute()
  const entries = await withOrgans(db, rows, today)
  return entries.map((entry, index) => ({ ...entry, interprets: rows[index]?.interprets ?? '' }))
}

const filesOf = async (db: Db, organId: string, itemId: string): Promise<Item['files']> => {
  const { rows } = await sql<{ file_id: string; name: string; media_type: string; size: number }>`
    SELECT f.file_id, f.name, f.media_type, f.size FROM item_row i
    JOIN file f ON f.organ_id = i.organ_id AND f.case_id = i.item_id AND NOT f.sealed
      AND (i.public_files IS NULL OR f.file_id = ANY (i.public_files))
    WHERE i.organ_id = ${organId} AND i.item_id = ${itemId}
    ORDER BY array_position(i.public_files, f.file_id), f.stored_at, f.file_id`.execute(db)
  return rows.map(({ file_id: fileId, name, media_type: mediaType, size }) => ({
    fileId,
    name,
    mediaType,
    size,
  }))
}

async function entryById(db: Db, organId: string, itemId: string, today: Day): Promise<ItemEntry | null> {
  const rows = await published(db)
    .select(entryColumns)
    .where('organ_id', '=', organId)
    .where('item_id', '=', itemId)
    .execute()
  return (await withOrgans(db, rows, today))[0] ?? null
}

/**
 * The published item at an address, under the name its organ bore on the day of publication; undefined where there is
 * none, or none any more.
 */
export async function itemAt(db: Db, organCode: string, slug: string, today: Day): Promise<Item | undefined> {
  const organ = await organByCode(db, organCode, today)
  if (!organ) return undefined
  const numbers = indexNumbersOf(slug, organ.creditCode)
  const rows = await published(db)
    .selectAll()
    .where('organ_id', '=', organ.organId)
    .where('index_number', 'in', [...numbers])
    .execute()
  const row = rows.find((each) => each.index_number === numbers[0]) ?? rows[0]
  if (!row?.published_at) return undefined
  const { organ_id: organId, item_id: itemId, interprets } = row
  const then = await organById(db, organId, dayInShanghai(row.published_at))
  const entry = entryOf(row, then ?? organ, today)
  return {
    ...entry,
    summary: row.summary,
    body: row.body,
    amendedAt: row.amended_at,
    extra: row.extra,
    files: await filesOf(db, organId, itemId),
    interprets: interprets ? await entryById(db, organId, interprets, today) : null,
    interpretedBy: await interpretationsOf(db, [{ organId, itemId }], today),
  }
}

/** The years in which anything was published, newest first. */
export async function publishedYears(db: Db, organId?: string): Promise<number[]> {
  let query = published(db).select([
    sql<string | null>`min(published_at)`.as('first'),
    sql<string | null>`max(published_at)`.as('last'),
  ])
  if (organId) query = query.where('organ_id', '=', organId)
  const row = await query.executeTakeFirst()
  if (!row?.first || !row.last) return []
  const [first, last] = [row.first, row.last].map((instant) => Number(dayInShanghai(instant).slice(0, 4)))
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, back) => (last ?? 0) - back)
}

/** An organ and those right below it that publish and answer for themselves, for lists to choose from. */
export async function organsToChoose(db: Db, top: Organ, today: Day): Promise<Organ[]> {
  const below = await childrenOf(db, top.organId, 'region', today)
  return [top, ...below.filter((organ) => organ.kind !== 'village' && organ.kind !== 'enterprise')]
}

/** The organ whose portal this is: the government that nothing stands above; undefined before there is one. */
export async function portalOrgan(db: Db, today: Day): Promise<Organ | undefined> {
  const organId = await portalOrganId(db)
  return organId ? organById(db, organId, today) : undefined
}
