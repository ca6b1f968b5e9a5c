import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { settingOf } from '#platform/organs/settings.ts'
import { defaultSettings, type RequestSettings } from './rules/settings.ts'
import { defaultClockSettings } from './rules/terms.ts'
import { countSuggestions } from './suggestions/counts.ts'

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

/** The names at the top level under which these settings differ from others. */
export const differing = (settings: RequestSettings, from: RequestSettings): string[] =>
  Object.entries(settings)
    .filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(new Map(Object.entries(from)).get(name)),
    )
    .map(([name]) => name)

/** Keeps the settings of an organ, in the transaction of whoever writes it down. */
export async function saveSettings(
  tx: Transaction<Database>,
  { organId, personId, settings }: { organId: string; personId: string; settings: RequestSettings },
): Promise<void> {
  const value = JSON.stringify(settings)
  await tx
    .insertInto('organ_setting')
    .values({ organ_id: organId, name: 'requests', value, changed_by: personId })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'name'])
        .doUpdateSet({ value, changed_by: personId, changed_at: sql`now()` }),
    )
    .execute()
  await countSuggestions(tx, organId)
}
