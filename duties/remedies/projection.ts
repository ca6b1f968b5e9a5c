import type { Recorded } from '#duties/requests/rules/facts.ts'
import type { RemedyFact } from './rules/facts.ts'
import { foldRemedy, remedyStatusOf } from './rules/remedy.ts'
import type { RemedyRow } from './tables.ts'

/** The row of a remedy that lists read, folded from its facts alone. Throws for facts in which nothing began. */
export function projectRemedy(
  organId: string,
  caseId: string,
  facts: readonly Recorded<RemedyFact>[],
  now: string,
): RemedyRow {
  const c = foldRemedy(facts)
  if (!c) throw new Error(`remedy ${caseId} has no beginning`)
  const conclusion = c.state === 'concluded' ? c.conclusion : undefined
  return {
    organ_id: organId,
    case_id: caseId,
    kind: c.kind,
    request_id: c.requestId ?? null,
    number: c.number,
    seq: c.seq,
    status: remedyStatusOf(c),
    begun_on: c.begunOn,
    result: conclusion?.result ?? null,
    concluded_on: conclusion?.on ?? null,
    updated_at: now,
  }
}
