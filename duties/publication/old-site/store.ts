import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { settingOf } from '#platform/organs/settings.ts'
import type { Choice, Mapping } from './fields.ts'
import type { Outcome, Reason } from './reasons.ts'
import type { OldSiteRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>
type Tx = Transaction<Database>

export type SiteKind = 'list' | 'json' | 'html'

/**
 * Where an old site stands: being read, read, being looked into (nothing is taken), looked into, being taken, stopped on
 * the way, done, or not readable at all.
 */
export type SiteStatus =
  | 'reading'
  | 'read'
  | 'checking'
  | 'checked'
  | 'taking'
  | 'stopped'
  | 'done'
  | 'unreadable'

export interface SiteOptions {
  /** The host of the old site; '' where it is not known. */
  readonly host: string
  /** The folder in the archive that stands for the root of the site, with a slash at its end, or ''. */
  readonly root: string
  /** What becomes of a page in which the gate finds something. */
  readonly findings: 'draft' | 'publish'
}

export const defaultOptions: SiteOptions = { host: '', root: '', findings: 'draft' }

export interface OldSite {
  readonly organId: string
  readonly siteId: string
  readonly name: string
  readonly kind: SiteKind
  readonly status: SiteStatus
  readonly listFile: string
  readonly files: string
  readonly choices: readonly Choice[]
  readonly mapping: Mapping
  readonly options: SiteOptions
  readonly trouble: string
  readonly madeAt: string
  readonly madeBy: string
}

export interface Which {
  readonly organId: string
  readonly siteId: string
}

const siteFrom = (row: Selectable<OldSiteRow>): OldSite => ({
  organId: row.organ_id,
  siteId: row.site_id,
  name: row.name,
  kind: row.kind as SiteKind,
  status: row.status as SiteStatus,
  listFile: row.list_file,
  files: row.files,
  choices: row.choices as Choice[],
  mapping: row.mapping as Mapping,
  options: { ...defaultOptions, ...(row.options as Partial<SiteOptions>) },
  trouble: row.trouble,
  madeAt: row.made_at,
  madeBy: row.made_by,
})

const siteQuery = (db: Db, { organId, siteId }: Which) =>
  db.selectFrom('old_site').selectAll().where('organ_id', '=', organId).where('site_id', '=', siteId)

/** One old site of an organ; undefined where it has none of that id. */
export async function siteOf(db: Db, which: Which): Promise<OldSite | undefined> {
  const row = await siteQuery(db, which).executeTakeFirst()
  return row && siteFrom(row as unknown as Selectable<OldSiteRow>)
}

/** The same, held for this transaction: whoever wants to stop it waits until the batch is written. */
export async function siteHeld(tx: Tx, which: Which): Promise<OldSite | undefined> {
  const row = await siteQuery(tx, which).forUpdate().executeTakeFirst()
  return row && siteFrom(row as unknown as Selectable<OldSiteRow>)
}

/** The old sites of an organ, newest first, at most 50. */
export async function sitesOf(db: Db, organId: string): Promise<OldSite[]> {
  const rows = await db
    .selectFrom('old_site')
    .selectAll()
    .where('organ_id', '=', organId)
    .orderBy('site_id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => siteFrom(row as unknown as Selectable<OldSiteRow>))
}

type NewSite = Pick<
  OldSite,
  'organId' | 'siteId' | 'name' | 'kind' | 'listFile' | 'files' | 'madeAt' | 'madeBy'
>

/** Writes down an old site that was sent and is to be read. */
export const addSite = (tx: Tx, site: NewSite) =>
  tx
    .insertInto('old_site')
    .values({
      organ_id: site.organId,
      site_id: site.siteId,
      name: site.name,
      kind: site.kind,
      status: 'reading',
      list_file: site.listFile,
      files: site.files,
      choices: '[]',
      mapping: '{}',
      options: JSON.stringify(defaultOptions),
      trouble: '',
      made_at: site.madeAt,
      made_by: site.madeBy,
      changed_at: site.madeAt,
    })
    .execute()

export interface SiteChange {
  readonly status?: SiteStatus
  readonly choices?: readonly Choice[]
  readonly mapping?: Mapping
  readonly options?: SiteOptions
  readonly trouble?: string
}

/** Notes where a site stands, only from one of the states given. False where it stands elsewhere. */
export async function noteSite(
  db: Db,
  { organId, siteId, at, from }: Which & { at: string; from: readonly SiteStatus[] },
  { choices, mapping, options, ...change }: SiteChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('old_site')
    .set({
      ...change,
      ...(choices ? { choices: JSON.stringify(choices) } : {}),
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(options ? { options: JSON.stringify(options) } : {}),
      changed_at: at,
    })
    .where('organ_id', '=', organId)
    .where('site_id', '=', siteId)
    .where('status', 'in', [...from])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

const settingName = 'publication.oldSite'

/** How an organ settled its mappings before, by the kind of what was sent. */
export async function rememberedMapping(db: Db, organId: string, kind: SiteKind): Promise<Mapping> {
  const kept = (await settingOf(db, organId, settingName)) as Partial<Record<SiteKind, Mapping>> | undefined
  return kept?.[kind] ?? {}
}

/** Keeps a mapping for the next time. */
export async function rememberMapping(
  tx: Tx,
  { organId, personId }: { organId: string; personId: string },
  kind: SiteKind,
  mapping: Mapping,
): Promise<void> {
  const kept = ((await settingOf(tx, organId, settingName)) ?? {}) as Partial<Record<SiteKind, Mapping>>
  const value = JSON.stringify({ ...kept, [kind]: { ...kept[kind], ...mapping } })
  await tx
    .insertInto('organ_setting')
    .values({ organ_id: organId, name: settingName, value, changed_by: personId })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'name'])
        .doUpdateSet({ value, changed_by: personId, changed_at: sql`now()` }),
    )
    .execute()
}

