import { randomUUIDv7 } from 'node:crypto'
import { type Actor, rolesAt } from '#platform/identity/actor.ts'
import { read } from '#platform/ledger/ledger.ts'
import type { Platform } from '#platform/platform.ts'
import type { ClockGiven } from './clock-view.ts'
import type { Recorded } from './rules/facts.ts'
import type { StepContext } from './rules/step.ts'
import { settingsOf } from './settings-store.ts'
import { recordedOf } from './store.ts'

/** The calendar, the settings and the day with which an organ's cases are reckoned now. */
export async function givenFor(platform: Platform, organId: string): Promise<ClockGiven> {
  const [calendar, settings] = await Promise.all([
    platform.calendarFor(organId),
    settingsOf(platform.db, organId),
  ])
  return { calendar, settings, today: platform.today() }
}

/** The facts of a case of one organ; none where that organ has no such case. */
export async function factsOf(platform: Platform, organId: string, caseId: string): Promise<Recorded[]> {
  const rows = await read(platform.db, organId, caseId)
  return rows.filter((row) => row.duty === 'requests').map(recordedOf)
}

/** What the rules may know of an officer at an organ. */
export function officerContext(actor: Actor, organId: string, given: ClockGiven): StepContext {
  const covers = actor.holdings.flatMap((holding) =>
    holding.organId === organId && holding.coversFor ? [holding.coversFor] : [],
  )
  return {
    ...given,
    by: actor.personId,
    roles: rolesAt(actor, organId),
    coversFor: covers,
    newId: () => randomUUIDv7(),
  }
}
