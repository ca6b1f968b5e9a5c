import type { Transaction } from 'kysely'
import { duty, reportCaseId } from '#duties/annual-report/report-store.ts'
import { foldReport } from '#duties/annual-report/rules/lifecycle.ts'
import type { Database } from '#platform/database/schema.ts'
import { appendMany, chained } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { FigureEntry } from '../figures.ts'
import type { PublishedReport } from '../reports.ts'
import { insertMany } from './insert.ts'

/** Writes the monthly figures of table two. */
export const plantFigures = (tx: Transaction<Database>, figures: readonly FigureEntry[]): Promise<void> =>
  insertMany(
    tx,
    'figure_entry',
    figures.map(({ organ, year, cell, entryId, month, amount, source, recordedAt, recordedBy }) => ({
      organ_id: organ.organId,
      year,
      cell,
      entry_id: entryId,
      month,
      amount,
      source,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
      withdrawn_at: null,
    })),
  )

/** Writes the annual reports: the facts of each chained, and the row that lists and the public page read. */
export async function plantReports(
  tx: Transaction<Database>,
  reports: readonly PublishedReport[],
): Promise<void> {
  await appendMany(tx, reports.flatMap(reportFacts))
  await insertMany(tx, 'report_row', reports.map(rowOf))
}

function reportFacts({ organ, year, facts }: PublishedReport): FactRow[] {
  const rows: FactRow[] = []
  const caseId = reportCaseId(organ.organId, year)
  for (const { fact, happenedOn, recordedAt, recordedBy } of facts) {
    const { type, ...body } = fact
    const step = {
      organId: organ.organId,
      duty,
      caseId,
      seenSeq: rows.length,
      facts: [{ type, happenedOn, body }],
      recordedBy,
      recordedAt,
      // One step is one fact here: an id of its own, made from the case's.
      askId: `${caseId}/${rows.length + 1}`,
    }
    rows.push(...chained(step, rows.at(-1)))
  }
  return rows
}

function rowOf({ organ, year, facts }: PublishedReport) {
  const { status, versions } = foldReport(facts)
  const last = versions.at(-1)
  return {
    organ_id: organ.organId,
    year,
    case_id: reportCaseId(organ.organId, year),
    form: Number(last?.report.form),
    status,
    version: last?.version ?? 0,
    // jsonb takes the object as it is: insertMany writes it as JSON.
    report: last?.report as unknown as string,
    hash: last?.hash ?? '',
    published_at: last?.at ?? null,
    updated_at: last?.at ?? facts.at(-1)?.recordedAt,
  }
}
