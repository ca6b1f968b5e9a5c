import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { givenFor } from './case-ground.ts'
import { projectRequest } from './projection.ts'
import { duty, recordedOf, saveRow } from './store.ts'

/** Writes the rows that lists read again, from the facts alone; gives how many. */
export async function rebuildRequests(
  platform: Platform,
  onProgress: (cases: number) => void = () => {},
): Promise<number> {
  let done = 0
  for (const organId of await organsWithCases(platform.db)) {
    const given = await givenFor(platform, organId)
    for (const caseId of await casesOf(platform.db, organId)) {
      const facts = await platform.db
        .selectFrom('fact')
        .selectAll()
        .where('organ_id', '=', organId)
        .where('case_id', '=', caseId)
        .orderBy('seq')
        .execute()
      const now = platform.now().toISOString()
      await saveRow(platform.db, projectRequest(organId, caseId, facts.map(recordedOf), { ...given, now }))
      onProgress(++done)
    }
  }
  return done
}

const organsWithCases = async (db: Kysely<Database>): Promise<string[]> =>
  (await db.selectFrom('fact').select('organ_id').distinct().where('duty', '=', duty).execute()).map(
    (row) => row.organ_id,
  )

const casesOf = async (db: Kysely<Database>, organId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('fact')
      .select('case_id')
      .where('organ_id', '=', organId)
      .where('duty', '=', duty)
      .where('seq', '=', 1)
      .execute()
  ).map((row) => row.case_id)
