import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, dayInShanghai } from '#time/day.ts'

type Db = Kysely<Database> | Transaction<Database>

/** True of a document of the register (a row of item_row) that nobody has drafted an interpretation of. */
export const neverExplained: RawBuilder<boolean> = sql`not exists (select from item_row x
  where x.organ_id = item_row.organ_id and x.interprets = item_row.item_id
    and x.status not in ('discarded', 'withdrawn'))`

/** True of a row of item_row that this person drafted, or nobody who still works at its organ. */
export const heldBy = (personId: string, today: Day): RawBuilder<boolean> => sql`(drafted_by = ${personId}
  or not exists (select from role_holding h where h.organ_id = item_row.organ_id
    and h.person_id::text = item_row.drafted_by and h.from_on <= ${today}
    and (h.until_on is null or h.until_on > ${today})))`

/** A document of which an interpretation should be, with the last day for it and who drafted it. */
export interface Unexplained {
  readonly itemId: string
  readonly indexNumber: string
  readonly draftedBy: string
  readonly on: Day
}

/** The documents in force that were released since a day and of which nobody has drafted an interpretation. */
export async function unexplainedSince(
  db: Db,
  organId: string,
  {
    since,
    today,
    workingDays,
    calendar,
  }: { since: Day; today: Day; workingDays: number; calendar: Calendar },
): Promise<Unexplained[]> {
  const rows = await db
    .selectFrom('item_row')
    .select(['item_id', 'index_number', 'drafted_by', 'published_at'])
    .where('organ_id', '=', organId)
    .where('kind', '=', 'normative')
    .where('status', '=', 'published')
    .where('published_at', '>=', `${since}T00:00:00+08:00`)
    .where('validity', 'in', ['inForce', 'amended'])
    .where((or) => or.or([or('expires_on', 'is', null), or('expires_on', '>=', today)]))
    .where(neverExplained)
    .orderBy('published_at')
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    indexNumber: row.index_number,
    draftedBy: row.drafted_by,
    on: calendar.plusWorkdays(dayInShanghai(row.published_at ?? ''), workingDays).on,
  }))
}
