import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { contextOf, factsOf, gateOf, givenFor, recordIn, withFindings } from './desk.ts'
import { keptFilesJob, keptFilesTask } from './kept-files/check.ts'
import { gateWithParties } from './parties.ts'
import { MovedOn, proveJob, recordItem, releaseJob } from './record.ts'
import { decide } from './rules/decide.ts'
import type { ItemFact } from './rules/facts.ts'
import { fold } from './rules/item.ts'
import { sayRefusal } from './rules/refusals.ts'
import { checkPlaces, type Visit } from './withdrawal.ts'

interface OfItem {
  organId: string
  itemId: string
}

const ofItem = (payload: unknown): OfItem & { tries: number } => {
  const { organId = '', itemId = '', tries = 0 } = (payload ?? {}) as Partial<OfItem & { tries: number }>
  return { organId, itemId, tries }
}

// The program releases what the publisher scheduled: as publisher, by the same rules, and through the gate once more.
const system = { by: 'system', roles: ['publisher'] } as const

/** Records facts of the program itself on an item, in a transaction of the caller. */
async function recordOwn(
  tx: Transaction<Database>,
  platform: Platform,
  { organId, itemId }: OfItem,
  { askId, facts }: { askId: string; facts: readonly ItemFact[] },
): Promise<void> {
  const before = await factsOf(tx, organId, itemId)
  const { calendar, settings, today } = await givenFor(platform, organId)
  const recorded = await recordItem(tx, platform, {
    organId,
    itemId,
    askId,
    by: system.by,
    before,
    facts: facts.map((fact) => ({ fact, happenedOn: today })),
    given: { calendar, settings },
  })
  if (recorded.kind === 'movedOn') throw new MovedOn()
}

/** Releases an item whose time has come; where the rules or the gate say no, it stays and the reason is recorded. */
async function releaseScheduled(tx: Transaction<Database>, platform: Platform, item: OfItem): Promise<void> {
  const { organId, itemId } = item
  const before = await factsOf(tx, organId, itemId)
  const c = fold(before)
  const releaseAt = c?.working?.releaseAt
  if (!c || !releaseAt || releaseAt > platform.now().toISOString()) return
  const askId = `release ${releaseAt}`
  const given = await givenFor(platform, organId)
  const gate = await gateWithParties(platform, organId, c, given.gate)
  const found = await gateOf(platform, organId, c, gate)
  const own = contextOf(platform, given, system)
  const context = await withFindings(platform, organId, c, own, found)
  const answer = decide('release', c, {}, context)
  const whole = { organId, itemId, askId, by: system.by, before, c, context, gate }
  const refusal =
    answer.kind === 'done'
      ? await recordIn(tx, platform, { ...whole, facts: answer.facts })
      : answer.kind === 'refused'
        ? answer
        : undefined
  if (!refusal) return
  const reason = `没有按时发布：${sayRefusal(refusal)}`
  await recordOwn(tx, platform, item, { askId, facts: [{ type: 'unscheduled', reason }] })
}

const mostTries = 5
const againAfter = 60_000

/** Asks every place whether a withdrawn item is gone and records what was found; asks again where one still shows it. */
async function proveWithdrawal(
  tx: Transaction<Database>,
  platform: Platform,
  visit: Visit,
  { tries, ...item }: OfItem & { tries: number },
): Promise<void> {
  const c = fold(await factsOf(tx, item.organId, item.itemId))
  if (!c?.withdrawal) return
  const places = await checkPlaces(platform, item.organId, c, visit)
  const at = platform.now().toISOString()
  const facts = [{ type: 'withdrawalChecked', places, at }] as const
  await recordOwn(tx, platform, item, { askId: `prove ${c.seq} ${tries}`, facts })
  if (places.every(({ gone }) => gone) || tries >= mostTries) return
  const runAt = new Date(platform.now().getTime() + againAfter * (tries + 1)).toISOString()
  await platform.jobs.add(tx, proveJob, { ...item, tries: tries + 1 }, { runAt, key: `prove:${item.itemId}` })
}

/** Every job of the desk of publication, by name. `visit` asks the portal as a stranger would. */
export const publicationTasks = (platform: Platform, visit: Visit): Record<string, Task> => ({
  [releaseJob]: (tx, payload) => releaseScheduled(tx, platform, ofItem(payload)),
  [proveJob]: (tx, payload) => proveWithdrawal(tx, platform, visit, ofItem(payload)),
  [keptFilesJob]: (tx, payload) => keptFilesTask(tx, platform, payload),
})
