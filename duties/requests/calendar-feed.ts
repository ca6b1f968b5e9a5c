import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { calendarFor } from '#platform/calendar/calendar-store.ts'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, plusDays } from '#time/day.ts'
import { caseWorkers } from './case-roles.ts'
import { dueOfCase } from './projection.ts'
import type { Recorded } from './rules/facts.ts'
import { limitLabels, limits } from './rules/limits.ts'
import { settingsOf } from './settings-store.ts'
import { recordedOf } from './store.ts'
import type { RequestRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes the secret address of a person's calendar; an earlier one stops working. Shown once, kept as a hash. */
export async function makeFeed(db: Db, personId: string, at: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const row = { token_hash: hashOf(token), made_at: at }
  await db
    .insertInto('calendar_feed')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
  return token
}

/** Takes the address back; false where there was none. */
export async function revokeFeed(db: Db, personId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_feed')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** When a person's address was made; null where there is none. */
export async function feedMadeAt(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('calendar_feed')
    .select('made_at')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.made_at ?? null
}

// The person's own cases and those of whoever they stand in for, at the organs where they work today.
const casesFor = (db: Db, personId: string, today: Day) =>
  sql<RequestRow>`
    select distinct r.* from role_holding h
    join request_row r on r.organ_id = h.organ_id and r.closed_on is null
      and r.assignee in (h.person_id, h.covers_for)
    where h.person_id = ${personId} and h.role = any(${[...caseWorkers]}::text[])
      and h.from_on <= ${today} and (h.until_on is null or h.until_on > ${today})
    order by r.organ_id, r.case_id`.execute(db)

async function factsBy(db: Db, organId: string, caseIds: readonly string[]) {
  const { rows } = await sql<FactRow>`
    select * from fact where organ_id = ${organId} and case_id = any(${[...caseIds]}::uuid[])
    order by case_id, seq`.execute(db)
  return Map.groupBy(rows, (row) => row.case_id)
}

interface Entry {
  uid: string
  on: Day
  summary: string
}

const provisionally = (words: string, provisional: boolean) => (provisional ? `${words}（暂定）` : words)

/** The days of one case, told by its number alone: no title, no applicant. */
function entriesOf(
  row: RequestRow,
  facts: readonly Recorded[],
  given: Parameters<typeof dueOfCase>[1],
  { settings, today }: { settings: Parameters<typeof dueOfCase>[2]; today: Day },
): Entry[] {
  const answer = dueOfCase(facts, given, settings, today)
  const entry = (code: string, on: Day, words: string): Entry => ({
    uid: `${row.case_id}.${code}`,
    on,
    summary: `${row.number} ${words}`,
  })
  const own =
    answer.kind === 'due' ? [entry('due', answer.on, provisionally('答复期限届满', answer.provisional))] : []
  const others = limits(facts, given, settings.clock).map(({ code, on, provisional, consultationId = '' }) =>
    entry(`${code}${consultationId}`, on, provisionally(limitLabels[code], provisional)),
  )
  return [...own, ...others]
}

async function entriesFor(platform: Platform, personId: string): Promise<Entry[]> {
  const { db } = platform
  const today = platform.today()
  const { rows } = await casesFor(db, personId, today)
  const entries: Entry[] = []
  for (const [organId, cases] of Map.groupBy(rows, (row) => row.organ_id)) {
    const [calendar, settings, facts] = await Promise.all([
      calendarFor(db, organId),
      settingsOf(db, organId),
      factsBy(
        db,
        organId,
        cases.map((row) => row.case_id),
      ),
    ])
    for (const row of cases) {
      const known = (facts.get(row.case_id) ?? []).map(recordedOf)
      entries.push(...entriesOf(row, known, calendar, { settings, today }))
    }
  }
  return entries.sort((one, other) => one.on.localeCompare(other.on))
}

const compact = (day: Day): string => day.replaceAll('-', '')
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

// RFC 5545: at most 75 bytes on a line, a character never cut in two.
function folded(line: string): string {
  const lines: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > 74) {
      lines.push(part)
      part = ''
    }
    part += sign
  }
  return [...lines, part].join('\r\n ')
}

const eventOf = ({ uid, on, summary }: Entry, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}@gongkai`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(on)}`,
  `DTEND;VALUE=DATE:${compact(plusDays(on, 1))}`,
  `SUMMARY:${escaped(summary)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/**
 * The calendar behind a secret address as iCalendar (RFC 5545): the due day and the other days of the person's open
 * cases. Undefined where the address is unknown, revoked, or its person no longer active.
 */
export async function feedAt(platform: Platform, token: string): Promise<string | undefined> {
  const person = await platform.db
    .selectFrom('calendar_feed as f')
    .innerJoin('person as p', 'p.person_id', 'f.person_id')
    .select('p.person_id')
    .where('f.token_hash', '=', hashOf(token))
    .where('p.active', '=', true)
    .executeTakeFirst()
  if (!person) return undefined
  const stamp = platform
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gongkai//requests//ZH',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:政府信息公开申请期限',
    ...(await entriesFor(platform, person.person_id)).flatMap((entry) => eventOf(entry, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
