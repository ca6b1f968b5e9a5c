import { randomUUIDv7 } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { appendMany } from '#platform/ledger/ledger.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { itemsChanged } from '../changed.ts'
import { type DeskGiven, givenFor } from '../desk.ts'
import { itemAddress } from '../item-address.ts'
import type { FoldedRow } from '../projection.ts'
import type { Content, FileRef, TakenOver } from '../rules/facts.ts'
import { indexSlug } from '../rules/index-number.ts'
import { takenOver } from '../take-over.ts'
import { addressKey } from './address.ts'
import { filePlace } from './html/links.ts'
import { indexNumbers } from './index-numbers.ts'
import { mostOfFile, withoutFile } from './look.ts'
import { openSource } from './places.ts'
import type { Prepared } from './prepare.ts'
import type { Reason } from './reasons.ts'
import type { Source } from './source.ts'
import { noteSite, type OldSite, siteHeld, type Which } from './store.ts'
import { type Keys, knownItems } from './twins.ts'

type Tx = Transaction<Database>

/** Items taken in one transaction. */
const batch = 100

/** A page whose turn has come. */
interface Due extends Keys {
  readonly outcome: string
  readonly address: string
  readonly reasons: readonly Reason[]
  readonly prepared: Prepared | null
  readonly itemId: string | null
  readonly twinItem: string | null
}

async function dueNow(tx: Tx, { organId, siteId }: Which): Promise<Due[]> {
  const { rows } = await sql<Due>`
    SELECT p.n, p.title, p.published_on AS "publishedOn", p.address_key AS "addressKey", p.title_key AS "titleKey",
      p.text_hash AS "textHash", p.outcome, p.address, p.reasons, p.prepared, p.item_id AS "itemId", t.item_id AS "twinItem"
    FROM old_page p LEFT JOIN old_page t
      ON t.organ_id = p.organ_id AND t.site_id = p.site_id AND t.n = p.twin AND t.stage = 2 AND t.item_id IS NOT NULL
    WHERE p.organ_id = ${organId} AND p.site_id = ${siteId} AND p.stage = 1 ORDER BY p.n LIMIT ${batch}`.execute(
    tx,
  )
  return rows
}

interface Stored {
  readonly refs: readonly FileRef[]
  readonly body: string
  readonly addresses: readonly { address: string; fileId: string }[]
  readonly reasons: readonly Reason[]
}

interface Ground {
  readonly platform: Platform
  readonly site: OldSite
  readonly organ: Organ
  readonly given: DeskGiven
  readonly source: Source
  readonly at: string
}

interface Ask {
  readonly itemId: string
  readonly prepared: Prepared
  readonly isDraft: boolean
  readonly address: string
}

/** Stores the files of an item and puts their new addresses into its text. What a draft brings is kept encrypted. */
async function storeFiles(tx: Tx, ground: Ground, ask: Ask): Promise<Stored> {
  const { platform, site, source, at } = ground
  const refs: FileRef[] = []
  const addresses: { address: string; fileId: string }[] = []
  const reasons: Reason[] = []
  let { body } = ask.prepared
  for (const [n, wanted] of ask.prepared.files.entries()) {
    const read = await source.read(wanted.path, mostOfFile)
    const file = {
      organId: site.organId,
      caseId: ask.itemId,
      name: wanted.name,
      sealed: ask.isDraft,
      by: site.madeBy,
      at,
    }
    const stored =
      read.kind === 'read' &&
      (await platform.files.store(tx, { ...file, bytes: read.bytes, limit: mostOfFile }))
    if (!stored || stored.kind === 'refused') {
      reasons.push({ code: 'fileRefused', detail: wanted.name })
      body = withoutFile(body, n)
      continue
    }
    const { file_id: fileId, name, sha256 } = stored.file
    const whole = `${ask.address}/files/${fileId}`
    body = body
      .replaceAll(`src="${filePlace(n)}"`, `src="${whole}/preview"`)
      .replaceAll(`href="${filePlace(n)}"`, `href="${whole}"`)
    refs.push({ fileId, name, sha256 })
    if (wanted.address) addresses.push({ address: wanted.address, fileId })
  }
  return { refs, body, addresses, reasons }
}

