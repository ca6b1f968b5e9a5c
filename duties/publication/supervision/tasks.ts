import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { plusDays } from '#time/day.ts'
import { checkOrgan, type Visit } from './check.ts'
import { beginDeskMail, deskMailTasks } from './desk-mail.ts'

const everyNight = 'publication.check'
const ofOrgan = 'publication.checkOrgan'
/** Half past two in the night in Shanghai, on the day before in UTC. */
const hourOfNight = 'T18:30:00Z'

const nextNight = (platform: Platform): string => {
  const nights = [-1, 0].map((days) => `${plusDays(platform.today(), days)}${hourOfNight}`)
  const now = platform.now().toISOString()
  return nights.find((night) => night > now) ?? `${plusDays(platform.today(), 1)}${hourOfNight}`
}

// One job for each organ that published anything or has a catalogue, so that a fault of one holds up no other.
async function checkAll(tx: Transaction<Database>, platform: Platform): Promise<void> {
  const { rows } = await sql<{ organ_id: string }>`
    select organ_id from publication_standing union select organ_id from standard_catalogue`.execute(tx)
  for (const { organ_id: organId } of rows)
    await platform.jobs.add(tx, ofOrgan, { organId }, { key: `${ofOrgan} ${organId}` })
  await platform.jobs.add(tx, everyNight, {}, { key: everyNight, runAt: nextNight(platform) })
}

/** The jobs of the nightly check of links, attachments and catalogues, and of the letters to the desk. `visit` asks the portal as a stranger would. */
export const inspectionTasks = (platform: Platform, visit: Visit): Record<string, Task> => ({
  ...deskMailTasks(platform),
  [everyNight]: (tx) => checkAll(tx, platform),
  [ofOrgan]: async (tx, payload) => {
    await checkOrgan(tx, platform, (payload as { organId: string }).organId, visit)
  },
})

/** Leaves the job of the coming night, and the first letters. */
export async function beginInspection(platform: Platform): Promise<void> {
  await platform.jobs.add(platform.db, everyNight, {}, { key: everyNight, runAt: nextNight(platform) })
  await beginDeskMail(platform)
}
