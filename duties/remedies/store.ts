import { type Kysely, sql, type Transaction } from 'kysely'
import type { Recorded } from '#duties/requests/rules/facts.ts'
import type { Database } from '#platform/database/schema.ts'
import { read } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import { settingOf } from '#platform/organs/settings.ts'
import type { Day } from '#time/day.ts'
import { countRemedy, type RemedyCount } from './rules/counts.ts'
import type { RemedyFact } from './rules/facts.ts'
import { defaultRemedySettings, type RemedySettings } from './rules/settings.ts'
import type { RemedyRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The name of this duty in the ledger. */
export const duty = 'remedies'

/** A row of the ledger as the rules read it. */
export const recordedOf = (row: FactRow): Recorded<RemedyFact> => ({
  seq: row.seq,
  happenedOn: row.happened_on as Day,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  fact: { type: row.type, ...(row.body as object) } as RemedyFact,
})

/** The facts of a remedy of one organ; none where that organ has no such case. */
export const remedyFacts = async (db: Db, organId: string, caseId: string): Promise<Recorded<RemedyFact>[]> =>
  (await read(db, organId, caseId)).filter((row) => row.duty === duty).map(recordedOf)

/** Writes the row that lists read, in the transaction that appended the facts it was folded from. */
export async function saveRemedyRow(tx: Db, row: RemedyRow): Promise<void> {
  const { organ_id: _organ, case_id: _case, ...changing } = row
  await tx
    .insertInto('remedy_row')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organ_id', 'case_id']).doUpdateSet(changing))
    .execute()
}

/** One page of an organ's remedies, newest first; `after` is the last row seen. */
export async function remedyPage(
  db: Db,
  organId: string,
  { after, limit, open }: { after?: string; limit: number; open?: boolean },
): Promise<{ rows: RemedyRow[]; next: string | null }> {
  const [, on, caseId] = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  let query = db.selectFrom('remedy_row').selectAll().where('organ_id', '=', organId)
  if (open) query = query.where('status', '!=', 'concluded')
  if (on && caseId) query = query.where(sql<boolean>`(begun_on, case_id) < (${on}::date, ${caseId}::uuid)`)
  const rows = await query
    .orderBy('begun_on', 'desc')
    .orderBy('case_id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.begun_on}~${last.case_id}` : null }
}

/** Rows of these remedies of an organ, in the order in which they began. */
export const remedyRowsOf = (db: Db, organId: string, caseIds: readonly string[]): Promise<RemedyRow[]> =>
  db
    .selectFrom('remedy_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
    .orderBy('begun_on')
    .orderBy('case_id')
    .execute()

/** The settings of an organ: what it has set, the stated default for the rest. */
export async function remedySettingsOf(db: Db, organId: string): Promise<RemedySettings> {
  const set = ((await settingOf(db, organId, 'remedies')) ?? {}) as Partial<RemedySettings>
  return { ...defaultRemedySettings, ...set }
}

/**
 * What the remedies of an organ add to table four of a year, as far as was recorded up to `cutOff` (an ISO instant):
 * one entry for every case that fills a cell, in the order of their ids.
 */
export async function countedRemedies(
  db: Db,
  organId: string,
  year: number,
  cutOff: string,
): Promise<(RemedyCount & { caseId: string })[]> {
  const [settings, facts] = await Promise.all([
    remedySettingsOf(db, organId),
    sql<FactRow>`
      select f.* from fact f
      where f.organ_id = ${organId} and f.duty = ${duty} and f.recorded_at <= ${cutOff}
        and f.case_id in (
          select case_id from remedy_row
          where organ_id = ${organId} and begun_on <= ${`${year}-12-31`}
            and (concluded_on is null or concluded_on >= ${`${year}-01-01`}))
      order by f.case_id, f.seq`.execute(db),
  ])
  return [...Map.groupBy(facts.rows, (row) => row.case_id)].flatMap(([caseId, rows]) => {
    const count = countRemedy(rows.map(recordedOf), year, cutOff, settings)
    return count ? [{ ...count, caseId }] : []
  })
}
