import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPlatform, readConfig } from '#platform/open-platform.ts'
import type { Platform } from '#platform/platform.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export interface TestPlatform {
  platform: Platform
  database: TestDatabase
  /** Sets the clock: an ISO instant. */
  at(instant: string): void
}

/** A platform on a database and a data folder of its own, with a clock that stands where it is set. */
export async function testPlatform(
  t: { after(work: () => Promise<void> | void): void },
  instant: string,
  port = 0,
): Promise<TestPlatform> {
  const database = await testDatabase(t)
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-platform-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  let now = new Date(instant)
  const config = { ...readConfig({}), port, publicAddress: `http://127.0.0.1:${port}`, dataFolder: folder }
  return {
    platform: openPlatform(database.db, config, () => now),
    database,
    at: (next) => {
      now = new Date(next)
    },
  }
}
