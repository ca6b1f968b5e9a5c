import type { Transaction } from 'kysely'
import { recordDecision } from '#duties/publication/decisions/store.ts'
import type { Database } from '#platform/database/schema.ts'
import { caseIdFrom } from '#platform/ledger/case-id.ts'
import type { ToldDecision } from '../decisions.ts'

/** Writes the major decisions: their facts, each step as it was recorded, and the rows that lists read. */
export async function plantDecisions(
  tx: Transaction<Database>,
  decisions: readonly ToldDecision[],
): Promise<void> {
  for (const { organId, key, facts } of decisions) {
    const decisionId = caseIdFrom(`decisions ${organId} ${key}`)
    for (const { seq, fact, happenedOn, recordedBy: by, recordedAt: at } of facts) {
      const askId = caseIdFrom(`ask ${organId} ${key} ${seq}`)
      await recordDecision(tx, { organId, decisionId, askId, seenSeq: seq - 1, fact, happenedOn, by, at })
    }
  }
}
