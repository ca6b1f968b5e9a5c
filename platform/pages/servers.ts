import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { App } from '#platform/http/app.ts'
import type { Platform } from '../platform.ts'
import { dropOutdated, keptFor } from './kept.ts'

type Db = Kysely<Database>

const statedEvery = 2000
/** Who has stated nothing for so long is gone. Without the database no server answers with a page, kept or not. */
const aliveFor = '30 seconds'

interface Server {
  id: string
  name: string
}

const databaseClock = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ at: string }>`SELECT clock_timestamp() AS at`.execute(db)
  return rows[0]?.at ?? ''
}

// The clock is read before the look: what was committed by then, the look sees.
async function state(platform: Platform, { id, name }: Server): Promise<void> {
  const { db } = platform
  const at = await databaseClock(db)
  await keptFor(platform).changes.look()
  dropOutdated(keptFor(platform), platform.today())
  await sql`INSERT INTO page_server (server_id, name, seen_at) VALUES (${id}, ${name}, ${at})
    ON CONFLICT (server_id) DO UPDATE SET seen_at = excluded.seen_at`.execute(db)
}

async function statesUntil(platform: Platform, server: Server, signal: AbortSignal): Promise<void> {
  await sql`DELETE FROM page_server WHERE seen_at < clock_timestamp() - interval '1 day'`
    .execute(platform.db)
    .catch(() => {})
  while (!signal.aborted) {
    // With the database away nothing is stated; it goes on when it is back.
    await state(platform, server).catch(() => {})
    await pause(statedEvery, undefined, { signal, ref: false }).catch(() => {})
  }
  await sql`DELETE FROM page_server WHERE server_id = ${server.id}`.execute(platform.db).catch(() => {})
}

/** While the server listens, it drops what no longer holds every two seconds, and states in the database that it has. */
export function stateWhatIsSeen(app: App, platform: Platform): void {
  const ended = new AbortController()
  let stating: Promise<void> | undefined
  app.addHook('onListen', async () => {
    const server = { id: randomUUID(), name: `${hostname()} ${process.pid}` }
    stating ??= statesUntil(platform, server, ended.signal)
  })
  app.addHook('onClose', async () => {
    ended.abort()
    await stating
  })
}

/** A server process, and whether it has stated that it keeps no page from before the call. */
export interface StatedBy {
  name: string
  stated: boolean
}

/**
 * Every server process that is alive, with what it stated of all that was committed before the call; waits for those
 * that have not yet, so many milliseconds at most.
 */
export async function statedByServers(db: Db, patience = 8000): Promise<StatedBy[]> {
  const since = await databaseClock(db)
  const until = performance.now() + patience
  for (;;) {
    const { rows } = await sql<StatedBy>`
      SELECT name, seen_at > ${since}::timestamptz AS stated FROM page_server
      WHERE seen_at > ${since}::timestamptz - ${aliveFor}::interval ORDER BY name`.execute(db)
    if (rows.every(({ stated }) => stated) || performance.now() > until) return rows
    await pause(200)
  }
}
