import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { openPlatform, readConfig } from '#platform/open-platform.ts'
import type { Platform } from '#platform/platform.ts'
import { type TestDatabase, type TestGround, testDatabase } from './database.ts'
import type { Cleanup } from './endings.ts'

export interface TestPlatform {
  platform: Platform
  database: TestDatabase
  /** Sets the clock: an ISO instant. */
  at(instant: string): void
}

/**
 * A platform on a database and a data folder of its own, with a clock that stands where it is set; the database
 * empty, or with a ground.
 */
export async function testPlatform(t: Cleanup, instant: string, ground?: TestGround): Promise<TestPlatform> {
  const database = await testDatabase(t, ground)
  return { database, ...platformOn(t, database.db, instant) }
}

/** A platform on a database that stands, with a data folder of its own and a clock as in `testPlatform`. */
export function platformOn(
  t: Cleanup,
  db: Kysely<Database>,
  instant: string,
): Pick<TestPlatform, 'platform' | 'at'> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-platform-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  // One key for all tests: what was sealed in a ground opens in its copies.
  writeFileSync(join(folder, 'key'), '99'.repeat(32), { mode: 0o600 })
  let now = new Date(instant)
  const config = { ...readConfig({}), port: 0, publicAddress: 'http://127.0.0.1:0', dataFolder: folder }
  const at = (next: string): void => {
    now = new Date(next)
  }
  return { platform: openPlatform(db, config, () => now), at }
}
