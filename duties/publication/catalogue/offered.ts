import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organById, organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { entryName, type StandardEntry, tiers } from '../rules/standard/entry.ts'
import type { OfferedFields } from './contract.ts'
import { entryCode } from './store.ts'

interface OfferedRow {
  organ_id: string
  field: string
  label: string
  number: number
  body: StandardEntry
}

const isTier = (level: string): level is keyof typeof tiers => Object.hasOwn(tiers, level)

/**
 * The entries under which an organ files what it publishes: of each field the published version of its own catalogue, else
 * that of the nearest organ above it; those of its tier (县级、乡级、村级) that are published of one's own accord.
 */
export async function entriesOffered({ db, today }: Platform, organId: string): Promise<OfferedFields> {
  const { rows } = await sql<OfferedRow>`
    with nearest as (
      select distinct on (c.field) c.organ_id, c.field, c.label, c.version
      from organ_closure u join standard_catalogue c on c.organ_id = u.organ_id and c.published_at is not null
      where u.descendant_id = ${organId} and u.axis = 'region'
      order by c.field, u.depth, c.version desc)
    select n.organ_id, n.field, n.label, e.number, e.body from nearest n
    join standard_entry e on e.organ_id = n.organ_id and e.field = n.field and e.version = n.version
    order by n.field, e.position`.execute(db)
  const level = (await organById(db, organId, today()))?.level ?? ''
  const own = rows.filter(
    ({ body }) => body.published && (!isTier(level) || body.tiers.length === 0 || body.tiers.includes(level)),
  )
  const organs = await organsById(db, [...new Set(own.map((row) => row.organ_id))], today())
  const names = new Map(organs.map((organ) => [organ.organId, organ.name]))
  const fields = [...Map.groupBy(own, ({ field }) => field)].map(([field, each]) => ({
    field,
    label: each[0]?.label ?? '',
    organName: names.get(each[0]?.organ_id ?? '') ?? '',
    entries: each.map(({ number, body }) => ({ code: entryCode(field, number), name: entryName(body) })),
  }))
  return { fields }
}

/** True where the organ, or one above it, ever published an entry of this code. */
export async function isOffered(
  db: Kysely<Database> | Transaction<Database>,
  organId: string,
  code: string,
): Promise<boolean> {
  const [field = '', number = ''] = code.split('-')
  const { rows } = await sql`
    select from organ_closure u join standard_catalogue c on c.organ_id = u.organ_id and c.published_at is not null
    join standard_entry e on e.organ_id = c.organ_id and e.field = c.field and e.version = c.version
    where u.descendant_id = ${organId} and u.axis = 'region' and c.field = ${field} and e.number = ${Number(number)}
    limit 1`.execute(db)
  return rows.length > 0
}
