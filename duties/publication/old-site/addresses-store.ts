import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'
import { itemAddress } from '../item-address.ts'
import { indexSlug } from '../rules/index-number.ts'
import { addressKey, hostOf } from './address.ts'

type Db = Kysely<Database>

/** Where an old address leads: to an item or its file, to nothing any more, or to what is not public. */
export type Leads =
  | { kind: 'moved'; to: string }
  | { kind: 'gone'; note: string }
  | { kind: 'hidden' }
  | undefined

interface Row {
  organ_id: string
  host: string
  file_id: string | null
  index_number: string
  status: string
  note: string
  address: string
  title: string
  published: boolean
}

const targets = (db: Db, where: ReturnType<typeof sql>) =>
  sql<Row>`SELECT a.organ_id, a.host, a.file_id, a.address, i.index_number, i.status, i.note, i.title,
      i.status = 'published' AND (a.file_id IS NULL OR i.public_files IS NULL OR a.file_id = ANY (i.public_files)) AS published
    FROM old_address a JOIN item_row i ON i.organ_id = a.organ_id AND i.item_id = a.item_id WHERE ${where}`.execute(
    db,
  )

async function pathOf(db: Db, row: Row, today: Day): Promise<string> {
  const [organ] = await organsById(db, [row.organ_id], today)
  const item = itemAddress(organ?.code ?? '', indexSlug(row.index_number, organ?.creditCode ?? ''))
  return row.file_id ? `${item}/files/${row.file_id}` : item
}

/** Where an address of an old site leads now; undefined where it is none. The host that was asked goes before others. */
export async function oldAddress(db: Db, url: string, host: string, today: Day): Promise<Leads> {
  const asked = hostOf(host)
  const { rows } = await targets(db, sql`a.address_key = ${addressKey(url)} LIMIT 20`)
  const rank = (row: Row) =>
    (row.published ? 0 : row.status === 'withdrawn' ? 2 : 4) + (row.host === asked ? 0 : 1)
  const [best] = rows.sort((one, other) => rank(one) - rank(other))
  if (!best) return undefined
  if (best.published) return { kind: 'moved', to: await pathOf(db, best, today) }
  return best.status === 'withdrawn' ? { kind: 'gone', note: best.note } : { kind: 'hidden' }
}

const onPage = 100

/** The old addresses of one site that hold these words, in their order from `after` on, and where each leads. */
export async function addressesOf(
  db: Db,
  { organId, siteId, words, after }: { organId: string; siteId: string; words: string; after: string },
  today: Day,
) {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await targets(
    db,
    sql`a.organ_id = ${organId} AND a.site_id = ${siteId} AND a.address_key > ${after}
      AND (${words} = '' OR a.address LIKE ${like} OR i.title LIKE ${like}) ORDER BY a.address_key LIMIT ${onPage + 1}`,
  )
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  return {
    addresses: await Promise.all(
      shown.map(async (row) => ({
        address: row.address,
        to: await pathOf(db, row, today),
        title: row.title,
        status: row.published ? '301' : row.status === 'withdrawn' ? '410' : '404',
      })),
    ),
    next: rows.length > onPage && last ? addressKey(last.address) : null,
  }
}
