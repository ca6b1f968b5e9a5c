import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { prepareInserts } from './prepared.ts'
import type { Database } from './schema.ts'
import { columnTypes } from './types.ts'

export type OpenDatabase = {
  db: Kysely<Database>
  pool: Pool
  close(): Promise<void>
}

/** As whom: the program (it may not change facts), or the owner of the tables (migrations). */
export type DatabaseRole = 'gongkai_app' | 'owner'

/** Milliseconds for a connection: a database that does not answer at all is away, and is said to be. */
const longestWait = 15_000

/**
 * Opens the database for the program, or for its owner. A `date` comes as text '2026-11-21', a
 * `timestamptz` as ISO text in UTC, a `bigint` as a number (a fault beyond 2^53), `numeric` as text.
 */
export function openDatabase(
  url: string,
  { role = 'gongkai_app', connections = 10 }: { role?: DatabaseRole; connections?: number } = {},
): OpenDatabase {
  const asRole = role === 'owner' ? '' : ` -c role=${role}`
  const { address, options } = apart(url)
  const pool = new Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: longestWait,
    keepAlive: true,
    options: `${options} -c timezone=UTC${asRole}`,
    types: columnTypes,
  })
  // A connection that breaks is replaced at the next query; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    prepareInserts(client)
  })
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

// Options inside the address would win over ours, and the role with them.
function apart(url: string): { address: string; options: string } {
  const [, given = ''] = /[?&]options=([^&]*)/.exec(url) ?? []
  return {
    address: url.replace(/([?&])options=[^&]*&?/, '$1'),
    options: decodeURIComponent(given.replaceAll('+', ' ')),
  }
}
