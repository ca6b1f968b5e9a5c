import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { append } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { itemsChanged } from './changed.ts'
import { dropAutosaves, duty, recordedOf, saveItemRow } from './item-store.ts'
import { followKeptFiles } from './kept-files/settle.ts'
import { type FoldedRow, type ProjectGiven, projectItem } from './projection.ts'
import { foldInterpretations } from './rebuild.ts'
import type { Recorded } from './rules/facts.ts'
import type { NewFact } from './rules/step.ts'

/** What is to be recorded of one item in one step. */
export interface ToRecord {
  organId: string
  itemId: string
  askId: string
  by: string
  before: readonly Recorded[]
  /** The same as the ledger holds them, where the caller has them at hand. */
  rows?: readonly FactRow[]
  facts: readonly NewFact[]
  given: ProjectGiven
}

export type RecordedStep =
  | { kind: 'recorded'; facts: Recorded[]; row: FoldedRow }
  | { kind: 'again'; facts: Recorded[] }
  | { kind: 'movedOn' }

/** Thrown inside a transaction so that everything of the step is undone. */
export class MovedOn extends Error {}

const shownToAll = new Set(['takenOver', 'released', 'validityMarked', 'withdrawn'])

/**
 * Records a step whole: the facts appended, the row that portal and lists read, what follows for the public pages, the
 * jobs that it leaves. A step sent twice is recorded once; where somebody was first, nothing is kept.
 */
export async function recordItem(
  tx: Transaction<Database>,
  platform: Platform,
  step: ToRecord,
): Promise<RecordedStep> {
  const { organId, itemId, before } = step
  const appended = await append(tx, {
    organId,
    duty,
    caseId: itemId,
    seenSeq: before.at(-1)?.seq ?? 0,
    facts: step.facts.map(({ fact: { type, ...body }, happenedOn }) => ({ type, happenedOn, body })),
    recordedBy: step.by,
    recordedAt: platform.now().toISOString(),
    askId: step.askId,
    ...(step.rows ? { known: step.rows } : {}),
  })
  if (appended.kind === 'movedOn') return { kind: 'movedOn' }
  const facts = appended.facts.map(recordedOf)
  if (appended.kind === 'again') return { kind: 'again', facts }
  const all = [...before, ...facts]
  const row = projectItem(organId, itemId, all, step.given)
  await saveItemRow(tx, row)
  await leaveJobs(tx, platform, step)
  if (facts.some(({ fact }) => fact.type === 'released')) await foldInterpretations(tx, organId, itemId)
  if (facts.some(({ fact }) => shownToAll.has(fact.type))) await itemsChanged(tx, organId, [itemId])
  if (before[0]?.fact.type === 'takenOver') await followKept(tx, platform, step)
  return { kind: 'recorded', facts: all, row }
}

const followKept = (tx: Transaction<Database>, { now }: Platform, { organId, itemId, facts }: ToRecord) =>
  followKeptFiles(
    tx,
    { organId, itemId, at: now().toISOString() },
    facts.map(({ fact }) => fact),
  )

/** The names of the jobs that steps leave behind. */
export const releaseJob = 'publication.release'
export const proveJob = 'publication.prove'

async function leaveJobs(
  tx: Transaction<Database>,
  { jobs }: Platform,
  { organId, itemId, by, facts }: ToRecord,
): Promise<void> {
  const payload = { organId, itemId }
  for (const { fact } of facts) {
    if (fact.type === 'edited') await dropAutosaves(tx, organId, itemId, by)
    if (fact.type === 'submitted') await dropAutosaves(tx, organId, itemId)
    if (fact.type === 'scheduled')
      await jobs.add(tx, releaseJob, payload, { runAt: fact.releaseAt, key: `release:${itemId}` })
    if (fact.type === 'withdrawn') await jobs.add(tx, proveJob, payload, { key: `prove:${itemId}` })
  }
}
