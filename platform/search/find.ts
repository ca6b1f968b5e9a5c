import { type Kysely, sql } from 'kysely'
import { isOverTime } from '#platform/database/away.ts'
import type { Database } from '#platform/database/schema.ts'
import { fieldLexeme, quoted } from './grams.ts'
import { expectedRows, goBy, type Mode, type Way, within } from './modes.ts'
import { both, not } from './phrase.ts'

/** A narrow table of documents with their lexemes: organ_id, item_id, published_at, tsv, sampled and columns to count by. */
export interface SearchTable {
  readonly name: string
  /** The columns that searches are narrowed and counted by, with the names of their lexemes. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Find {
  /** The condition that all that is found meets; see query.ts. */
  readonly condition: string
  /** Narrower conditions, the best first; none where the newest come first. */
  readonly tiers: readonly string[]
  /** Values that the columns must have. */
  readonly fields: Readonly<Record<string, string>>
  /** Where the page before ended. */
  readonly after?: Place | undefined
  readonly limit: number
  readonly withCounts: boolean
}

/** A place in the list of what is found. */
export interface Place {
  readonly tier: number
  readonly at: string
  readonly itemId: string
}

export interface Hit extends Place {
  readonly organId: string
}

export interface Counts {
  readonly total: number
  /** The total and the counts are estimates. */
  readonly about: boolean
  readonly by: Readonly<Record<string, readonly { value: string; count: number }[]>>
}

export interface Found {
  readonly hits: readonly Hit[]
  readonly counts: Counts | undefined
}

/** Up to so many rows are sorted and counted one by one. */
export const countedExactly = 10_000
const sampledOneIn = 64
const usualTime = 700
const longestTime = 4000
const rememberedFor = 600_000
const mostRemembered = 5000

/** What this process learned of conditions: that there is more than was expected, or that the days took too long. */
const learned = new Map<string, { what: 'large' | 'slow'; until: number }>()

function learn(condition: string, what: 'large' | 'slow'): void {
  if (learned.size >= mostRemembered) learned.delete(learned.keys().next().value ?? '')
  learned.set(condition, { what, until: performance.now() + rememberedFor })
}

function known(condition: string): 'large' | 'slow' | undefined {
  const entry = learned.get(condition)
  return entry && entry.until > performance.now() ? entry.what : undefined
}

/** Finds documents and counts them: exactly where they are few, by the sample where they are many. */
export async function find(db: Kysely<Database>, table: SearchTable, ask: Find): Promise<Found> {
  if (ask.condition === '') return { hits: [], counts: undefined }
  try {
    return await within(db, usualTime, (way) => findIn(way, table, ask))
  } catch (fault) {
    if (!isOverTime(fault)) throw fault
    // The days were walked too long: next time, and now, through the vectors.
    for (const condition of [ask.condition, ...ask.tiers]) learn(narrowed(condition, table, ask), 'slow')
    return within(db, longestTime, (way) => findIn(way, table, ask))
  }
}

/** The condition of what meets this one and has these values in the columns. */
export const narrowed = (
  condition: string,
  { fields: names }: SearchTable,
  { fields }: Pick<Find, 'fields'>,
): string =>
  both(
    condition,
    ...Object.entries(fields).map(([column, value]) => quoted(fieldLexeme(names[column] ?? column, value))),
  )

async function findIn(way: Way, table: SearchTable, ask: Find): Promise<Found> {
  const all = narrowed(ask.condition, table, ask)
  const isLarge = await isLargeNow(way, table, all)
  const hits = await pageOf(way, table, ask, isLarge)
  return { hits, counts: ask.withCounts ? await countsOf(way, table, all, isLarge) : undefined }
}

async function isLargeNow(way: Way, { name }: SearchTable, condition: string): Promise<boolean> {
  return known(condition) !== undefined || (await expectedRows(way, name, condition)) > countedExactly
}

