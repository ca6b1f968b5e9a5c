import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { gateTroubles, isGateCode } from '../gate/findings.ts'
import type { Finding, ItemFact } from '../rules/facts.ts'
import { settle } from './queue.ts'

interface Settled {
  organId: string
  itemId: string
  /** ISO instant */
  at: string
}

/** Writes down what a check of an item's old attachments found. */
export const settleChecked = (
  tx: Transaction<Database>,
  item: Settled,
  findings: readonly Finding[],
): Promise<void> =>
  settle(
    tx,
    item,
    findings.length === 0 ? 'clean' : 'found',
    findings.flatMap(({ code }) => (isGateCode(code) ? [gateTroubles[code].label] : [])),
  )

/** What these facts of an item that came from elsewhere make of its old attachments: checked, replaced, or taken down. */
export async function followKeptFiles(
  tx: Transaction<Database>,
  item: Settled,
  facts: readonly ItemFact[],
): Promise<void> {
  for (const fact of facts) {
    if (fact.type === 'keptFilesChecked') await settleChecked(tx, item, fact.findings)
    if (fact.type === 'released' || fact.type === 'withdrawn') await settle(tx, item)
  }
}
