import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { eraseSealed, keepSealed, readSealed } from '#platform/files/sealed.ts'
import type { Platform } from '#platform/platform.ts'
import type { GateSettings } from './gate/settings.ts'
import type { ItemCase } from './rules/item.ts'
import type { NewFact } from './rules/step.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The names of the persons of the case that an item is about; none where nobody named any. */
export async function partiesOf(
  { db, seal }: Pick<Platform, 'db' | 'seal'>,
  organId: string,
  { parties }: Pick<ItemCase, 'parties'>,
): Promise<readonly string[]> {
  if (typeof parties?.names !== 'string') return []
  const names = await readSealed(db, seal, { organId, sealedId: parties.names })
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

/** What the gate looks for in this very item: the organ's settings, and the names that the item carries. */
export async function gateWithParties(
  platform: Pick<Platform, 'db' | 'seal'>,
  organId: string,
  c: Pick<ItemCase, 'parties'>,
  gate: GateSettings,
): Promise<GateSettings> {
  const names = await partiesOf(platform, organId, c)
  return names.length === 0 ? gate : { ...gate, caseNames: [...new Set([...gate.caseNames, ...names])] }
}

interface Whose {
  organId: string
  itemId: string
  c: ItemCase
}

/** The same fact with the names sealed beside it; those named before are erased. Other facts stay as they are. */
export async function partiesSealed(
  tx: Db,
  { seal, now }: Platform,
  { organId, itemId, c }: Whose,
  step: NewFact,
): Promise<NewFact> {
  const { fact } = step
  if (fact.type !== 'partiesNamed' || typeof fact.names === 'string') return step
  if (typeof c.parties?.names === 'string')
    await eraseSealed(tx, { organId, sealedId: c.parties.names }, now().toISOString())
  if (fact.names.length === 0) return step
  const names = await keepSealed(tx, seal, { organId, caseId: itemId, value: fact.names })
  return { ...step, fact: { ...fact, names } }
}
