import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

type Db = Kysely<Database> | Transaction<Database>
type Tx = Transaction<Database>

/**
 * Old attachments of an organ that wait for the gate, and what became of each: rows of publication_finding, one for each
 * item, which the nightly check forgets with the item. `title` names what was found, in words that `joint` parts.
 */
const indicators = {
  waiting: 'keptFiles.waiting',
  clean: 'keptFiles.clean',
  found: 'keptFiles.found',
} as const
const all = Object.values(indicators)

/** What became of the old attachments of an item. */
export type KeptState = Exclude<keyof typeof indicators, 'waiting'>

const joint = '、'

// Stands first in the queue, and for the filling of it.
const toFill = ''

/** Begins a check of everything: the queue is filled by the job. */
export async function askForAll(tx: Tx, organId: string, at: string): Promise<void> {
  await sql`
    insert into publication_finding (organ_id, indicator, subject, item_id, title, address, since, found_at)
    values (${organId}, ${indicators.waiting}, ${toFill}, null, '', '', null, ${at}::timestamptz)
    on conflict do nothing`.execute(tx)
}

/** Ends it: what was found so far stays. */
export async function stopAsking(tx: Db, organId: string): Promise<void> {
  await tx
    .deleteFrom('publication_finding')
    .where('organ_id', '=', organId)
    .where('indicator', '=', indicators.waiting)
    .execute()
}

/** Puts every page that came from elsewhere and still shows attachments of then into the queue; false where that is done. */
export async function fillQueue(tx: Tx, organId: string): Promise<boolean> {
  const { rows } = await sql<{ found_at: string }>`
    delete from publication_finding where organ_id = ${organId} and indicator = ${indicators.waiting}
      and subject = ${toFill} returning found_at`.execute(tx)
  const begun = rows[0]?.found_at
  if (begun === undefined) return false
  await sql`
    insert into publication_finding (organ_id, indicator, subject, item_id, title, address, since, found_at)
    select i.organ_id, ${indicators.waiting}, i.item_id::text, i.item_id, '', '', null, ${begun}::timestamptz
    from item_row i join fact f on f.organ_id = i.organ_id and f.case_id = i.item_id and f.seq = 1 and f.type = 'takenOver'
    where i.organ_id = ${organId} and i.status = 'published' and i.version = 1 and not i.open and i.public_files <> '{}'
    on conflict do nothing`.execute(tx)
  return true
}

/** The next items of the queue; another lane that is at it takes others. */
export async function nextWaiting(tx: Tx, organId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ item_id: string }>`
    select item_id from publication_finding where organ_id = ${organId} and indicator = ${indicators.waiting}
      and subject <> ${toFill}
    order by subject limit ${limit} for update skip locked`.execute(tx)
  return rows.map((row) => row.item_id)
}

/** Writes down what became of an item's old attachments; without a state that it has none any more. */
export async function settle(
  tx: Tx,
  { organId, itemId, at }: { organId: string; itemId: string; at: string },
  state?: KeptState,
  found: readonly string[] = [],
): Promise<void> {
  await sql`delete from publication_finding where organ_id = ${organId} and item_id = ${itemId}
    and indicator = any(${all}::text[])`.execute(tx)
  if (!state) return
  await tx
    .insertInto('publication_finding')
    .values({
      ...{ organ_id: organId, indicator: indicators[state], subject: itemId, item_id: itemId },
      ...{ title: [...new Set(found)].join(joint), address: '', since: null, found_at: at },
    })
    .execute()
}

export interface KeptCounts {
  readonly running: boolean
  readonly waiting: number
  /** Of the check under way. */
  readonly done: number
  readonly clean: number
  readonly found: number
  /** ISO instant; null before the first check. */
  readonly checkedAt: string | null
}

/** How many wait, and what became of the others. */
export async function countsOf(db: Db, organId: string): Promise<KeptCounts> {
  const { rows } = await sql<KeptCounts & { checked_at: string | null }>`
    with mine as (
      select indicator, subject, found_at, indicator = ${indicators.waiting} as waits from publication_finding
      where organ_id = ${organId} and indicator = any(${all}::text[])),
    begun as (select min(found_at) as at from mine where waits)
    select coalesce(bool_or(waits), false) as running,
      count(*) filter (where waits and subject <> ${toFill})::int as waiting,
      count(*) filter (where not waits and found_at > begun.at)::int as done,
      count(*) filter (where indicator = ${indicators.clean})::int as clean,
      count(*) filter (where indicator = ${indicators.found})::int as found,
      max(found_at) filter (where not waits) as checked_at
    from begun left join mine on true`.execute(db)
  const { checked_at: checkedAt = null, ...counts } = rows[0] ?? { checked_at: null }
  const none = { running: false, waiting: 0, done: 0, clean: 0, found: 0 }
  return { ...none, ...counts, checkedAt }
}

/** How many items hold each thing that was found, the most of them first. */
export async function kindsFound(db: Db, organId: string): Promise<{ label: string; items: number }[]> {
  const { rows } = await sql<{ label: string; items: number }>`
    select label, count(*)::int as items
    from publication_finding, unnest(string_to_array(title, ${joint})) as label
    where organ_id = ${organId} and indicator = ${indicators.found}
    group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

export interface FoundItem {
  readonly item_id: string
  readonly index_number: string
  readonly title: string
  readonly published_at: string | null
  /** What was found, in words. */
  readonly what: string
}

/** The items in which something was found, those that hold `what` where it is given, a page at a time by key. */
export async function foundItems(
  db: Db,
  organId: string,
  { after = '', what = '', limit }: { after?: string; what?: string; limit: number },
): Promise<FoundItem[]> {
  const { rows } = await sql<FoundItem>`
    select i.item_id, i.index_number, i.title, i.published_at, f.title as what
    from publication_finding f join item_row i on i.organ_id = f.organ_id and i.item_id = f.item_id
    where f.organ_id = ${organId} and f.indicator = ${indicators.found} and f.subject > ${after}
      and (${what} = '' or ${what} = any(string_to_array(f.title, ${joint})))
    order by f.subject limit ${limit}`.execute(db)
  return rows
}
