import { EventEmitter } from 'node:events'
import { type Runner, type RunnerOptions, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type OpenDatabase, openDatabase } from '#platform/database/database.ts'
import type { Database } from '#platform/database/schema.ts'
import { type Presence, releaseAbandoned, takePlace } from './abandoned.ts'
import { silent } from './prepare.ts'
import './tables.ts'

/** What a job of one name does, in a transaction of its own; thrown faults are tried again later. */
export type Task = (tx: Transaction<Database>, payload: unknown) => Promise<void>

export type RunningJobs = {
  /** Takes no new job, waits for those that run, and ends. */
  stop(): Promise<void>
}

export interface RunOptions {
  /** How many jobs at once. */
  lanes?: number
  /** Told of a task that threw; the job is kept and tried again with growing pauses. */
  onFault?: (job: { name: string; id: string; attempt: number }, fault: unknown) => void
}

const abandonedEvery = 30_000

/**
 * Runs the jobs of the database at the owner's address until it is stopped. A job survives a kill and
 * is run once: a task's effect and the note that it is done are one transaction, and what a killed
 * program had taken is released as soon as the database sees that program gone.
 */
export async function runJobs(
  url: string,
  tasks: Record<string, Task>,
  { lanes = 2, onFault = () => {} }: RunOptions = {},
): Promise<RunningJobs> {
  const app = openDatabase(url, { connections: lanes })
  const owner = openDatabase(url, { role: 'owner', connections: 2 * lanes + 2 })
  const presence = await takePlace(url)
  await forgetOldNotes(app.db)
  await releaseAbandoned(owner.pool)
  const timer = setInterval(() => void releaseAbandoned(owner.pool).catch(() => {}), abandonedEvery)
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, onceIn(app.db, task, onFault)]),
  )
  const runners = await Promise.all(Array.from({ length: lanes }, () => openLane(owner, taskList, presence)))
  return { stop: () => close({ runners, timer, presence, app, owner }) }
}

/** One lane. The queue writes the id of its pool beside a job: under that id the lane shows that it is alive. */
async function openLane({ pool }: OpenDatabase, taskList: TaskList, presence: Presence): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter()
  let held: Promise<void> | undefined
  events.on('pool:create', ({ workerPool }) => {
    held = presence.hold(workerPool.id)
  })
  const options: RunnerOptions = {
    pgPool: pool,
    taskList,
    events,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: silent,
    crontab: '',
  }
  const runner = await run(options)
  await held
  return runner
}

function onceIn(
  db: Kysely<Database>,
  task: Task,
  onFault: NonNullable<RunOptions['onFault']>,
): TaskList[string] {
  return async (payload, { job }) => {
    try {
      await db.transaction().execute(async (tx) => {
        const note = tx
          .insertInto('job_done')
          .values({ job_id: job.id })
          .onConflict((c) => c.doNothing())
        const { numInsertedOrUpdatedRows } = await note.executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows === 1n) await task(tx, payload)
      })
    } catch (fault) {
      onFault({ name: job.task_identifier, id: job.id, attempt: job.attempts }, fault)
      throw fault
    }
  }
}

async function forgetOldNotes(db: Kysely<Database>): Promise<void> {
  await sql`delete from job_done where done_at < now() - interval '30 days'`.execute(db)
}

type Open = {
  runners: Runner[]
  timer: NodeJS.Timeout
  presence: Presence
  app: OpenDatabase
  owner: OpenDatabase
}

async function close({ runners, timer, presence, app, owner }: Open): Promise<void> {
  clearInterval(timer)
  await Promise.all(runners.map((runner) => runner.stop()))
  await presence.leave()
  await Promise.all([app.close(), owner.close()])
}
