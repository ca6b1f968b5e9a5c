import type { Platform } from '#platform/platform.ts'
import { duty, reportCaseId, reportFacts, saveReportRow } from './report-store.ts'
import { foldReport } from './rules/lifecycle.ts'

/** Writes the rows of reports that lists and the public page read again, from the facts alone; gives how many. */
export async function rebuildReports({ db }: Platform): Promise<number> {
  const rows = await db.selectFrom('report_row').select(['organ_id', 'year', 'form', 'case_id']).execute()
  const begun = await db
    .selectFrom('fact')
    .select(['organ_id', 'case_id'])
    .where('duty', '=', duty)
    .where('seq', '=', 1)
    .execute()
  const known = new Set(begun.map((fact) => `${fact.organ_id} ${fact.case_id}`))
  let done = 0
  for (const { organ_id: organId, year, form, case_id: caseId } of rows) {
    if (!known.has(`${organId} ${caseId}`) || caseId !== reportCaseId(organId, year)) continue
    const facts = await reportFacts(db, organId, year)
    const at = facts.at(-1)?.recordedAt ?? ''
    await saveReportRow(db, { organId, year, form, at }, foldReport(facts))
    done++
  }
  return done
}
