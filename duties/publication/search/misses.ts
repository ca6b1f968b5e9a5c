import { createHmac, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import type { Misses } from './contract.ts'
import { countable } from './mask.ts'
import './tables.ts'

type Db = Kysely<Database>

/** What fewer people or days asked for is not shown: it might tell of a single person. */
const fewestShown = 3
const mostOfMonth = 20_000
const mostVisitors = 50_000
const monthsShown = 12

// Visitors are told apart within a day, in memory, by a keyed hash whose key goes with the process.
const key = randomBytes(32)
let visitorsOn = ''
const visitors = new Set<string>()

function isNewVisitor(words: string, visitor: string, today: Day): boolean {
  if (visitorsOn !== today) visitors.clear()
  visitorsOn = today
  const hash = createHmac('sha256', key).update(`${words}\n${visitor}`).digest('base64url').slice(0, 16)
  if (visitors.has(hash) || visitors.size >= mostVisitors) return false
  visitors.add(hash)
  return true
}

export interface Missed {
  organId: string
  /** As it was typed. */
  typed: string
  /** Tells visitors apart; kept nowhere. */
  visitor: string
  today: Day
}

/** Counts a search that found nothing, by month, without anything of who asked. */
export async function recordMiss(db: Db, { organId, typed, visitor, today }: Missed): Promise<void> {
  const words = countable(typed)
  if (words === undefined) return
  const people = isNewVisitor(words, visitor, today) ? 1 : 0
  const month = `${today.slice(0, 7)}-01`
  await sql`
    INSERT INTO search_miss AS m (organ_id, month, words, asked, people, days, last_on)
    SELECT ${organId}::uuid, ${month}::date, ${words}, 1, ${people}::int, 1, ${today}::date
    WHERE (SELECT count(*) FROM search_miss WHERE organ_id = ${organId} AND month = ${month}::date) < ${sql.lit(mostOfMonth)}
      OR EXISTS (SELECT FROM search_miss WHERE organ_id = ${organId} AND month = ${month}::date AND words = ${words})
    ON CONFLICT (organ_id, month, words) DO UPDATE SET asked = m.asked + 1, people = m.people + excluded.people,
      days = m.days + (m.last_on <> excluded.last_on)::int, last_on = excluded.last_on`.execute(db)
}

/** What was searched for and not found in a month, the most asked first; rare ones are left out. */
export async function missesOf(
  db: Db,
  organId: string,
  month: string | undefined,
): Promise<{ months: string[]; misses: Omit<Misses['misses'][number], 'nowFound'>[] }> {
  const { rows } = await sql<{ month: string }>`
    SELECT DISTINCT month FROM search_miss WHERE organ_id = ${organId} ORDER BY month DESC
    LIMIT ${sql.lit(monthsShown)}`.execute(db)
  const months = rows.map((row) => row.month.slice(0, 7))
  const chosen = month ?? months[0]
  if (chosen === undefined) return { months, misses: [] }
  const misses = await db
    .selectFrom('search_miss')
    .select(['words', 'asked', 'days'])
    .where('organ_id', '=', organId)
    .where('month', '=', `${chosen}-01`)
    .where((is) => is.or([is('people', '>=', fewestShown), is('days', '>=', fewestShown)]))
    .orderBy('asked', 'desc')
    .orderBy('words')
    .limit(200)
    .execute()
  return { months, misses: misses.map((row) => ({ ...row, month: chosen })) }
}
