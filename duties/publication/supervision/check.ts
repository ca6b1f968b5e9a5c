import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { standardAddress } from '../addresses.ts'
import { catalogueOf, cataloguesOf } from '../catalogue/desk.ts'
import { linksOf } from '../gate/html-text.ts'
import { itemAddress } from '../item-address.ts'
import { indexSlug } from '../rules/index-number.ts'
import type { PublicationFindingRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Asks the portal as a stranger would. */
export type Visit = (url: string) => Promise<{ status: number }>

/** How many items of an organ are looked at in one night: the next night goes on where this one ended. */
const itemsANight = 500

type Found = Omit<PublicationFindingRow, 'organ_id' | 'found_at'>

async function lateEntries(platform: Platform, organ: Organ): Promise<Found[]> {
  const { catalogues } = await cataloguesOf(platform, organ.organId)
  const found: Found[] = []
  for (const { field, late } of catalogues) {
    if (late === 0) continue
    const catalogue = await catalogueOf(platform, organ.organId, field, { drafts: false })
    for (const { code, first, second, standing } of catalogue?.entries ?? [])
      if (standing.kind === 'late')
        found.push({
          ...{ indicator: 'entries', subject: code, item_id: null },
          title: [first, second].filter(Boolean).join('：'),
          address: standardAddress(organ.code, field),
          since: standing.since,
        })
  }
  return found
}

interface Looked {
  item_id: string
  index_number: string
  title: string
  body: string
  public_files: string[] | null
}

const nextItems = async (db: Db, organId: string): Promise<Looked[]> => {
  const row = await db
    .selectFrom('publication_standing')
    .select('checked_item')
    .where('organ_id', '=', organId)
    .executeTakeFirst()
  const { rows } = await sql<Looked>`
    select item_id, index_number, title, body, public_files from item_row
    where organ_id = ${organId} and status = 'published' and item_id > ${row?.checked_item ?? zero}
    order by item_id limit ${itemsANight}`.execute(db)
  return rows
}

const zero = '00000000-0000-0000-0000-000000000000'

// Only addresses of the portal itself: what lies outside is asked when the item goes through the gate.
const ownLinks = (body: string, site: string): string[] => {
  const hrefs = linksOf(body).map(({ href }) =>
    href.startsWith(`${site}/`) ? href.slice(site.length) : href,
  )
  return [
    ...new Set(hrefs.filter((href) => /^\/(?!\/)/u.test(href)).map((href) => href.replace(/#.*$/u, ''))),
  ]
}

async function brokenFiles(platform: Platform, organId: string, { public_files: files }: Looked) {
  const broken: string[] = []
  for (const fileId of files ?? []) {
    const opened = await platform.files.open(platform.db, organId, fileId).catch(() => undefined)
    if (!opened) broken.push(fileId)
  }
  return broken
}

async function brokenOf(platform: Platform, organ: Organ, item: Looked, visit: Visit): Promise<Found[]> {
  const address = itemAddress(organ.code, indexSlug(item.index_number, organ.creditCode))
  const finding = (what: string, subject: string): Found => ({
    ...{ indicator: 'broken', subject: `${item.item_id} ${subject}`, item_id: item.item_id },
    ...{ title: `${item.title}：${what}`, address, since: null },
  })
  const dead: Found[] = []
  for (const href of ownLinks(item.body, platform.config.publicAddress)) {
    const { status } = await visit(href)
    if (status >= 400) dead.push(finding(`链接“${href.slice(0, 60)}”打不开`, href.slice(0, 200)))
  }
  const files = await brokenFiles(platform, organ.organId, item)
  return [...dead, ...files.map((fileId) => finding('附件打不开', fileId))]
}

async function keep(tx: Db, organId: string, found: readonly Found[], at: string): Promise<void> {
  if (found.length === 0) return
  await tx
    .insertInto('publication_finding')
    .values(found.map((one) => ({ organ_id: organId, found_at: at, ...one })))
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Forgets what was found broken of these items, what is published no more, and the entries: it was looked at again. */
async function forget(tx: Db, organId: string, itemIds: readonly string[]): Promise<void> {
  await sql`
    delete from publication_finding f where f.organ_id = ${organId} and (f.indicator = 'entries'
      or (f.indicator = 'broken' and f.item_id = any(${[...itemIds]}::uuid[])) or (f.item_id is not null and not exists (
        select from item_row i where i.organ_id = f.organ_id and i.item_id = f.item_id and i.status = 'published')))`.execute(
    tx,
  )
}

/**
 * The nightly check of one organ: entries of its standard catalogues past their limit, and of the next items in turn the
 * links into the portal and the attachments that no longer open. Gives how many items it looked at.
 */
export async function checkOrgan(
  tx: Transaction<Database>,
  platform: Platform,
  organId: string,
  visit: Visit,
): Promise<number> {
  const organ = await organById(tx, organId, platform.today())
  if (!organ) return 0
  const entries = await lateEntries(platform, organ)
  const items = await nextItems(tx, organId)
  const broken: Found[] = []
  for (const item of items) broken.push(...(await brokenOf(platform, organ, item, visit)))
  const at = platform.now().toISOString()
  await forget(
    tx,
    organId,
    items.map((item) => item.item_id),
  )
  await keep(tx, organId, [...entries, ...broken], at)
  // At the end of the round it begins anew the next night.
  const last = items.length === itemsANight ? (items.at(-1)?.item_id ?? null) : null
  await sql`
    insert into publication_standing as s (organ_id, entries_late, broken, checked_at, checked_item)
    select ${organId}, count(*) filter (where indicator = 'entries'), count(*) filter (where indicator = 'broken'),
      ${at}::timestamptz, ${last}::uuid
    from publication_finding where organ_id = ${organId}
    on conflict (organ_id) do update set entries_late = excluded.entries_late, broken = excluded.broken,
      checked_at = excluded.checked_at, checked_item = excluded.checked_item`.execute(tx)
  return items.length
}
