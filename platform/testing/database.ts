import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { type OpenDatabase, openDatabase } from '#platform/database/database.ts'
import { fingerprint, type Migration, migrate, migrationsIn } from '#platform/database/migrate.ts'
import { temporaryCluster } from './cluster.ts'
import type { Cleanup } from './endings.ts'

/** `db` and `pool` act as the program; `owner` as the owner of the tables, at `url`. */
export type TestDatabase = OpenDatabase & { url: string; owner: OpenDatabase }

/** What a database holds before a test begins. Under the test runner it is filled once and then copied. */
export interface TestGround {
  /** A word in small letters; two grounds have two names. */
  name: string
  fill(url: string): Promise<void>
}

/**
 * A migrated database of one's own, empty or with a ground, dropped when the test ends. On the server that the
 * test runner started, else on GONGKAI_DATABASE_URL, else on one of its own.
 */
export async function testDatabase(t: Cleanup, ground?: TestGround): Promise<TestDatabase> {
  const server = await serverUrl()
  const name = `gongkai_test_${randomUUID().replaceAll('-', '')}`
  // A server that outlives the run would keep a ground when the code that fills it has changed.
  const shared = process.env.GONGKAI_TEST_SERVER !== undefined
  const template = await prepareTemplate(server, shared ? ground : undefined)
  await ask(server, `create database ${name} template ${template}`)
  const url = inDatabase(server, name)
  if (ground && !shared) await ground.fill(url)
  const app = openDatabase(url, { connections: 5 })
  const owner = openDatabase(url, { role: 'owner', connections: 2 })
  t.after(async () => {
    await Promise.all([app.close(), owner.close()])
    await ask(server, `drop database if exists ${name} with (force)`)
  })
  return { ...app, url, owner }
}

/** Makes the migrated database that the others are copied from, once for each set of migrations and each ground. */
export async function prepareTemplate(server: string, ground?: TestGround): Promise<string> {
  const migrations = migrationsIn()
  const bare = templateName(migrations)
  const client = await connect(server)
  try {
    await makeOnce(client, bare, async (half) => {
      await client.query(`create database ${half}`)
      await migrate(inDatabase(server, half), migrations)
    })
    if (!ground) return bare
    const filled = `${bare}_${ground.name}`
    await makeOnce(client, filled, async (half) => {
      await client.query(`create database ${half} template ${bare}`)
      await ground.fill(inDatabase(server, half))
    })
    return filled
  } finally {
    await client.end()
  }
}

// Under a lock that goes with the client; who finds it made waits for nobody.
async function makeOnce(client: Client, name: string, make: (half: string) => Promise<void>): Promise<void> {
  if (await isMade(client, name)) return
  await client.query('select pg_advisory_lock(99000002)')
  if (await isMade(client, name)) return
  const half = `${name}_${process.pid}`
  await client.query(`drop database if exists ${half}`)
  await make(half)
  await client.query(`alter database ${half} rename to ${name}`)
}

const isMade = async (client: Client, name: string): Promise<boolean> =>
  (await client.query('select from pg_database where datname = $1', [name])).rowCount !== 0

const templateName = (migrations: Migration[]): string => `gongkai_template_${fingerprint(migrations)}`

/** Removes what prepareTemplate made from a server that stays. */
export async function dropTemplates(server: string): Promise<void> {
  const client = await connect(server)
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [templateName(migrationsIn())],
    )
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
export function inDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*)(\/[^?]*)?/, `$1/${name}`)
}

let own: Promise<string> | undefined

function serverUrl(): Promise<string> {
  const given = process.env.GONGKAI_TEST_SERVER || process.env.GONGKAI_DATABASE_URL
  own ??= given ? Promise.resolve(given) : temporaryCluster().then(({ url }) => url)
  return own
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function ask(url: string, statement: string): Promise<void> {
  const client = await connect(url)
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
