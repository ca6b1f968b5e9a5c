import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { RequestRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Columns of few different words, each with an index by organ, word and case. */
export type WordColumn = 'status' | 'channel' | 'category' | 'outcome' | 'assignee'

/**
 * The different words of a column at an organ. Goes from one to the next in the index, so that the cost grows with the
 * words and not with the cases.
 */
export async function wordsIn(db: Db, organId: string, column: WordColumn): Promise<string[]> {
  const word = sql.raw(column)
  const next = (after: RawBuilder<unknown>) => sql`
    select ${word} from request_row where organ_id = ${organId} and ${word} > ${after}
    order by ${word} limit 1`
  const { rows } = await sql<{ word: string }>`
    with recursive held (word) as (
      (select ${word} from request_row where organ_id = ${organId} and ${word} is not null
       order by ${word} limit 1)
      union all select (${next(sql`held.word`)}) from held where held.word is not null)
    select word from held where word is not null`.execute(db)
  return rows.map(({ word: found }) => found)
}

interface Walk {
  organId: string
  column: WordColumn
  /** The order of the words; others come after them, and what has none comes last. */
  table: readonly string[]
  down: boolean
  limit: number
  /** The last row seen: the place of its word, and its case. */
  key: { place: number; caseId: string } | undefined
}

const nowhere = 9999

interface Group {
  word: string | null
  place: number
}

const groupsOf = (present: readonly string[], { table, down, key }: Walk): Group[] => {
  const words = [...table, ...present.filter((word) => !table.includes(word))]
  const groups = words
    .map((word, place): Group => ({ word, place }))
    .filter(({ word }) => word !== null && present.includes(word))
  const inOrder = [...groups, { word: null, place: nowhere }]
  const ahead = key
    ? inOrder.filter(({ place }) => (down ? place <= key.place : place >= key.place))
    : inOrder
  return down ? ahead.toReversed() : ahead
}

/** A row of a list and the place of its word. */
export type Walked = RequestRow & { place: number }

/**
 * The rows of a list from word to word of a table, within a word by case: each group by the index and no more of it
 * than the page can show.
 */
export async function walkWords(
  db: Db,
  rows: SelectQueryBuilder<Database, 'request_row', object>,
  walk: Walk,
): Promise<Walked[]> {
  const { organId, column, down, limit, key } = walk
  const groups = groupsOf(await wordsIn(db, organId, column), walk)
  const direction = down ? 'desc' : 'asc'
  const arms = groups.map(({ word, place }) => {
    let arm = rows.where(column, word === null ? 'is' : '=', word)
    if (key?.place === place) arm = arm.where('case_id', down ? '<' : '>', key.caseId)
    return arm
      .select(['case_id', sql<number>`${place}::integer`.as('place')])
      .orderBy('case_id', direction)
      .limit(limit)
  })
  const way = sql.raw(direction)
  const { rows: walked } = await sql<Walked>`
    select r.*, w.place from (
      select * from (${sql.join(arms, sql` union all `)}) every
      order by place ${way}, case_id ${way} limit ${limit}) w
    join request_row r on r.organ_id = ${organId} and r.case_id = w.case_id
    order by w.place ${way}, r.case_id ${way}`.execute(db)
  return walked
}