/** How many pages of a site stand where: by stage and outcome. */
export interface SiteCounts {
  readonly pages: number
  /** Behind it in the present stage. */
  readonly done: number
  readonly byOutcome: Readonly<Record<Outcome, number>>
}

/** Counts the pages of a site; while it is being taken, `done` are those taken. */
export async function countsOf(
  db: Db,
  { organId, siteId, status }: Which & Pick<OldSite, 'status'>,
): Promise<SiteCounts> {
  const { rows } = await sql<{ stage: number; outcome: string; n: number }>`
    SELECT stage, outcome, count(*)::int AS n FROM old_page
    WHERE organ_id = ${organId} AND site_id = ${siteId} GROUP BY stage, outcome`.execute(db)
  const least =
    status === 'reading' || status === 'read' || status === 'checking' || status === 'checked' ? 1 : 2
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { n }) => total + n, 0)
  const of = (outcome: Outcome) => sum((row) => row.outcome === outcome)
  return {
    pages: sum(() => true),
    done: sum(({ stage }) => stage >= least),
    byOutcome: { take: of('take'), draft: of('draft'), duplicate: of('duplicate'), refused: of('refused') },
  }
}

/** A page as lists and reports show it. */
export interface PageShown {
  readonly n: number
  readonly place: string
  readonly stage: number
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly title: string
  readonly publishedOn: string | null
  readonly address: string
  readonly itemId: string | null
}

/** Pages of a site in their order after the nth, of one outcome or of all; those not looked into yet are left out. */
export async function pagesShown(
  db: Db,
  {
    organId,
    siteId,
    outcome,
    after,
    limit,
  }: Which & { outcome: Outcome | undefined; after: number; limit: number },
): Promise<PageShown[]> {
  let query = db
    .selectFrom('old_page')
    .select(['n', 'place', 'stage', 'outcome', 'reasons', 'title', 'published_on', 'address', 'item_id'])
    .where('organ_id', '=', organId)
    .where('site_id', '=', siteId)
    .where('n', '>', after)
    .where('stage', '>', 0)
  if (outcome) query = query.where('outcome', '=', outcome)
  const rows = await query.orderBy('n').limit(limit).execute()
  return rows.map((row) => ({
    n: row.n,
    place: row.place,
    stage: row.stage,
    outcome: row.outcome as Outcome,
    reasons: row.reasons as Reason[],
    title: row.title,
    publishedOn: row.published_on,
    address: row.address,
    itemId: row.item_id,
  }))
}