async function pageOf(way: Way, table: SearchTable, ask: Find, isLarge: boolean): Promise<Hit[]> {
  const conditions = [...ask.tiers, ask.condition]
  const hits: Hit[] = []
  for (let tier = ask.after?.tier ?? 0; tier < conditions.length && hits.length < ask.limit; tier++) {
    const [condition = ''] = [conditions[tier]]
    const better = conditions.slice(0, tier).map(not)
    const narrow = narrowed(both(condition, ...better), table, ask)
    const large = isLarge && (tier === conditions.length - 1 || (await isLargeNow(way, table, narrow)))
    const mode: Mode = large && known(narrow) !== 'slow' ? 'days' : 'vectors'
    const after = ask.after?.tier === tier ? ask.after : undefined
    const rows = await newest(way, table, ask, { narrow, after, mode, limit: ask.limit - hits.length })
    hits.push(...rows.map((row) => ({ ...row, tier })))
  }
  return hits
}

interface Stretch {
  narrow: string
  after: Place | undefined
  mode: Mode
  limit: number
}

async function newest(
  way: Way,
  table: SearchTable,
  { fields }: Find,
  stretch: Stretch,
): Promise<Omit<Hit, 'tier'>[]> {
  const { narrow, after, mode, limit } = stretch
  await goBy(way, mode)
  const columns = Object.entries(fields).map(([column, value]) => sql`AND ${sql.ref(column)} = ${value}`)
  const further = after
    ? sql`AND (published_at, item_id) < (${after.at}::timestamptz, ${after.itemId}::uuid)`
    : sql``
  const { rows } = await sql<Omit<Hit, 'tier'>>`
    SELECT organ_id AS "organId", item_id AS "itemId", published_at AS at FROM ${sql.table(table.name)}
    WHERE true ${mode === 'days' ? sql.join(columns, sql` `) : sql``} ${further} AND tsv @@ ${narrow}::tsquery
    ORDER BY published_at DESC, item_id DESC LIMIT ${limit}`.execute(way.tx)
  return rows
}

type Counted = { column: string | null; value: string | null; count: number }

async function countsOf(way: Way, table: SearchTable, condition: string, isLarge: boolean): Promise<Counts> {
  await goBy(way, 'vectors')
  if (!isLarge) {
    const counts = summed(await counted(way, table, condition, countedExactly + 1), 1)
    if (counts.total <= countedExactly) return counts
    learn(condition, 'large')
  }
  return summed(await counted(way, table, condition, undefined), sampledOneIn)
}

async function counted(
  way: Way,
  { name, fields }: SearchTable,
  condition: string,
  most: number | undefined,
): Promise<Counted[]> {
  const columns = Object.keys(fields)
  const refs = sql.join(columns.map((column) => sql.ref(column)))
  const sets = sql.join([...columns.map((column) => sql`(${sql.ref(column)})`), sql`()`])
  const names = columns.map((column) => sql`WHEN GROUPING(${sql.ref(column)}) = 0 THEN ${sql.lit(column)}`)
  const values = columns.map((column) => sql`${sql.ref(column)}::text`)
  const { rows } = await sql<Counted>`
    SELECT CASE ${sql.join(names, sql` `)} END AS column, coalesce(${sql.join(values)}) AS value, count(*) AS count
    FROM (SELECT ${refs} FROM ${sql.table(name)}
      WHERE ${most === undefined ? sql`sampled AND` : sql``} tsv @@ ${condition}::tsquery
      ${most === undefined ? sql`` : sql`LIMIT ${most}`}) found
    GROUP BY GROUPING SETS (${sets})`.execute(way.tx)
  return rows
}

function summed(rows: readonly Counted[], times: number): Counts {
  const counted = (column: string | null) =>
    rows
      .filter((row) => row.column === column)
      .map(({ value, count }) => ({ value: value ?? '', count: rounded(count * times, times) }))
      .sort((one, other) => other.count - one.count)
  const columns = [...new Set(rows.flatMap(({ column }) => column ?? []))]
  const total = counted(null)[0]?.count ?? 0
  return { total, about: times > 1, by: Object.fromEntries(columns.map((each) => [each, counted(each)])) }
}

/** An estimate to two figures, as it deserves. */
function rounded(count: number, times: number): number {
  if (times === 1 || count < 100) return count
  const unit = 10 ** (Math.floor(Math.log10(count)) - 1)
  return Math.round(count / unit) * unit
}
