import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isOverTime } from '#platform/database/away.ts'
import type { Database } from '#platform/database/schema.ts'
import { fieldLexeme, quoted } from './grams.ts'
import { holds, type Literal } from './holds.ts'
import { expectedRows, goBy, type Mode, type Way, within } from './modes.ts'
import { both, not } from './phrase.ts'

/** A narrow table of documents: organ_id, item_id, published_at, tsv, folded texts and columns to count by. */
export interface SearchTable {
  readonly name: string
  /** A table of every so manieth of its rows, the same rows always, that large counts are estimated from. */
  readonly sample: { readonly name: string; readonly oneIn: number }
  /** The columns that searches are narrowed and counted by, with the names of their lexemes. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Find {
  /** The condition that all that is found meets; see query.ts. */
  readonly condition: string
  /** Narrower conditions, the best first; none where the newest come first. */
  readonly tiers: readonly string[]
  /** What is read in the texts of what meets the condition. */
  readonly literal?: Literal | undefined
  /** Values that the columns must have. */
  readonly fields: Readonly<Record<string, string>>
  /** The instants between which all lies that has these values, where they say so. */
  readonly between?: { readonly from: string; readonly until: string } | undefined
  /** Values of a column that part the newest of what is found by time, the newest first: years. */
  readonly newestSlices?: readonly { readonly column: string; readonly value: string }[]
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
  /** Where to go on, if so much was read in vain that the page is short. */
  readonly end?: Place | undefined
  readonly counts: Counts | undefined
}

/** Up to so many rows are sorted and counted one by one. */
export const countedExactly = 5_000
/** Candidates of longer words up to so many are all read, so that they are counted exactly. */
const readWhole = 600
/** The newest candidates that are read for a page, at most. */
const readForPage = 5_000
/** From so many rows on the newest are found by walking the days; fewer through the vectors, a slice at a time. */
const walkedFrom = 50_000
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

const narrowed = (condition: string, { fields: names }: SearchTable, { fields }: Find): string =>
  both(
    condition,
    ...Object.entries(fields).map(([column, value]) => quoted(fieldLexeme(names[column] ?? column, value))),
  )

async function findIn(way: Way, table: SearchTable, ask: Find): Promise<Found> {
  const all = narrowed(ask.condition, table, ask)
  const expected = await expectedNow(way, table, all)
  if (expected <= countedExactly) {
    const found = await fewOf(way, table, ask, all)
    if (found) return found
    learn(all, 'large')
  }
  const page = await pageOf(way, table, ask, Math.max(expected, countedExactly + 1))
  return { ...page, counts: ask.withCounts ? await estimatesOf(way, table, all) : undefined }
}

/** How many rows to expect; what was found to be more than it seemed is more than is counted. */
async function expectedNow(way: Way, { name }: SearchTable, condition: string): Promise<number> {
  const expected = await expectedRows(way, name, condition)
  return known(condition) === undefined ? expected : Math.max(expected, countedExactly + 1)
}

/** The tiers and the rest, from where the page begins; `better` is what stood in those before. */
function tiersFrom({ tiers, condition, after }: Find) {
  const conditions = [...tiers, condition]
  return conditions
    .map((each, tier) => ({
      tier,
      isLast: tier === tiers.length,
      condition: each,
      better: conditions.slice(0, tier).map(not),
      after: after?.tier === tier ? after : undefined,
    }))
    .slice(after?.tier ?? 0)
}

async function pageOf(way: Way, table: SearchTable, ask: Find, expected: number) {
  const hits: Hit[] = []
  for (const { tier, isLast, condition, better, after } of tiersFrom(ask)) {
    if (hits.length >= ask.limit) break
    const narrow = narrowed(both(condition, ...better), table, ask)
    const rows = isLast ? expected : await expectedNow(way, table, narrow)
    const few = rows <= walkedFrom || known(narrow) === 'slow'
    const limit = ask.limit - hits.length
    const stretch: Stretch = { narrow, after, limit, mode: few ? 'vectors' : 'days' }
    const parted = few && rows > countedExactly
    const found = await newest(way, table, ask, parted ? slices(table, ask, stretch) : [stretch])
    hits.push(...found.rows.map((row) => ({ ...row, tier })))
    // What was not read of this tier stands in none of the next.
    if (found.end) return { hits, end: { ...found.end, tier } }
  }
  return { hits }
}

