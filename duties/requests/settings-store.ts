import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { settingOf } from '#platform/organs/settings.ts'
import { defaultSettings, type RequestSettings } from './rules/settings.ts'
import { defaultClockSettings } from './rules/terms.ts'

/** The settings of an organ: what it has set, the stated default for the rest. */
export async function settingsOf(
  db: Kysely<Database> | Transaction<Database>,
  organId: string,
): Promise<RequestSettings> {
  const set = ((await settingOf(db, organId, 'requests')) ?? {}) as Partial<RequestSettings>
  return {
    ...defaultSettings,
    ...set,
    clock: { ...defaultClockSettings, ...set.clock },
    review: { ...defaultSettings.review, ...set.review },
  }
}
