import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Day } from '#time/day.ts'
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
