import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Counts, Hit } from '#platform/search/find.ts'
import { fold, foldedText } from '#platform/search/fold.ts'
import type { Query, Run } from '#platform/search/query.ts'
import type { Day } from '#time/day.ts'
import { itemSearch } from './indexed.ts'
import { rowsOf } from './rows.ts'

type Db = Kysely<Database>

/** Candidates that do not show the words as they are stored are read one by one, if they are no more than this. */
const mostReadOneByOne = 100

type Values = Pick<Hit, 'organId' | 'itemId' | 'at'> & { kind: string; year: number; validity: string }

/**
 * The index counts documents that hold every pair of a longer word, wherever. Gives those of the candidates that do not
 * hold the word itself; undefined where more have to be read one by one than can be in time.
 */
export async function wrongCandidates(
  db: Db,
  query: Query,
  candidates: readonly Hit[],
  today: Day,
): Promise<Values[] | undefined> {
  const unsure = await unsureOf(db, query, candidates)
  if (unsure.length > mostReadOneByOne) return undefined
  const hits = unsure.map(({ organId, itemId, at }) => ({ organId, itemId, at, tier: 0 }))
  const right = await rowsOf(db, hits, query, today, true)
  const held = new Set(right.map(({ itemId }) => itemId))
  return unsure.filter(({ itemId }) => !held.has(itemId))
}

/** The candidates whose text as it is stored does not show every word: other writings, attachments, or not at all. */
async function unsureOf(db: Db, query: Query, candidates: readonly Hit[]): Promise<Values[]> {
  const [organs, items] = [candidates.map(({ organId }) => organId), candidates.map(({ itemId }) => itemId)]
  const { rows } = await sql<Values>`
    SELECT organ_id AS "organId", item_id AS "itemId", f.published_at AS at, f.kind, f.year, f.validity
    FROM unnest(${organs}::uuid[], ${items}::uuid[]) AS candidate (organ_id, item_id)
      JOIN item_row i USING (organ_id, item_id) JOIN ${sql.table(itemSearch.name)} f USING (organ_id, item_id)
      CROSS JOIN LATERAL (SELECT i.title || E'\\n' || i.summary || E'\\n' || i.body AS raw OFFSET 0) stored
      CROSS JOIN LATERAL (SELECT CASE WHEN raw LIKE '%<a %' OR raw LIKE '%<img %'
        THEN regexp_replace(raw, '<[^>]*>', E'\\n', 'g') ELSE raw END AS text OFFSET 0) plain
    WHERE NOT (${shows(query)}) LIMIT ${mostReadOneByOne + 1}`.execute(db)
  return rows
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
