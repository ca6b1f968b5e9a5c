import type { Kysely } from 'kysely'
import { calendarFor } from '#platform/calendar/calendar-store.ts'
import type { Database } from '#platform/database/schema.ts'
import { openFileStore } from '#platform/files/files.ts'
import { openSeal } from '#platform/files/seal.ts'
import { intranetRanges } from '#platform/http/outside-ranges.ts'
import { jobs } from '#platform/jobs/jobs.ts'
import { dataFolder } from '#platform/runtime/data-folder.ts'
import { dayInShanghai } from '#time/day.ts'
import type { Config, Platform } from './platform.ts'

/** What the environment sets, with the defaults of one office on one machine. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const port = Number(env.PORT || 8080)
  const host = env.GONGKAI_HOST || '127.0.0.1'
  return {
    host,
    port,
    publicAddress: (env.GONGKAI_PUBLIC_ADDRESS || `http://127.0.0.1:${port}`).replace(/\/$/, ''),
    dataFolder: dataFolder(),
    siteName: env.GONGKAI_SITE_NAME || '清溪县人民政府',
    demonstration: env.GONGKAI_DEMONSTRATION !== 'no',
    intranet: intranetRanges(env),
  }
}

/** What a duty needs to run, on an open database. `now` is the one clock of the program. */
export function openPlatform(
  db: Kysely<Database>,
  config: Config,
  now: () => Date = () => new Date(),
): Platform {
  const seal = openSeal(config.dataFolder)
  return {
    db,
    seal,
    files: openFileStore(config.dataFolder, seal),
    jobs,
    now,
    today: () => dayInShanghai(now().toISOString()),
    calendarFor: (organId) => calendarFor(db, organId),
    config,
  }
}
