import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Day } from '#time/day.ts'
import type { QueueQuery } from './contract.ts'
import type { Recorded, RequestFact } from './rules/facts.ts'
import type { RequestRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The name of this duty in the ledger. */
export const duty = 'requests'

/** A row of the ledger as the rules read it. */
export const recordedOf = (row: FactRow): Recorded => ({
  seq: row.seq,
  happenedOn: row.happened_on as Day,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  fact: { type: row.type, ...(row.body as object) } as RequestFact,
})

/** Writes the row that lists read, in the transaction that appended the facts it was folded from. */
export async function saveRow(tx: Db, row: RequestRow): Promise<void> {
  const { organ_id: _organ, case_id: _case, number: _number, ...changing } = row
  await tx
    .insertInto('request_row')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organ_id', 'case_id']).doUpdateSet(changing))
    .execute()
}

/** The row of one case of one organ; undefined where that organ has no such case. */
export const rowOf = (db: Db, organId: string, caseId: string): Promise<RequestRow | undefined> =>
  db
    .selectFrom('request_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()

/** The row with that public number at that organ. */
export const rowByNumber = (db: Db, organId: string, number: string): Promise<RequestRow | undefined> =>
  db
    .selectFrom('request_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('number', '=', number)
    .executeTakeFirst()

/**
 * The next number of a series of an organ and year, without gaps: the row stays locked until the
 * transaction that uses the number ends, and a rolled-back one gives it back.
 */
export async function nextNumber(
  tx: Transaction<Database>,
  organId: string,
  series: string,
  year: number,
): Promise<number> {
  const row = await tx
    .insertInto('number_series')
    .values({ organ_id: organId, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'series', 'year'])
        .doUpdateSet({ last: sql<number>`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** Where a list stands: the last row seen, by the list's own order. */
interface Key {
  day: string
  caseId: string
}
const keyOf = (day: string | null, caseId: string): string => `${day ?? '9999-12-31'}~${caseId}`
function readKey(after: string | undefined): Key | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after ?? '')
  return match?.[1] && match[2] ? { day: match[1], caseId: match[2] } : undefined
}

export interface QueueAsk extends QueueQuery {
  organId: string
  today: Day
  /** Last day of `soon`: three working days from today. */
  soonUntil: Day
  personId: string
}

const openOrder = sql`coalesce(due_on, '9999-12-31'::date)`

/** One page of the officer's list: what is open by due day, what is closed or all newest first. */
export async function queuePage(db: Db, ask: QueueAsk): Promise<{ rows: RequestRow[]; next: string | null }> {
  const view = ask.view ?? 'open'
  const limit = ask.limit ?? 50
  const byDue = view !== 'closed' && view !== 'all'
  const key = readKey(ask.after)
  const order = byDue ? openOrder : sql`coalesce(received_on, '9999-12-31'::date)`
  let query = db.selectFrom('request_row').selectAll().where('organ_id', '=', ask.organId)
  if (byDue) query = query.where('closed_on', 'is', null)
  if (view === 'closed') query = query.where('closed_on', 'is not', null)
  if (view === 'overdue') query = query.where('due_on', '<', ask.today)
  if (view === 'soon') query = query.where('due_on', '>=', ask.today).where('due_on', '<=', ask.soonUntil)
  if (view === 'mine') query = query.where('assignee', '=', ask.personId)
  if (view === 'unassigned') query = query.where('assignee', 'is', null)
  if (ask.q) {
    const like = `%${ask.q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((or) => or.or([or('title', 'like', like), or('number', 'like', like)]))
  }
  if (key)
    query = byDue
      ? query.where(sql<boolean>`(${order}, case_id) > (${key.day}::date, ${key.caseId}::uuid)`)
      : query.where(sql<boolean>`(${order}, case_id) < (${key.day}::date, ${key.caseId}::uuid)`)
  const direction = byDue ? 'asc' : 'desc'
  const rows = await query
    .orderBy(order, direction)
    .orderBy('case_id', direction)
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last
  return { rows: shown, next: more ? keyOf(byDue ? last.due_on : last.received_on, last.case_id) : null }
}

/** How many stand in each open view of an organ. */
export async function queueCounts(
  db: Db,
  ask: Pick<QueueAsk, 'organId' | 'today' | 'soonUntil' | 'personId'>,
) {
  const counts = await db
    .selectFrom('request_row')
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where due_on < ${ask.today}::date)`.as('overdue'),
      sql<number>`count(*) filter (where due_on >= ${ask.today}::date and due_on <= ${ask.soonUntil}::date)`.as(
        'soon',
      ),
      sql<number>`count(*) filter (where assignee = ${ask.personId}::uuid)`.as('mine'),
      sql<number>`count(*) filter (where assignee is null)`.as('unassigned'),
    ])
    .where('organ_id', '=', ask.organId)
    .where('closed_on', 'is', null)
    .executeTakeFirstOrThrow()
  return counts
}

/** Open cases whose due day was reckoned with another calendar than the one that holds now. */
export const rowsOfOtherCalendar = (db: Db, organId: string, calendar: string): Promise<RequestRow[]> =>
  db
    .selectFrom('request_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('closed_on', 'is', null)
    .where('calendar', '!=', calendar)
    .execute()

/** The open cases of an organ. */
export const openRows = (db: Db, organId: string): Promise<RequestRow[]> =>
  db
    .selectFrom('request_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('closed_on', 'is', null)
    .execute()

/** Rows of these cases of an organ, in the order of receipt. */
export const rowsOf = (db: Db, organId: string, caseIds: readonly string[]): Promise<RequestRow[]> =>
  db
    .selectFrom('request_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
    .orderBy('received_on')
    .orderBy('case_id')
    .execute()
