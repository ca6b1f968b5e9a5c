import { randomUUIDv7 } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import type { Database } from '#platform/database/schema.ts'
import { type Calendar, calendarOf, type Notice, type Overlay } from '#time/calendar.ts'
import type { CalendarNotice } from './contract.ts'

type Db = Kysely<Database>

export interface EnteredNotice {
  noticeId: string
  organId: string
  enteredAt: string
  notice: CalendarNotice
}

// The organ's own notices and those of all above it by region.
const upwards = (organId: string) => sql<string>`
  select ${organId}::uuid union select organ_id from organ_closure where descendant_id = ${organId} and axis = 'region'`

/** The notices entered for an organ and for those above it, in the order in which they were entered. */
export async function noticesFor(db: Db, organId: string): Promise<EnteredNotice[]> {
  const { rows } = await sql<{
    notice_id: string
    organ_id: string
    entered_at: string
    body: CalendarNotice
  }>`
    select notice_id, organ_id, entered_at, body from calendar_notice
    where organ_id in (${upwards(organId)}) order by entered_at, notice_id`.execute(db)
  return rows.map(({ notice_id: noticeId, organ_id, entered_at: enteredAt, body: notice }) => ({
    noticeId,
    organId: organ_id,
    enteredAt,
    notice,
  }))
}

async function keyFor(db: Db, organId: string): Promise<string> {
  const { rows } = await sql<{ notice_id: string }>`
    select notice_id from calendar_notice
    where organ_id in (${upwards(organId)}) order by entered_at, notice_id`.execute(db)
  return rows.map((row) => row.notice_id).join()
}

const overlaysOf = (notice: CalendarNotice): Overlay[] =>
  notice.kind === 'local' ? notice.festivals.map((festival) => ({ ...festival, basis: notice.number })) : []

/** The calendar that the law's notices make together with these. */
function calendarWith(notices: readonly CalendarNotice[]): Calendar {
  const entered = notices.filter((notice): notice is Notice & CalendarNotice => notice.kind === 'notice')
  return calendarOf({
    notices: [...holidayNotices, ...entered],
    statutory: statutoryFestivals,
    overlays: notices.flatMap(overlaysOf),
  })
}

// One calendar for all organs with the same notices. Notices are never changed, only entered and
// withdrawn, so which they are is the version: another process's change shows at the next question.
const calendars = new Map<string, Calendar>()
const calendarsKept = 50

/** The calendar that holds for an organ: the State Council's notices, and what was entered for it and above it. */
export async function calendarFor(db: Db, organId: string): Promise<Calendar> {
  const known = calendars.get(await keyFor(db, organId))
  if (known) return known
  const notices = await noticesFor(db, organId)
  const calendar = calendarWith(notices.map(({ notice }) => notice))
  const [oldest] = calendars.keys()
  if (calendars.size >= calendarsKept && oldest !== undefined) calendars.delete(oldest)
  calendars.set(notices.map(({ noticeId }) => noticeId).join(), calendar)
  return calendar
}

/** Enters a notice: its days hold for the organ and all below it. Gives its id. */
export async function enterNotice(
  db: Db,
  { organId, personId, notice }: { organId: string; personId: string; notice: CalendarNotice },
): Promise<string> {
  const noticeId = randomUUIDv7()
  const row = { organ_id: organId, notice_id: noticeId, year: notice.year, body: JSON.stringify(notice) }
  await db
    .insertInto('calendar_notice')
    .values({ ...row, entered_by: personId })
    .execute()
  return noticeId
}

/** Withdraws a notice that was entered there. False where there is none. */
export async function withdrawNotice(db: Db, organId: string, noticeId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_notice')
    .where('organ_id', '=', organId)
    .where('notice_id', '=', noticeId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
