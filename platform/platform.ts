import type { Kysely } from 'kysely'
import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import type { Database } from './database/schema.ts'
import type { FileStore } from './files/files.ts'
import type { Seal } from './files/seal.ts'
import type { Jobs } from './jobs/jobs.ts'

/** What a duty needs to run. Made once at the start and handed to routes and pages. */
export interface Platform {
  db: Kysely<Database>
  files: FileStore
  seal: Seal
  jobs: Jobs
  /** The instant, for recordedAt. The only clock of the program. */
  now(): Date
  /** Today in Asia/Shanghai. */
  today(): Day
  /** The calendar that holds for an organ: State Council notices and the local days above it. */
  calendarFor(organId: string): Promise<Calendar>
  config: Config
}

/** What the environment sets; every entry has a default that suits one county office. */
export interface Config {
  /** The address under which the public reaches the portal, no trailing slash. */
  publicAddress: string
  host: string
  port: number
  dataFolder: string
  siteName: string
  /** Demonstration data is shown as such, and its accounts are printed at the start. */
  demonstration: boolean
  /** Networks within (CIDR) that the server may fetch files from; none unless stated. */
  intranet?: readonly string[]
}