function told(ground: Ground, { prepared, isDraft }: Ask, indexNumber: string, stored: Stored): TakenOver {
  const { title, summary, kind, catalogue, formedOn, documentNumber, validity, organ } = prepared
  const content: Content = {
    title,
    summary,
    body: stored.body,
    kind,
    catalogue,
    formedOn,
    documentNumber,
    attribute: 'active',
    validity,
    files: stored.refs,
    extra: {},
  }
  const source = ['原网站', ground.site.name, organ].filter(Boolean).join(' · ')
  if (isDraft) return { indexNumber, content, status: 'draft', publishedAt: null, source }
  const files = stored.refs.map(({ fileId }) => fileId)
  return { indexNumber, content, status: 'published', publishedAt: prepared.publishedAt, source, files }
}

interface Address {
  readonly address: string
  readonly host: string
  readonly itemId: string
  readonly fileId: string | null
}

interface Taken {
  readonly n: number
  readonly itemId: string
  readonly outcome: string
  readonly reasons: readonly Reason[]
  readonly fact: ReturnType<typeof takenOver>['fact']
  readonly row: FoldedRow
  readonly addresses: readonly Address[]
}

async function takeOne(
  tx: Tx,
  ground: Ground,
  { page, prepared, indexNumber }: { page: Due; prepared: Prepared; indexNumber: string },
): Promise<Taken> {
  const { organ, site, given, at } = ground
  const itemId = randomUUIDv7()
  const isDraft = page.reasons.some(({ code }) => code === 'gateFound')
  const address = itemAddress(organ.code, indexSlug(indexNumber, organ.creditCode))
  const ask = { itemId, prepared, isDraft, address }
  const stored = await storeFiles(tx, ground, ask)
  const item = told(ground, ask, indexNumber, stored)
  const { organId, madeBy: by } = site
  const made = takenOver({ organId, itemId, item, happenedOn: given.today, recordedAt: at, by }, given)
  const own = prepared.address
    ? [{ address: prepared.address, host: prepared.host, itemId, fileId: null }]
    : []
  const ofFiles = stored.addresses.map((each) => ({ ...each, host: prepared.host, itemId }))
  const numbered: Reason[] =
    prepared.indexNumber && prepared.indexNumber !== indexNumber
      ? [{ code: 'numberTaken', detail: prepared.indexNumber }]
      : []
  return {
    n: page.n,
    itemId,
    outcome: isDraft ? 'draft' : 'take',
    reasons: [...page.reasons.filter(({ code }) => !/^same/.test(code)), ...stored.reasons, ...numbered],
    ...made,
    addresses: [...own, ...ofFiles],
  }
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'string' ? each.replaceAll('\0', '').toWellFormed() : each,
  )

async function writeItems(tx: Tx, taken: readonly Taken[]): Promise<void> {
  const [first] = taken
  if (!first) return
  await appendMany(
    tx,
    taken.map(({ fact }) => fact),
  )
  const columns = sql.join(Object.keys(first.row).map((column) => sql.ref(column)))
  await sql`INSERT INTO item_row (${columns}) SELECT ${columns}
    FROM json_populate_recordset(null::item_row, ${json(taken.map(({ row }) => row))}::json)`.execute(tx)
}

async function writeAddresses(
  tx: Tx,
  { organId, siteId }: Which,
  addresses: readonly Address[],
): Promise<void> {
  const rows = addresses.map(({ address, ...each }) => ({ ...each, address, key: addressKey(address) }))
  await sql`INSERT INTO old_address (organ_id, address_key, host, address, item_id, file_id, site_id)
    SELECT ${organId}, key, host, address, "itemId", "fileId", ${siteId} FROM json_to_recordset(${json(rows)}::json)
      AS r (key text, host text, address text, "itemId" uuid, "fileId" uuid)
    ON CONFLICT DO NOTHING`.execute(tx)
}

type Result = { n: number; outcome: string; itemId: string | null; reasons: readonly Reason[] }

