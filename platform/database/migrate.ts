import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, DatabaseError } from 'pg'
import { prepareJobs } from '#platform/jobs/prepare.ts'
import { projectFolder } from '#platform/runtime/data-folder.ts'
import { Obstacle } from '#platform/runtime/obstacle.ts'

export type Migration = { number: number; name: string; sql: string; sha256: string }

const lockNumber = 99_000_001

/** The numbered files of `migrations/`, in order. */
export function migrationsIn(folder = join(projectFolder, 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, sha256: sha256(sql) }
    })
}

/** One word for a set of migrations: the same files give the same word. */
export function fingerprint(migrations: Migration[]): string {
  return sha256(migrations.map((migration) => migration.sha256).join()).slice(0, 16)
}

/**
 * Brings the database up to the last numbered file, as its owner; each file in a transaction of its
 * own, under a lock, so that two programs may start at once. Gives the names of the files it ran.
 * Throws an Obstacle where the server is out of reach or too old, or a file changed after it ran.
 */
export async function migrate(url: string, migrations = migrationsIn()): Promise<string[]> {
  const client = await connect(url)
  const ran: string[] = []
  try {
    await prepare(client)
    for (const migration of migrations) {
      if (await runOnce(client, migration)) ran.push(migration.name)
    }
    await inTransaction(client, () => prepareJobs(url))
    return ran
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show server_version')
    const version = String(rows[0]?.server_version)
    if (Number.parseInt(version, 10) >= 14) return client
    await client.end()
    throw new Obstacle('databaseTooOld', version)
  } catch (fault) {
    if (fault instanceof Obstacle) throw fault
    throw new Obstacle('databaseNotReached', wordsOf(fault))
  }
}

async function prepare(client: Client): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(`create table if not exists schema_migration (
      number integer primary key, name text not null, sha256 text not null,
      applied_at timestamptz not null default now())`)
  })
}

async function runOnce(client: Client, migration: Migration): Promise<boolean> {
  const { number, name, sql, sha256 } = migration
  return inTransaction(client, async () => {
    const known = await client.query('select sha256 from schema_migration where number = $1', [number])
    if (known.rows[0]?.sha256 === sha256) return false
    if (known.rows.length > 0) throw new Obstacle('migrationChanged', name)
    await client.query(sql).catch((fault: unknown) => {
      throw new Obstacle('migrationFailed', `${name}${lineOf(fault, sql)}：${wordsOf(fault)}`)
    })
    await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ])
    return true
  })
}

async function inTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockNumber])
    const result = await work()
    await client.query('commit')
    return result
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

function lineOf(fault: unknown, sql: string): string {
  const position = fault instanceof DatabaseError ? Number(fault.position) : Number.NaN
  return Number.isNaN(position) ? '' : ` 第 ${sql.slice(0, position).split('\n').length} 行`
}

// A refused connection is an AggregateError without a message of its own.
function wordsOf(fault: unknown): string {
  if (fault instanceof AggregateError) return fault.errors.map(wordsOf).join('；')
  return fault instanceof Error ? fault.message : String(fault)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
