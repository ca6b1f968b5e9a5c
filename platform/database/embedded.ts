import { spawn } from 'node:child_process'
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { Obstacle } from '#platform/runtime/obstacle.ts'
import { type Cluster, clusterIn, socketFolder } from './cluster.ts'
import { isRunning, type Postmaster, postmasterOf, removeIfEmpty } from './postmaster.ts'

/** A running server: where to connect as its owner, its process, and how to leave it. */
export type EmbeddedServer = {
  url: string
  pid: number
  /** The cluster's real folder. */
  folder: string
  /** Leaves the server; it stops when no other program is connected. */
  stop(): Promise<void>
}

// How long a server may take to recover after a kill, to let go of a killed one's memory, to stop.
const recovery = 300_000
const refusal = 15_000
const patience = 60_000
const databaseName = 'gongkai'

const settings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
  'random_page_cost=1.1',
  // Neither statements nor key values in the log: both may hold personal data.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]
// An eighth of the machine, for what is read again and again; the rest is the system's, which keeps files for us too.
const mebibytes = (share: number, most: number): number =>
  Math.round(Math.min(most, Math.max(128, (totalmem() * share) / 2 ** 20)))
const memory = () => [
  `shared_buffers=${mebibytes(1 / 8, 2048)}MB`,
  `effective_cache_size=${mebibytes(1 / 2, 65_536)}MB`,
]
const fastAndForgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * Starts PostgreSQL on the cluster in the data folder, or joins the one that already runs there
 * (another program of ours, or left over from one that was killed). `durable: false` is for tests.
 * Throws an Obstacle with one clear line where the folder or the server stands in the way.
 */
export async function startEmbedded(dataFolder: string, { durable = true } = {}): Promise<EmbeddedServer> {
  const cluster = clusterIn(dataFolder, durable)
  const postmaster = await runningPostmaster(cluster, [
    ...settings,
    ...memory(),
    ...(durable ? [] : fastAndForgetful),
  ])
  await ensureDatabase(postmaster)
  const url = urlOf(postmaster, databaseName)
  const presence = new Client({ connectionString: url })
  presence.on('error', () => {})
  await presence.connect()
  keepsAlive(presence, false)
  return {
    url,
    pid: postmaster.pid,
    folder: cluster.folder,
    stop: () => leave(presence, postmaster),
  }
}

async function runningPostmaster(cluster: Cluster, options: string[]): Promise<Postmaster> {
  const begun = performance.now()
  for (;;) {
    const postmaster = postmasterOf(cluster.folder)
    if (postmaster?.ready && (await answers(postmaster))) return postmaster
    const waited = performance.now() - begun
    if (waited > (postmaster ? recovery : refusal)) break
    if (postmaster) await pause(20)
    // Refused where another program was first, or sessions of a killed server are still ending.
    else if (!(await launch(cluster, options))) await pause(200)
  }
  throw new Obstacle('databaseDidNotStart', lastError(logOf(cluster)))
}

// A session of its own: the terminal's Ctrl-C must not reach the database before we are done with it.
async function launch(cluster: Cluster, options: string[]): Promise<boolean> {
  const log = openSync(logOf(cluster), 'a', 0o600)
  if (fstatSync(log).size > 10_000_000) ftruncateSync(log)
  const server = spawn(
    join(cluster.programs, 'bin/postgres'),
    ['-D', cluster.folder, '-k', socketFolder(cluster), ...options.flatMap((option) => ['-c', option])],
    {
      ...cluster.user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
    },
  )
  closeSync(log)
  let ended = false
  server.on('error', () => (ended = true)).on('exit', () => (ended = true))
  server.unref()
  while (!ended && postmasterOf(cluster.folder)?.ready !== true) await pause(10)
  return !ended
}

// Whether the connection keeps the program running; pg has these functions, its types do not.
function keepsAlive(client: Client & { ref?(): void; unref?(): void }, yes: boolean): void {
  if (yes) client.ref?.()
  else client.unref?.()
}

const logOf = (cluster: Cluster): string => `${cluster.folder}.log`

function lastError(log: string): string {
  const lines = readFileSync(log, 'utf8').split('\n')
  return `${lines.findLast((line) => line.includes('FATAL:')) ?? ''}（详见 ${log}）`
}

function urlOf({ socketFolder, port }: Postmaster, database: string): string {
  const query = new URLSearchParams({
    host: socketFolder,
    port: String(port),
    application_name: `gongkai-${process.pid}`,
  })
  return `postgres://gongkai@/${database}?${query}`
}

async function answers(postmaster: Postmaster): Promise<boolean> {
  try {
    await ask(urlOf(postmaster, 'postgres'), 'select 1')
    return true
  } catch {
    return false
  }
}

async function ensureDatabase(postmaster: Postmaster): Promise<void> {
  const url = urlOf(postmaster, 'postgres')
  const known = await ask(url, `select 1 from pg_database where datname = '${databaseName}'`)
  if (known > 0) return
  await ask(url, `create database ${databaseName}`).catch((fault: unknown) => {
    const madeByAnother =
      fault instanceof Error && 'code' in fault && /^(42P04|23505)$/.test(String(fault.code))
    if (!madeByAnother) throw fault
  })
}

async function ask(url: string, question: string): Promise<number> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(question)).rowCount ?? 0
  } finally {
    await client.end().catch(() => {})
  }
}

// The last program to leave stops the server; whoever is still connected keeps it.
async function leave(presence: Client, { pid, socketFolder }: Postmaster): Promise<void> {
  keepsAlive(presence, true)
  const others = `select 1 from pg_stat_activity
    where backend_type = 'client backend' and application_name <> current_setting('application_name')`
  const stay = await presence.query(others).catch(() => undefined)
  await presence.end().catch(() => {})
  if (stay === undefined || stay.rowCount !== 0) return
  if (isRunning(pid)) process.kill(pid, 'SIGINT')
  const deadline = performance.now() + patience
  while (isRunning(pid) && performance.now() < deadline) await pause(10)
  removeIfEmpty(socketFolder)
}
