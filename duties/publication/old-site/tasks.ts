import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { checkBatch } from './check.ts'
import { readSite } from './read-site.ts'
import type { Which } from './store.ts'
import { takeBatch } from './take.ts'

type Tx = Transaction<Database>

const readName = 'oldSite.read'
const checkName = 'oldSite.check'
const takeName = 'oldSite.take'

const add =
  (name: string) =>
  (tx: Tx, { jobs }: Platform, { organId, siteId }: Which): Promise<void> =>
    jobs.add(tx, name, { organId, siteId })

/** Leaves the job that reads what was sent. */
export const addRead = add(readName)
/** Leaves the job that looks into every page and takes none. */
export const addCheck = add(checkName)
/** Leaves the job that takes the pages over. */
export const addTake = add(takeName)

/**
 * The jobs of old sites. Each is one batch in one transaction with its own record and the job of the next batch: a program
 * killed at any moment leaves whole batches behind it, and the rest is done by whoever comes next.
 */
export const oldSiteTasks = (platform: Platform): Record<string, Task> => ({
  [readName]: (tx, payload) => readSite(tx, platform, payload as Which),
  [checkName]: async (tx, payload) => {
    if (await checkBatch(tx, platform, payload as Which)) await addCheck(tx, platform, payload as Which)
  },
  [takeName]: async (tx, payload) => {
    if (await takeBatch(tx, platform, payload as Which)) await addTake(tx, platform, payload as Which)
  },
})
