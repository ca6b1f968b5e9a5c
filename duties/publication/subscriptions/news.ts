import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'
import { itemAddress } from '../item-address.ts'
import { indexSlug } from '../rules/index-number.ts'
import type { Followed } from './store.ts'

type Db = Kysely<Database> | Transaction<Database>

/** One publication as subscribers are told of it. */
export interface News {
  itemId: string
  organId: string
  organName: string
  kind: string
  heading: string
  title: string
  documentNumber: string
  publishedAt: string
  /** Whole address. */
  address: string
}

interface Row {
  organ_id: string
  item_id: string
  kind: string
  catalogue_code: string
  title: string
  document_number: string
  index_number: string
  published_at: string
}

const mostNews = 3000

/**
 * What was published after an instant and up to another, oldest first. Where it is more than three thousand, `until` is
 * the instant up to which it is told, and the rest is for the next time.
 */
export async function newsBetween(
  db: Db,
  { from, until, site, today }: { from: string; until: string; site: string; today: Day },
): Promise<{ news: News[]; until: string }> {
  const { rows } = await sql<Row>`
    SELECT organ_id, item_id, kind, catalogue_code, title, document_number, index_number, published_at FROM item_row
    WHERE status = 'published' AND published_at > ${from} AND published_at <= ${until}
    ORDER BY published_at, item_id LIMIT ${mostNews}`.execute(db)
  const last = rows.length === mostNews ? rows.at(-1)?.published_at : undefined
  const whole = last === undefined ? rows : rows.filter((row) => row.published_at < last)
  const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today)
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  const news = whole.map((row) => {
    const organ = byId.get(row.organ_id)
    return {
      itemId: row.item_id,
      organId: row.organ_id,
      organName: organ?.name ?? '',
      kind: row.kind,
      heading: row.catalogue_code,
      title: row.title,
      documentNumber: row.document_number,
      publishedAt: row.published_at,
      address: site + itemAddress(organ?.code ?? '', indexSlug(row.index_number, organ?.creditCode ?? '')),
    }
  })
  return { news, until: last === undefined ? until : (whole.at(-1)?.published_at ?? last) }
}

const among = (chosen: readonly string[], value: string): boolean =>
  chosen.length === 0 || chosen.includes(value)

/** Of the news, what somebody follows and was not told yet. */
export const newsFor = (news: readonly News[], followed: Followed, toldUntil: string): News[] =>
  news.filter(
    (each) =>
      each.publishedAt > toldUntil &&
      among(followed.organs, each.organId) &&
      among(followed.kinds, each.kind) &&
      among(followed.headings, each.heading),
  )