/** The stretch in its slices, the newest first, and at the end what lies in none of them. */
function slices({ fields: names }: SearchTable, { newestSlices = [] }: Find, stretch: Stretch): Stretch[] {
  const each = newestSlices.map(({ column, value }) => quoted(fieldLexeme(names[column] ?? column, value)))
  const older = both(stretch.narrow, ...each.map(not))
  return [...each.map((slice) => both(stretch.narrow, slice)), older].map((narrow) => ({
    ...stretch,
    narrow,
  }))
}

/**
 * Where few are found: the tiers by their own conditions, then all that is found at once, counted and put in order in
 * one question. Undefined where there are more than are counted one by one.
 */
async function fewOf(way: Way, table: SearchTable, ask: Find, all: string): Promise<Found | undefined> {
  const hits: Hit[] = []
  for (const { tier, isLast, condition, better, after } of tiersFrom(ask)) {
    const limit = Math.max(ask.limit - hits.length, 0)
    if (isLast) {
      // What stood in the tiers before is at hand, unless they were on the pages before.
      const known = ask.after ? { better: both(...better) } : { without: hits }
      const rest = { ...known, literal: ask.literal, after, limit, counted: ask.withCounts }
      const found = await restOf(way, table, all, rest)
      if (!found) return undefined
      hits.push(...found.rows.map((row) => ({ ...row, tier })))
      return { hits, counts: found.counts }
    }
    if (limit === 0) continue
    const narrow = narrowed(both(condition, ...better), table, ask)
    const { rows } = await newest(way, table, ask, [{ narrow, after, mode: 'vectors', limit }])
    hits.push(...rows.map((row) => ({ ...row, tier })))
  }
  return undefined
}

type Row = Omit<Hit, 'tier'>

interface Stretch {
  narrow: string
  after: Place | undefined
  mode: Mode
  limit: number
}

interface Newest {
  rows: Row[]
  /** The last that was read, if the rest was not. */
  end?: Row | undefined
}

/** The newest of the stretches, each of which lies before the next. */
async function newest(
  way: Way,
  table: SearchTable,
  ask: Find,
  stretches: readonly Stretch[],
): Promise<Newest> {
  const rows: Row[] = []
  for (const stretch of stretches) {
    const found = await newestOf(way, table, ask, { ...stretch, limit: stretch.limit - rows.length })
    rows.push(...found.rows)
    if (found.end || rows.length >= stretch.limit) return { rows, end: found.end }
  }
  return { rows }
}

async function newestOf(way: Way, table: SearchTable, ask: Find, stretch: Stretch): Promise<Newest> {
  const { narrow, after, mode, limit } = stretch
  await goBy(way, mode)
  const shown = sql`organ_id AS "organId", item_id AS "itemId", published_at AS at`
  const listed = sql`FROM ${sql.table(table.name)}
    WHERE ${mode === 'days' ? alongTheDays(ask) : sql`true`} AND tsv @@ ${narrow}::tsquery
      ${after ? sql`AND (published_at, item_id) < (${after.at}::timestamptz, ${after.itemId}::uuid)` : sql``}
    ORDER BY published_at DESC, item_id DESC`
  if (!ask.literal) {
    const { rows } = await sql<Row>`SELECT ${shown} ${listed} LIMIT ${limit}`.execute(way.tx)
    return { rows }
  }
  // In order and only until the page is full; the last row is looked for only if it was not.
  const { rows } = await sql<Row & { read: boolean }>`
    (SELECT ${shown}, false AS read FROM (SELECT * ${listed} LIMIT ${sql.lit(readForPage)}) listed
      WHERE ${holds(ask.literal)})
    UNION ALL (SELECT ${shown}, true ${listed} OFFSET ${sql.lit(readForPage - 1)} LIMIT 1)
    LIMIT ${limit}`.execute(way.tx)
  const row = ({ organId, itemId, at }: Row): Row => ({ organId, itemId, at })
  return { rows: rows.filter(({ read }) => !read).map(row), end: rows.filter(({ read }) => read).map(row)[0] }
}

/** What is known of the rows without their vectors: their columns, and between which instants they lie. */
function alongTheDays({ fields, between }: Find): RawBuilder<boolean> {
  const columns = Object.entries(fields).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const span = between
    ? [sql`published_at >= ${between.from}::timestamptz`, sql`published_at < ${between.until}::timestamptz`]
    : []
  return sql.join([sql`true`, ...columns, ...span], sql` AND `)
}

/** Marks the number of candidates among the counts. */
const candidates = 'candidates'

