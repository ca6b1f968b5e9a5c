import type { Transaction } from 'kysely'
import { calendarFor } from '#platform/calendar/calendar-store.ts'
import type { Database } from '#platform/database/schema.ts'
import { read } from '#platform/ledger/ledger.ts'
import { descendantsOf } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Calendar } from '#time/calendar.ts'
import type { MovedDay } from './contract-settings.ts'
import { projectRequest } from './projection.ts'
import { settingsOf } from './settings-store.ts'
import { openRows, recordedOf, rowOf, rowsOfOtherCalendar, saveRow } from './store.ts'
import type { DueMoveRow, RequestRow } from './tables.ts'

/**
 * Answers the open cases of an organ and all below it again with the calendar that holds now, in the transaction
 * that changed it. Cases whose due day moved are listed for whoever holds them; gives how many.
 */
export async function moveOpenCases(
  tx: Transaction<Database>,
  platform: Platform,
  organId: string,
): Promise<number> {
  const organs = await descendantsOf(tx, organId, 'region', platform.today())
  let moved = 0
  for (const id of new Set([organId, ...organs.map((organ) => organ.organId)])) {
    const rowsFor = (calendar: Calendar) => rowsOfOtherCalendar(tx, id, calendar.version)
    moved += (await answerAgain(tx, platform, id, rowsFor)).length
  }
  return moved
}

/** The same for every open case of one organ, where it changed its settings; gives those whose day moved, by number. */
export const reckonOpenCases = (
  tx: Transaction<Database>,
  platform: Platform,
  organId: string,
): Promise<MovedDay[]> => answerAgain(tx, platform, organId, () => openRows(tx, organId))

async function answerAgain(
  tx: Transaction<Database>,
  platform: Platform,
  organId: string,
  rowsFor: (calendar: Calendar) => Promise<RequestRow[]>,
): Promise<MovedDay[]> {
  const [today, now] = [platform.today(), platform.now().toISOString()]
  const [calendar, settings] = [await calendarFor(tx, organId), await settingsOf(tx, organId)]
  const moved: MovedDay[] = []
  for (const row of await rowsFor(calendar)) {
    const facts = (await read(tx, organId, row.case_id)).map(recordedOf)
    const next = projectRequest(organId, row.case_id, facts, { calendar, settings, today, now })
    await saveRow(tx, next)
    if (next.due_on === row.due_on) continue
    moved.push({ caseId: row.case_id, number: row.number, fromOn: row.due_on, toOn: next.due_on })
    await listMove(tx, {
      organ_id: organId,
      case_id: row.case_id,
      moved_at: now,
      from_on: row.due_on,
      to_on: next.due_on,
    })
  }
  return moved.sort((one, other) => (one.toOn ?? '9').localeCompare(other.toOn ?? '9'))
}

const listMove = (
  tx: Transaction<Database>,
  move: Pick<DueMoveRow, 'organ_id' | 'case_id' | 'moved_at' | 'from_on' | 'to_on'>,
) =>
  tx
    .insertInto('due_move')
    .values({ ...move, seen_at: null, seen_by: null })
    .execute()

/** The moved cases of an organ that nobody has acknowledged yet, newest first. */
export async function unseenMoves(platform: Platform, organId: string) {
  return platform.db
    .selectFrom('due_move as m')
    .innerJoin('request_row as r', (on) =>
      on.onRef('r.organ_id', '=', 'm.organ_id').onRef('r.case_id', '=', 'm.case_id'),
    )
    .select(['m.case_id', 'm.moved_at', 'm.from_on', 'm.to_on', 'r.number', 'r.title', 'r.assignee'])
    .where('m.organ_id', '=', organId)
    .where('m.seen_at', 'is', null)
    .orderBy('m.moved_at', 'desc')
    .limit(200)
    .execute()
}

/** Notes that somebody has seen that the due day of a case moved; false where that organ has no such case. */
export async function acknowledgeMove(
  platform: Platform,
  organId: string,
  caseId: string,
  personId: string,
): Promise<boolean> {
  if (!(await rowOf(platform.db, organId, caseId))) return false
  await platform.db
    .updateTable('due_move')
    .set({ seen_at: platform.now().toISOString(), seen_by: personId })
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .where('seen_at', 'is', null)
    .execute()
  return true
}
