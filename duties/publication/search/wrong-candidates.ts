import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isOverTime } from '#platform/database/away.ts'
import type { Database } from '#platform/database/schema.ts'
import { type Counts, type Hit, narrowed } from '#platform/search/find.ts'
import { fold, foldedText } from '#platform/search/fold.ts'
import { goBy, within } from '#platform/search/modes.ts'
import type { Query, Run } from '#platform/search/query.ts'
import type { Day } from '#time/day.ts'
import { itemSearch } from './indexed.ts'
import { rowsOf } from './rows.ts'

type Db = Kysely<Database>

/** Up to so many candidates of a count are looked through; so many of them are read one by one. */
const mostLookedThrough = 3000
const mostReadOneByOne = 100
/** Milliseconds for looking: a small count shall be exact, a larger one is not waited for. */
const looksFor = (total: number): number => (total <= 500 ? 700 : 30)

interface Candidates {
  condition: string
  fields: Readonly<Record<string, string>>
  today: Day
}

type Values = Pick<Hit, 'organId' | 'itemId' | 'at'> & { kind: string; year: number; validity: string }

/**
 * The index counts documents that hold every pair of a longer word, wherever. Gives those of the counted that do not
 * hold the word itself; undefined where they are too many to be looked through in time.
 */
export async function wrongCandidates(
  db: Db,
  query: Query,
  candidates: Candidates,
  { total }: Counts,
): Promise<Values[] | undefined> {
  if (total > mostLookedThrough) return undefined
  const unsure = await unsureOf(db, query, candidates, looksFor(total))
  if (unsure === undefined || unsure.length > mostReadOneByOne) return undefined
  const hits = unsure.map(({ organId, itemId, at }) => ({ organId, itemId, at, tier: 0 }))
  const right = await rowsOf(db, hits, query, candidates.today, true)
  const held = new Set(right.map(({ itemId }) => itemId))
  return unsure.filter(({ itemId }) => !held.has(itemId))
}

/** The candidates whose text as it is stored does not show every word: other writings, attachments, or not at all. */
async function unsureOf(
  db: Db,
  query: Query,
  { condition, fields }: Candidates,
  ms: number,
): Promise<Values[] | undefined> {
  try {
    return await within(db, ms, async (way) => {
      await goBy(way, 'either')
      const { rows } = await sql<Values>`
        WITH found AS MATERIALIZED (
          SELECT organ_id, item_id, published_at, kind, year, validity FROM ${sql.table(itemSearch.name)}
          WHERE tsv @@ ${narrowed(condition, itemSearch, { fields })}::tsquery)
        SELECT organ_id AS "organId", item_id AS "itemId", f.published_at AS at, f.kind, f.year, f.validity
        FROM found f JOIN item_row i USING (organ_id, item_id)
          CROSS JOIN LATERAL (SELECT i.title || E'\\n' || i.summary || E'\\n' || i.body AS raw OFFSET 0) stored
          CROSS JOIN LATERAL (SELECT CASE WHEN raw LIKE '%<a %' OR raw LIKE '%<img %'
            THEN regexp_replace(raw, '<[^>]*>', E'\\n', 'g') ELSE raw END AS text OFFSET 0) plain
        WHERE NOT (${shows(query)}) LIMIT ${mostReadOneByOne + 1}`.execute(way.tx)
      return rows
    })
  } catch (fault) {
    if (isOverTime(fault)) return undefined
    throw fault
  }
}

const shows = ({ parts }: Query): RawBuilder<boolean> =>
  sql.join(
    parts.flatMap(({ runs }) => runs.map((run) => showsRun(run))),
    sql` AND `,
  )

function showsRun(run: Run): RawBuilder<boolean> {
  const words = run.map((units) => foldedText({ units, from: [], to: [] })).filter(isPlain)
  if (words.length === 0) return sql`false`
  return sql`(${sql.join(
    words.map((word) => sql`position(${word} IN text) > 0`),
    sql` OR `,
  )})`
}

// Only what no markup can hold, and what is looked for as it stands.
const isPlain = (word: string): boolean => /\p{Script=Han}/u.test(word) && foldedText(fold(word)) === word

/** The counts without these. */
export function without(counts: Counts, wrong: readonly Values[]): Counts {
  if (wrong.length === 0) return counts
  const read: Record<string, (values: Values) => string> = {
    organ_id: ({ organId }) => organId,
    kind: ({ kind }) => kind,
    year: ({ year }) => String(year),
    validity: ({ validity }) => validity,
  }
  const by = Object.entries(counts.by).map(([column, each]) => {
    const taken = Map.groupBy(wrong, read[column] ?? (() => ''))
    const left = each.map(({ value, count }) => ({ value, count: count - (taken.get(value)?.length ?? 0) }))
    return [column, left.filter(({ count }) => count > 0)] as const
  })
  return { ...counts, total: counts.total - wrong.length, by: Object.fromEntries(by) }
}