type Counted = { column: string | null; value: string | null; count: number }

interface Rest {
  /** What the tiers before held; or, where that is not at hand, the condition of what they did not hold. */
  without?: readonly Hit[]
  better?: string
  literal: Literal | undefined
  after: Place | undefined
  limit: number
  counted: boolean
}

/**
 * The newest of all that meets the condition, and how many there are by every column; undefined where there are more
 * than are counted. Up to `readWhole` candidates are all read before they are counted; of more only those of the page.
 */
async function restOf(
  way: Way,
  { name, fields }: SearchTable,
  condition: string,
  { without = [], better = '', literal, after, limit, counted }: Rest,
): Promise<{ rows: Row[]; counts: Counts | undefined } | undefined> {
  await goBy(way, 'vectors')
  const columns = [
    ...new Set(['organ_id', 'item_id', 'published_at', 'tsv', 'folded', ...Object.keys(fields)]),
  ]
  const listed = sql.join(columns.map((column) => sql.ref(column)))
  const conditions = [
    after && sql`(published_at, item_id) < (${after.at}::timestamptz, ${after.itemId}::uuid)`,
    without.length > 0 && sql`item_id <> ALL (${without.map(({ itemId }) => itemId)}::uuid[])`,
  ].filter((each) => typeof each === 'object')
  const further = sql.join([sql`true`, ...conditions], sql` AND `)
  const isMany = sql`(SELECT count(*) FROM found) > ${sql.lit(readWhole)}`
  const isHeld = literal ? holds(literal) : sql`true`
  // The vectors and texts lie apart from the rows: they are looked at one by one, in order, until the page is full.
  const fits = better === '' ? sql`true` : sql`tsv @@ ${better}::tsquery`
  const counts = counted ? sql`UNION ALL SELECT NULL, NULL, NULL, ${groups(fields, sql`held`)}` : sql``
  const { rows } = await sql<Row & Counted>`
    WITH found AS MATERIALIZED (
      SELECT ${listed} FROM ${sql.table(name)}
      WHERE tsv @@ ${condition}::tsquery LIMIT ${sql.lit(countedExactly + 1)}),
    held AS MATERIALIZED (SELECT * FROM found WHERE ${isMany} OR ${isHeld})
    (SELECT organ_id AS "organId", item_id AS "itemId", published_at AS at, NULL AS column, NULL AS value, 0 AS count
      FROM (SELECT * FROM held WHERE ${further} ORDER BY published_at DESC, item_id DESC OFFSET 0) listed
      WHERE ${fits} AND (NOT ${isMany} OR ${isHeld}) LIMIT ${limit}) ${counts}
    UNION ALL SELECT NULL, NULL, NULL, ${candidates}, NULL, count(*) FROM found`.execute(way.tx)
  const hits = rows.filter(({ itemId }) => itemId !== null)
  const sums = rows.filter(({ itemId, column }) => itemId === null && column !== candidates)
  const all = rows.find(({ column }) => column === candidates)?.count ?? 0
  if (all > countedExactly) return undefined
  return {
    rows: hits.map(({ organId, itemId, at }) => ({ organId, itemId, at })),
    counts: counted ? { ...summed(sums, 1), about: literal !== undefined && all > readWhole } : undefined,
  }
}

/** How many of these rows there are by every column, and in all: the column, the value, the count. */
function groups(fields: SearchTable['fields'], from: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = Object.keys(fields)
  const names = columns.map((column) => sql`WHEN GROUPING(${sql.ref(column)}) = 0 THEN ${sql.lit(column)}`)
  const values = columns.map((column) => sql`${sql.ref(column)}::text`)
  const sets = sql.join([...columns.map((column) => sql`(${sql.ref(column)})`), sql`()`])
  return sql`CASE ${sql.join(names, sql` `)} END AS column, coalesce(${sql.join(values)}) AS value, count(*) AS count
    FROM ${from} GROUP BY GROUPING SETS (${sets})`
}

async function estimatesOf(way: Way, { sample, fields }: SearchTable, condition: string): Promise<Counts> {
  await goBy(way, 'vectors')
  const columns = sql.join(Object.keys(fields).map((column) => sql.ref(column)))
  const found = sql`(SELECT ${columns} FROM ${sql.table(sample.name)} WHERE tsv @@ ${condition}::tsquery) found`
  const { rows } = await sql<Counted>`SELECT ${groups(fields, found)}`.execute(way.tx)
  return summed(rows, sample.oneIn)
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
