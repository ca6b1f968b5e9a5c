import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { LostFile } from '#platform/files/files.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { contextOf, type DeskGiven, gateOf, givenFor, withFindings } from '../desk.ts'
import { gateTroubles } from '../gate/findings.ts'
import { factRowsOf, recordedOf } from '../item-store.ts'
import { gateWithParties } from '../parties.ts'
import { recordItem } from '../record.ts'
import { decide } from '../rules/decide.ts'
import { fold, type ItemCase } from '../rules/item.ts'
import type { NewFact, StepContext } from '../rules/step.ts'
import { stepOf } from '../rules/steps.ts'
import { askForAll, fillQueue, nextWaiting, settle } from './queue.ts'
import { settleChecked } from './settle.ts'

type Tx = Transaction<Database>

/** The name of the job. */
export const keptFilesJob = 'publication.checkKeptFiles'

/** Items looked into in one transaction. */
const batch = 10

export interface Asked {
  readonly organId: string
  /** Who asked for it: the findings are recorded under their name. */
  readonly by: string
}

const addBatch = (tx: Tx, { jobs }: Platform, { organId, by }: Asked): Promise<void> =>
  jobs.add(tx, keptFilesJob, { organId, by }, { key: `${keptFilesJob} ${organId}` })

/** Begins to check the old attachments of all items of an organ; asked again while it is under way, it goes on. */
export async function checkAllKept(tx: Tx, platform: Platform, asked: Asked): Promise<void> {
  await askForAll(tx, asked.organId, platform.now().toISOString())
  await addBatch(tx, platform, asked)
}

interface Looked {
  readonly itemId: string
  readonly rows: readonly FactRow[]
  readonly context: StepContext
  readonly given: DeskGiven
  readonly c: ItemCase | undefined
  /** What is to be recorded; 'unreadable' where a file could not be opened, 'none' where nothing is to be checked. */
  readonly answer: readonly NewFact[] | 'unreadable' | 'none'
}

async function lookInto(
  platform: Platform,
  { organId, by }: Asked,
  itemId: string,
  given: DeskGiven,
): Promise<Looked> {
  const rows = await factRowsOf(platform.db, organId, itemId)
  const c = fold(rows.map(recordedOf))
  // Whoever asked held one of the roles of the step.
  const context = contextOf(platform, given, { by, roles: stepOf('checkKept').roles })
  const looked = { itemId, rows, context, given, c }
  if (!c) return { ...looked, answer: 'none' }
  const gate = await gateWithParties(platform, organId, c, given.gate)
  const found = await gateOf(platform, organId, c, gate, 'kept').catch((fault) => {
    if (fault instanceof LostFile) return undefined
    throw fault
  })
  if (!found) return { ...looked, answer: 'unreadable' }
  const answer = decide('checkKept', c, {}, await withFindings(platform, organId, c, context, found))
  return { ...looked, answer: answer.kind === 'done' ? answer.facts : 'none' }
}

const keysOf = (findings: readonly { key: string }[] = []): string =>
  findings.map(({ key }) => key).join('\n')

// The same findings as last time are not recorded a second time.
const isKnown = ({ c }: Looked, facts: readonly NewFact[]): boolean =>
  facts.every(
    ({ fact }) =>
      fact.type === 'keptFilesChecked' &&
      c?.keptCheck !== undefined &&
      keysOf(fact.findings) === keysOf(c.keptCheck.findings),
  )

async function keep(tx: Tx, platform: Platform, { organId, by }: Asked, looked: Looked): Promise<void> {
  const { itemId, rows, given, c, answer } = looked
  const at = platform.now().toISOString()
  const item = { organId, itemId, at }
  if (answer === 'none') return settle(tx, item)
  if (answer === 'unreadable') return settle(tx, item, 'found', [gateTroubles.cannotOpen.label])
  if (isKnown(looked, answer)) return settleChecked(tx, item, c?.keptCheck?.findings ?? [])
  const before = rows.map(recordedOf)
  const askId = `${keptFilesJob} ${c?.seq}`
  // Where somebody took a step meanwhile it stays in the queue, and is looked at again.
  await recordItem(tx, platform, { organId, itemId, askId, by, before, rows, facts: answer, given })
}

/**
 * Puts the next items' old attachments through the gate and records what is found in each; false where the queue is
 * empty. The files are looked into before anything is written, so that nobody at the desk waits for it.
 */
export async function checkKeptBatch(tx: Tx, platform: Platform, asked: Asked): Promise<boolean> {
  if (await fillQueue(tx, asked.organId)) return true
  const ids = await nextWaiting(tx, asked.organId, batch)
  if (ids.length === 0) return false
  const given = await givenFor(platform, asked.organId)
  const looked: Looked[] = []
  for (const itemId of ids) looked.push(await lookInto(platform, asked, itemId, given))
  for (const one of looked) await keep(tx, platform, asked, one)
  return true
}

/** The job: one batch, and the job of the next. */
export async function keptFilesTask(tx: Tx, platform: Platform, payload: unknown): Promise<void> {
  const asked = payload as Asked
  if (await checkKeptBatch(tx, platform, asked)) await addBatch(tx, platform, asked)
}
