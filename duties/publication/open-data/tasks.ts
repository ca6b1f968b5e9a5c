import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Task } from '#platform/jobs/run.ts'
import { clearOldChanges } from '#platform/pages/changes.ts'
import type { Platform } from '#platform/platform.ts'
import { plusDays } from '#time/day.ts'
import { showExpired } from '../register/expired.ts'
import { isAnyOutdated } from './files.ts'
import { makeOpenFiles } from './nightly.ts'

const everyNight = 'openData.makeFiles'
const madeAnew = 'openData.makeFilesAnew'
/** Half past two in Shanghai; the night of a day there begins on the day before in UTC. */
const hourOfNight = 'T18:30:00Z'

const nextNight = ({ today, now }: Platform): string => {
  const nights = [-1, 0].map((days) => `${plusDays(today(), days)}${hourOfNight}`)
  return nights.find((night) => night > now().toISOString()) ?? `${plusDays(today(), 1)}${hourOfNight}`
}

// Two who made the same files at once would write over each other.
const oneAfterAnother = (tx: Kysely<Database>) => sql`SELECT pg_advisory_xact_lock(99000041)`.execute(tx)

/** The jobs: each night the files of open data, and what every process has long seen cleared away. */
export const openDataTasks = (platform: Platform): Record<string, Task> => ({
  [everyNight]: async (tx) => {
    await platform.jobs.add(tx, everyNight, {}, { key: everyNight, runAt: nextNight(platform) })
    await clearOldChanges(platform.db)
    await showExpired(tx, platform.today())
    await oneAfterAnother(tx)
    await makeOpenFiles(platform)
  },
  [madeAnew]: async (tx) => {
    await oneAfterAnother(tx)
    if (await isAnyOutdated(platform.db)) await makeOpenFiles(platform)
  },
})

/** Leaves the files to be made anew as soon as may be, because one of them holds what was taken down. */
export const makeFilesSoon = ({ jobs, db }: Platform): Promise<void> =>
  jobs.add(db, madeAnew, {}, { key: madeAnew })

/** Leaves the job of the night; at once where no files were made yet. */
export async function beginOpenData(platform: Platform): Promise<void> {
  const { rows } = await sql`SELECT FROM open_file LIMIT 1`.execute(platform.db)
  const runAt = rows.length === 0 ? platform.now().toISOString() : nextNight(platform)
  await platform.jobs.add(platform.db, everyNight, {}, { key: everyNight, runAt })
}
