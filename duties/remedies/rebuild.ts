import type { Platform } from '#platform/platform.ts'
import { projectRemedy } from './projection.ts'
import { duty, remedyFacts, saveRemedyRow } from './store.ts'

/** Writes the rows of remedies that lists read again, from the facts alone; gives how many. */
export async function rebuildRemedies({ db, now }: Platform): Promise<number> {
  const cases = await db
    .selectFrom('fact')
    .select(['organ_id', 'case_id'])
    .where('duty', '=', duty)
    .where('seq', '=', 1)
    .execute()
  for (const { organ_id: organId, case_id: caseId } of cases) {
    const facts = await remedyFacts(db, organId, caseId)
    await saveRemedyRow(db, projectRemedy(organId, caseId, facts, now().toISOString()))
  }
  return cases.length
}
