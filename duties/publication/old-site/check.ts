import { setImmediate as breathe } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { gateSettingsOf } from '../settings-store.ts'
import { type LookGround, lookInto, type PageRow } from './look.ts'
import { finderOf, openSource } from './places.ts'
import type { Looked } from './prepare.ts'
import { noteSite, type OldSite, siteHeld, type Which } from './store.ts'
import { earlierTwins, knownItems, type Twin } from './twins.ts'

type Tx = Transaction<Database>

/** Pages looked into in one transaction. */
const batch = 200

/** The pages of a site in one stage, in their order. */
async function pagesAt(tx: Tx, { organId, siteId }: Which, stage: number, limit: number): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    SELECT n, place, record FROM old_page
    WHERE organ_id = ${organId} AND site_id = ${siteId} AND stage = ${stage} ORDER BY n LIMIT ${limit}`.execute(
    tx,
  )
  return rows
}

const failed: Looked = {
  prepared: undefined,
  reasons: [{ code: 'fault' }],
  title: '',
  publishedOn: undefined,
  address: '',
  addressKey: undefined,
  titleKey: undefined,
  textHash: undefined,
}

export type Page = PageRow & Looked

/** Looks into pages one after another; one that the program fails over is refused, and the others go on. */
async function lookIntoAll(rows: readonly PageRow[], ground: LookGround): Promise<Page[]> {
  const pages: Page[] = []
  for (const row of rows) {
    pages.push({ ...row, ...(await lookInto(row, ground).catch(() => failed)) })
    await breathe()
  }
  return pages
}

/** With what the pages of a site are looked into now. The source must be closed. */
async function groundFor(platform: Platform, site: OldSite): Promise<LookGround> {
  const source = await openSource(site)
  const gate = await gateSettingsOf(platform.db, site.organId)
  return { site, source, finder: finderOf(source, site), gate, today: platform.today() }
}

function resultOf(page: Page, twin: Twin | undefined) {
  const { n, prepared, reasons, title, publishedOn, address, addressKey, titleKey, textHash } = page
  const isDraft = reasons.some(({ code }) => code === 'gateFound')
  return {
    n,
    title: title.slice(0, 300),
    published_on: publishedOn ?? null,
    address: address.slice(0, 1000),
    address_key: addressKey ?? null,
    title_key: titleKey ?? null,
    text_hash: textHash ?? null,
    outcome: !prepared ? 'refused' : twin ? 'duplicate' : isDraft ? 'draft' : 'take',
    reasons: twin && prepared ? [twin.reason, ...reasons] : reasons,
    prepared: prepared ?? null,
    twin: twin?.twin ?? null,
    item_id: twin?.itemId ?? null,
  }
}

async function keep(
  tx: Tx,
  { organId, siteId }: Which,
  results: readonly ReturnType<typeof resultOf>[],
): Promise<void> {
  const part = JSON.stringify(results, (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  )
  await sql`UPDATE old_page p SET stage = 1, title = r.title, published_on = r.published_on, address = r.address,
      address_key = r.address_key, title_key = r.title_key, text_hash = r.text_hash, outcome = r.outcome,
      reasons = r.reasons, prepared = r.prepared, twin = r.twin, item_id = r.item_id
    FROM jsonb_to_recordset(${part}::jsonb) AS r (n int, title text, published_on date, address text, address_key text,
      title_key text, text_hash text, outcome text, reasons jsonb, prepared jsonb, twin int, item_id uuid)
    WHERE p.organ_id = ${organId} AND p.site_id = ${siteId} AND p.n = r.n AND p.stage = 0`.execute(tx)
}

/**
 * Looks into the next pages of a site: what would be taken, what not and why, what repeats another. Gives whether any are
 * left; nothing is done where the site was stopped.
 */
export async function checkBatch(tx: Tx, platform: Platform, which: Which): Promise<boolean> {
  const site = await siteHeld(tx, which)
  if (site?.status !== 'checking') return false
  const rows = await pagesAt(tx, which, 0, batch)
  if (rows.length === 0) {
    await noteSite(
      tx,
      { ...which, at: platform.now().toISOString(), from: ['checking'] },
      { status: 'checked' },
    )
    return false
  }
  const ground = await groundFor(platform, site)
  try {
    const pages = await lookIntoAll(rows, ground)
    const known = await knownItems(tx, which.organId, pages)
    const judged = pages.map((page) => ({ ...page, isTaken: page.prepared !== undefined }))
    const earlier = await earlierTwins(tx, which, judged, known)
    await keep(
      tx,
      which,
      pages.map((page) => resultOf(page, known.get(page.n) ?? earlier.get(page.n))),
    )
  } finally {
    await ground.source.close()
  }
  return true
}

/** What the first pages come to by a mapping that is not settled yet. */
export async function previewOf(platform: Platform, site: OldSite, most: number): Promise<Page[]> {
  const ground = await groundFor(platform, site)
  try {
    const { rows } = await sql<PageRow>`
      SELECT n, place, record FROM old_page WHERE organ_id = ${site.organId} AND site_id = ${site.siteId}
        AND (stage = 0 OR record IS NOT NULL OR outcome <> 'refused') ORDER BY n LIMIT ${most}`.execute(
      platform.db,
    )
    return await lookIntoAll(rows, ground)
  } finally {
    await ground.source.close()
  }
}
