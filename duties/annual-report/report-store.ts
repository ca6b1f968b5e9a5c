import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { caseIdFrom } from '#platform/ledger/case-id.ts'
import { append, read } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Day } from '#time/day.ts'
import type { RecordedReportFact, ReportFact } from './rules/facts.ts'
import { foldReport, type ReportCase } from './rules/lifecycle.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The name of this duty in the ledger. */
export const duty = 'annual-report'

/** The chain of an organ's report on a year: its id follows from both. */
export const reportCaseId = (organId: string, year: number): string =>
  caseIdFrom(`annual-report ${organId} ${year}`)

const recordedOf = (row: FactRow): RecordedReportFact => ({
  seq: row.seq,
  happenedOn: row.happened_on as Day,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  fact: { type: row.type, ...(row.body as object) } as ReportFact,
})

/** The facts of an organ's report on a year. */
export const reportFacts = async (db: Db, organId: string, year: number): Promise<RecordedReportFact[]> =>
  (await read(db, organId, reportCaseId(organId, year))).map(recordedOf)

export interface ReportStepToRecord {
  organId: string
  year: number
  form: number
  askId: string
  seenSeq: number
  by: string
  at: string
  today: Day
  facts: readonly ReportFact[]
}

/** Appends the facts of one step and writes the row that lists and the public page read. False where somebody was first. */
export async function recordReportStep(
  tx: Transaction<Database>,
  step: ReportStepToRecord,
): Promise<boolean> {
  const { organId, year } = step
  const appended = await append(tx, {
    organId,
    duty,
    caseId: reportCaseId(organId, year),
    seenSeq: step.seenSeq,
    facts: step.facts.map(({ type, ...body }) => ({ type, happenedOn: step.today, body })),
    recordedBy: step.by,
    recordedAt: step.at,
    askId: step.askId,
  })
  if (appended.kind === 'movedOn') return false
  await saveReportRow(tx, step, foldReport(await reportFacts(tx, organId, year)))
  return true
}

/** The row of a report: its published version if it has one, else as submitted. */
export async function saveReportRow(
  tx: Db,
  { organId, year, form, at }: Pick<ReportStepToRecord, 'organId' | 'year' | 'form' | 'at'>,
  c: ReportCase,
): Promise<void> {
  const published = c.versions.at(-1)
  const shown = published ?? c.submitted
  const row = {
    status: c.status,
    version: published?.version ?? 0,
    report: JSON.stringify(shown?.report ?? null),
    hash: shown?.hash ?? '',
    published_at: published?.at ?? null,
    updated_at: at,
  }
  await tx
    .insertInto('report_row')
    .values({ organ_id: organId, year, case_id: reportCaseId(organId, year), form, ...row })
    .onConflict((conflict) => conflict.columns(['organ_id', 'year']).doUpdateSet(row))
    .execute()
}

/** Where the reports of these organs on a year stand; organs that have none are left out. */
export const reportRowsOf = (db: Db, organIds: readonly string[], year: number) =>
  db
    .selectFrom('report_row')
    .select(['organ_id', 'status', 'version', 'report', 'published_at', 'updated_at'])
    .where('organ_id', '=', sql<string>`any(${[...organIds]}::uuid[])`)
    .where('year', '=', year)
    .execute()

/** The last fact and the reminders of each organ's report on a year; organs that have none are left out. */
export async function factCounts(
  db: Db,
  organIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, { seq: number; reminders: number }>> {
  const { rows } = await sql<{ organ_id: string; seq: number; reminders: number }>`
    select f.organ_id, max(f.seq)::int as seq, (count(*) filter (where f.type = 'reminded'))::int as reminders
    from fact f join report_row r on r.organ_id = f.organ_id and r.case_id = f.case_id
    where r.organ_id = any(${[...organIds]}::uuid[]) and r.year = ${year}
    group by f.organ_id`.execute(db)
  return new Map(rows.map(({ organ_id: organId, ...counts }) => [organId, counts]))
}
