import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import type { QueueQuery, QueueSort } from './contract.ts'
import { type WordColumn, walkWords, wordsIn } from './queue-words.ts'
import { categoryNames, channelLabels } from './rules/labels.ts'
import { outcomeCodes } from './rules/outcomes.ts'
import { statusLabels } from './rules/status.ts'
import type { RequestRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

export interface QueueAsk extends QueueQuery {
  organId: string
  today: Day
  /** Last day of `soon`: three working days from today. */
  soonUntil: Day
  personId: string
  /** The officers of the organ in the order of their names; asked for where the list is sorted by them. */
  officers?: readonly string[]
}

interface Order {
  /** What rows are put in order by: never null, the same expression as in the index. */
  by: RawBuilder<unknown>
  type: 'date' | 'text' | 'integer'
  /** The words of a column in the order of their table. */
  words?: { column: WordColumn; table: readonly string[] }
}

const never = sql.raw("'9999-12-31'::date")
const dayOrder = (column: 'due_on' | 'received_on' | 'replied_on'): Order => ({
  by: sql`coalesce(${sql.raw(column)}, ${never})`,
  type: 'date',
})

// Words of a table come in the order of the table; what has none, last.
const tableOrder = (column: WordColumn, table: readonly string[]): Order => ({
  by: sql`coalesce(array_position(${[...table]}::text[], ${sql.raw(column)}::text), 9999)`,
  type: 'integer',
  words: { column, table },
})

const orderOf = (sort: QueueSort, { officers = [] }: QueueAsk): Order => {
  switch (sort) {
    case 'due':
      return dayOrder('due_on')
    case 'received':
      return dayOrder('received_on')
    case 'replied':
      return dayOrder('replied_on')
    case 'number':
      return { by: sql`number_order(number) collate "C"`, type: 'text' }
    case 'status':
      return tableOrder('status', Object.keys(statusLabels))
    case 'channel':
      return tableOrder('channel', Object.keys(channelLabels))
    case 'category':
      return tableOrder('category', categoryNames)
    case 'outcome':
      return tableOrder('outcome', outcomeCodes)
    case 'assignee':
      return tableOrder('assignee', officers)
  }
}

const isOver = (view: QueueQuery['view']): boolean => view === 'closed' || view === 'all'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const written = { date: /^\d{4}-\d{2}-\d{2}$/, integer: /^\d{1,9}$/, text: /^/ }

/** The last row seen: what it is in order by, and its case. Undefined where the key is none of this order. */
function readKey(
  after: string | undefined,
  type: Order['type'],
): { value: string; caseId: string } | undefined {
  const at = after?.lastIndexOf('~') ?? -1
  if (after === undefined || at < 0) return undefined
  const [value, caseId] = [after.slice(0, at), after.slice(at + 1)]
  return uuid.test(caseId) && written[type].test(value) ? { value, caseId } : undefined
}

const beginning = (db: Db, { organId }: QueueAsk) =>
  db.selectFrom('request_row').where('organ_id', '=', organId)
type Rows = ReturnType<typeof beginning>

function inView(query: Rows, { view = 'open', today, soonUntil, personId }: QueueAsk): Rows {
  if (view === 'all') return query
  if (view === 'closed') return query.where('closed_on', 'is not', null)
  const open = query.where('closed_on', 'is', null)
  if (view === 'overdue') return open.where('due_on', '<', today)
  if (view === 'soon') return open.where('due_on', '>=', today).where('due_on', '<=', soonUntil)
  if (view === 'mine') return open.where('assignee', '=', personId)
  return view === 'unassigned' ? open.where('assignee', 'is', null) : open
}

const dayColumns = { received: 'received_on', due: 'due_on', replied: 'replied_on' } as const

function filtered(query: Rows, ask: QueueAsk): Rows {
  let kept = query
  for (const column of ['status', 'channel', 'kind', 'category'] as const) {
    const wanted = ask[column]
    if (wanted) kept = kept.where(column, '=', wanted)
  }
  if (ask.assignee === 'none') kept = kept.where('assignee', 'is', null)
  else if (ask.assignee) kept = kept.where('assignee', '=', ask.assignee)
  const day = dayColumns[ask.dayOf ?? 'received']
  if (ask.from) kept = kept.where(day, '>=', ask.from)
  if (ask.until) kept = kept.where(day, '<=', ask.until)
  if (!ask.q) return kept
  const like = `%${ask.q.replace(/[\\%_]/g, '\\$&')}%`
  return kept.where((or) => or.or([or('title', 'like', like), or('number', 'like', like)]))
}

// What is open, of some days or of a seldom kind is little and sorted as it is; over all years there are tens of thousands.
const isLong = ({ view, q, from, until, assignee, kind = 'request' }: QueueAsk): boolean =>
  isOver(view) && !q && !from && !until && !assignee && kind === 'request'

interface Page {
  rows: RequestRow[]
  next: string | null
}

const pageOf = (rows: readonly { key: string; row: RequestRow }[], limit: number): Page => {
  const last = rows.slice(0, limit).at(-1)
  return {
    rows: rows.slice(0, limit).map(({ row }) => row),
    next: rows.length > limit && last ? `${last.key}~${last.row.case_id}` : null,
  }
}

/** One page of the officer's list in the order asked for; without one, what is open by due day, the rest newest first. */
export async function queuePage(db: Db, ask: QueueAsk): Promise<Page> {
  const { limit = 50, sort = isOver(ask.view) ? 'received' : 'due' } = ask
  const down = ask.down ?? (ask.sort === undefined && isOver(ask.view))
  const order = orderOf(sort, ask)
  const key = readKey(ask.after, order.type)
  if (order.words && isLong(ask)) {
    const from = key && { place: Number(key.value), caseId: key.caseId }
    const walk = { organId: ask.organId, ...order.words, down, limit: limit + 1, key: from }
    const walked = await walkWords(db, filtered(inView(beginning(db, ask), ask), ask), walk)
    return pageOf(
      walked.map(({ place, ...row }) => ({ key: `${place}`, row })),
      limit,
    )
  }
  return pageOf(await sortedRows(db, ask, { ...order, key, down, limit: limit + 1 }), limit)
}

interface Sorted extends Order {
  key: ReturnType<typeof readKey>
  down: boolean
  limit: number
}

async function sortedRows(db: Db, ask: QueueAsk, { by, type, key, down, limit }: Sorted) {
  const direction = down ? 'desc' : 'asc'
  let query = filtered(inView(beginning(db, ask), ask), ask)
  if (key) {
    const last = sql`(${key.value}::${sql.raw(type)}, ${key.caseId}::uuid)`
    query = query.where(sql<boolean>`(${by}, case_id) ${sql.raw(down ? '<' : '>')} ${last}`)
  }
  const rows = await query
    .selectAll()
    .select(sql<string>`(${by})::text`.as('key'))
    .orderBy(by, direction)
    .orderBy('case_id', direction)
    .limit(limit)
    .execute()
  return rows.map(({ key: at, ...row }) => ({ key: at, row }))
}

/** How many stand in each open view of an organ. */
export const queueCounts = (
  db: Db,
  { organId, today, soonUntil, personId }: Pick<QueueAsk, 'organId' | 'today' | 'soonUntil' | 'personId'>,
) =>
  db
    .selectFrom('request_row')
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where due_on < ${today}::date)`.as('overdue'),
      sql<number>`count(*) filter (where due_on >= ${today}::date and due_on <= ${soonUntil}::date)`.as(
        'soon',
      ),
      sql<number>`count(*) filter (where assignee = ${personId}::uuid)`.as('mine'),
      sql<number>`count(*) filter (where assignee is null)`.as('unassigned'),
    ])
    .where('organ_id', '=', organId)
    .where('closed_on', 'is', null)
    .executeTakeFirstOrThrow()

/** Whoever holds or held a case of the organ. */
export const assigneesOf = (db: Db, organId: string): Promise<string[]> => wordsIn(db, organId, 'assignee')