async function keepResults(tx: Tx, { organId, siteId }: Which, results: readonly Result[]): Promise<void> {
  await sql`UPDATE old_page p SET stage = 2, outcome = r.outcome, item_id = r."itemId", reasons = r.reasons,
      prepared = CASE WHEN r.outcome IN ('take', 'draft') THEN NULL ELSE p.prepared END
    FROM json_to_recordset(${json(results)}::json) AS r (n int, outcome text, "itemId" uuid, reasons jsonb)
    WHERE p.organ_id = ${organId} AND p.site_id = ${siteId} AND p.n = r.n`.execute(tx)
  await sql`INSERT INTO old_text (organ_id, text_hash, item_id) SELECT organ_id, text_hash, item_id FROM old_page
    WHERE organ_id = ${organId} AND site_id = ${siteId} AND n = ANY (${results.map(({ n }) => n)}::int[])
      AND outcome IN ('take', 'draft') AND text_hash IS NOT NULL ON CONFLICT DO NOTHING`.execute(tx)
}

/** Those that repeat an item lead to it by their old address; the others are to be taken. */
async function parted(tx: Tx, organId: string, pages: readonly Due[]) {
  const known = await knownItems(
    tx,
    organId,
    pages.filter(({ prepared }) => prepared),
  )
  const results: Result[] = []
  const addresses: Address[] = []
  const toTake: { page: Due; prepared: Prepared }[] = []
  for (const page of pages) {
    const { n, prepared, reasons } = page
    const twin = known.get(n)
    const itemId = twin?.itemId ?? page.twinItem
    if (!prepared) results.push({ n, outcome: 'refused', itemId: null, reasons })
    else if (!itemId) toTake.push({ page, prepared })
    else {
      const said =
        reasons.some(({ code }) => /^same/.test(code)) || !twin ? reasons : [twin.reason, ...reasons]
      results.push({ n, outcome: 'duplicate', itemId, reasons: said })
      if (prepared.address)
        addresses.push({ address: prepared.address, host: prepared.host, itemId, fileId: null })
    }
  }
  return { results, addresses, toTake }
}

/** Twins within one batch wait for the next, when the page that they repeat is there. */
function withoutWaiting(pages: readonly Due[]): readonly Due[] {
  const at = pages.findIndex(
    (page, i) => page.outcome === 'duplicate' && !page.itemId && !page.twinItem && i > 0,
  )
  return at < 0 ? pages : pages.slice(0, at)
}

async function takeAll(
  tx: Tx,
  ground: Ground,
  toTake: readonly { page: Due; prepared: Prepared }[],
): Promise<Taken[]> {
  const numbers = await indexNumbers(
    tx,
    ground.organ,
    ground.given.settings.indexPattern,
    toTake.map(({ prepared }) => ({ wished: prepared.indexNumber, on: prepared.formedOn })),
  )
  const taken: Taken[] = []
  for (const [i, { page, prepared }] of toTake.entries()) {
    taken.push(await takeOne(tx, ground, { page, prepared, indexNumber: numbers[i] ?? '' }))
    await breathe()
  }
  return taken
}

/**
 * Takes the next pages of a site over, in one transaction with the record of what was done: facts, rows, files,
 * addresses, the index of the search. Gives whether any are left; nothing is done where the site was stopped.
 */
export async function takeBatch(tx: Tx, platform: Platform, which: Which): Promise<boolean> {
  const { organId } = which
  const site = await siteHeld(tx, which)
  if (site?.status !== 'taking') return false
  // Two sites of one organ never take the same page at the same moment.
  await sql`SELECT pg_advisory_xact_lock(99000042, hashtext(${organId}))`.execute(tx)
  const at = platform.now().toISOString()
  const pages = withoutWaiting(await dueNow(tx, which))
  if (pages.length === 0) {
    await noteSite(tx, { ...which, at, from: ['taking'] }, { status: 'done' })
    return false
  }
  const organ = await organById(tx, organId, platform.today())
  if (!organ) throw new Error(`no organ ${organId}`)
  const { results, addresses, toTake } = await parted(tx, organId, pages)
  const given = await givenFor(platform, organId)
  const source = await openSource(site)
  try {
    const taken = await takeAll(tx, { platform, site, organ, given, source, at }, toTake)
    await writeItems(tx, taken)
    await writeAddresses(tx, which, [...addresses, ...taken.flatMap((each) => each.addresses)])
    await keepResults(tx, which, [...results, ...taken])
    const shown = taken.filter(({ row }) => row.status === 'published')
    await itemsChanged(
      tx,
      organId,
      shown.map(({ itemId }) => itemId),
    )
  } finally {
    await source.close()
  }
  return true
}
