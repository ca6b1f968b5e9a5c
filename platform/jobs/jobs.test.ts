import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { releaseAbandoned } from './abandoned.ts'
import { addJob } from './jobs.ts'
import { runJobs, type Task } from './run.ts'

async function withEffects(t: { after(work: () => Promise<void>): void }): Promise<TestDatabase> {
  const database = await testDatabase(t)
  await sql`create table effect (what text)`.execute(database.owner.db)
  await sql`grant select, insert on effect to gongkai_app`.execute(database.owner.db)
  return database
}

const effects = async ({ db }: TestDatabase): Promise<string[]> =>
  (await sql<{ what: string }>`select what from effect order by what`.execute(db)).rows.map(
    ({ what }) => what,
  )

const write: Task = async (tx, payload) => {
  const { what } = payload as { what: string }
  await sql`insert into effect values (${what})`.execute(tx)
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('waited too long')
    await pause(50)
  }
}

const nothingWaits = async ({ owner }: TestDatabase): Promise<boolean> =>
  (await sql`select from graphile_worker._private_jobs`.execute(owner.db)).rows.length === 0

test('A job exists if the transaction that left it is committed, and is run as the program', async (t) => {
  const database = await withEffects(t)
  await database.db.transaction().execute((tx) => addJob(tx, 'write', { what: 'committed' }))
  await assert.rejects(
    database.db.transaction().execute(async (tx) => {
      await addJob(tx, 'write', { what: 'rolled back' })
      throw new Error('no')
    }),
  )
  const running = await runJobs(database.url, { write })
  await until(() => nothingWaits(database))
  await running.stop()
  assert.deepEqual(await effects(database), ['committed'])
})

test('A second job of the same key takes the place of the first, and one for later waits', async (t) => {
  const database = await withEffects(t)
  const { db } = database
  await addJob(db, 'write', { what: 'first' }, { key: 'reminder' })
  await addJob(db, 'write', { what: 'second' }, { key: 'reminder' })
  await addJob(db, 'write', { what: 'next year' }, { runAt: '2099-01-01T00:00:00Z' })
  const running = await runJobs(database.url, { write })
  await until(async () => (await effects(database)).length > 0)
  await running.stop()
  assert.deepEqual(await effects(database), ['second'])
})

test('A job under way is not given back while its program lives: what it leaves under its own key is run', async (t) => {
  const database = await withEffects(t)
  await addJob(database.db, 'chain', { what: '1' }, { key: 'chain' })
  const chain: Task = async (tx, payload) => {
    await write(tx, payload)
    assert.equal(await releaseAbandoned(database.owner.pool), 0)
    if ((payload as { what: string }).what === '1') await addJob(tx, 'chain', { what: '2' }, { key: 'chain' })
  }
  const running = await runJobs(database.url, { chain })
  await until(async () => (await effects(database)).length === 2)
  await running.stop()
})

test('What a task wrote before it threw is not there, and the fault is told', async (t) => {
  const database = await withEffects(t)
  await addJob(database.db, 'write', { what: 'half' })
  const faults: string[] = []
  const halfway: Task = async (tx, payload) => {
    await write(tx, payload)
    throw new Error('printer on fire')
  }
  const running = await runJobs(
    database.url,
    { write: halfway },
    { onFault: ({ name, attempt }, fault) => faults.push(`${name} ${attempt} ${fault}`) },
  )
  await until(async () => faults.length > 0)
  await running.stop()
  assert.deepEqual(faults, ['write 1 Error: printer on fire'])
  assert.deepEqual(await effects(database), [])
})

const doomed = `
  import { sql } from 'kysely'
  import { runJobs } from '#platform/jobs/run.ts'
  await runJobs(process.argv[1], { write: async (tx, { what }) => {
    await sql\`insert into effect values (\${what})\`.execute(tx)
    console.log('written')
    await new Promise((wait) => setTimeout(wait, 60_000))
  } })`

test('A job survives the kill of the program that was doing it, and is done once', async (t) => {
  const database = await withEffects(t)
  await addJob(database.db, 'write', { what: 'once' })
  const program = spawn(process.execPath, ['--input-type=module-typescript', '-e', doomed, database.url])
  await once(program.stdout, 'data')
  program.kill('SIGKILL')
  await once(program, 'exit')
  const running = await runJobs(database.url, { write })
  await until(() => nothingWaits(database))
  await running.stop()
  assert.deepEqual(await effects(database), ['once'])
})

test('A job that was done, but not struck off before the kill, is not done again', async (t) => {
  const database = await withEffects(t)
  await addJob(database.db, 'write', { what: 'again' })
  await sql`insert into job_done (job_id) select id from graphile_worker._private_jobs`.execute(
    database.owner.db,
  )
  const running = await runJobs(database.url, { write })
  await until(() => nothingWaits(database))
  await running.stop()
  assert.deepEqual(await effects(database), [])
})
