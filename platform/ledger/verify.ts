import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { beforeFirst, hashOf } from './chain.ts'
import type { FactRow } from './tables.ts'

/** A fact that is not as it was recorded, or whose neighbour is gone. */
export interface Broken {
  organId: string
  caseId: string
  seq: number
  why: 'changed' | 'missingBefore'
}

export interface Verified {
  facts: number
  cases: number
  broken: Broken[]
}

const page = 5000
type Place = Pick<FactRow, 'organ_id' | 'case_id' | 'seq' | 'hash'>

function breakOf(fact: FactRow, before: Place | undefined): Broken['why'] | undefined {
  if (fact.seq !== (before?.seq ?? 0) + 1) return 'missingBefore'
  if (fact.hash_before !== (before?.hash ?? beforeFirst)) return 'changed'
  return hashOf(fact) === fact.hash ? undefined : 'changed'
}

/**
 * Reads every chain again, page by page, and gives the facts that do not fit. A chain cut at its end
 * cannot be seen from itself: compare the count, or keep the last hashes elsewhere.
 */
export async function verify(
  db: Kysely<Database>,
  { organId, onProgress }: { organId?: string; onProgress?: (facts: number) => void } = {},
): Promise<Verified> {
  const result: Verified = { facts: 0, cases: 0, broken: [] }
  let last: Place | undefined
  for (;;) {
    const facts = await pageAfter(db, last, organId)
    for (const fact of facts) {
      const sameCase = last?.organ_id === fact.organ_id && last.case_id === fact.case_id
      if (!sameCase) result.cases += 1
      const why = breakOf(fact, sameCase ? last : undefined)
      if (why) result.broken.push({ organId: fact.organ_id, caseId: fact.case_id, seq: fact.seq, why })
      last = fact
    }
    result.facts += facts.length
    onProgress?.(result.facts)
    if (facts.length < page) return result
  }
}

function pageAfter(db: Kysely<Database>, last: Place | undefined, organId?: string): Promise<FactRow[]> {
  let query = db.selectFrom('fact').selectAll()
  if (organId) query = query.where('organ_id', '=', organId)
  if (last)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('organ_id', 'case_id', 'seq'), '>', tuple(last.organ_id, last.case_id, last.seq)),
    )
  return query.orderBy('organ_id').orderBy('case_id').orderBy('seq').limit(page).execute()
}
