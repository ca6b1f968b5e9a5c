import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { settingOf } from '#platform/organs/settings.ts'
import { defaultGateSettings, type GateSettings } from './gate/settings.ts'
import { defaultSettings, type PublicationSettings } from './rules/settings.ts'

type Db = Kysely<Database> | Transaction<Database>

const settingName = 'publication'
const gateSettingName = 'gate'

/** The settings of an organ's publication: what it has set, the stated default for the rest. */
export async function settingsOf(db: Db, organId: string): Promise<PublicationSettings> {
  const set = ((await settingOf(db, organId, settingName)) ?? {}) as Partial<PublicationSettings>
  return { ...defaultSettings, ...set }
}

/** The settings of an organ's gate. The names that the organ bears and bore may stand as authors of its documents. */
export async function gateSettingsOf(db: Db, organId: string): Promise<GateSettings> {
  const set = ((await settingOf(db, organId, gateSettingName)) ?? {}) as Partial<GateSettings>
  const names = await db
    .selectFrom('organ_name')
    .select(['name', 'short_name'])
    .where('organ_id', '=', organId)
    .execute()
  const own = names.flatMap(({ name, short_name }) => [name, short_name])
  const settings = { ...defaultGateSettings, ...set }
  return { ...settings, allowedAuthors: [...new Set([...settings.allowedAuthors, ...own])] }
}

/** Keeps the settings of an organ, in the transaction of whoever writes it down. */
export async function saveSettings(
  tx: Transaction<Database>,
  { organId, personId, settings }: { organId: string; personId: string; settings: PublicationSettings },
): Promise<void> {
  const value = JSON.stringify(settings)
  await tx
    .insertInto('organ_setting')
    .values({ organ_id: organId, name: settingName, value, changed_by: personId })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'name'])
        .doUpdateSet({ value, changed_by: personId, changed_at: sql`now()` }),
    )
    .execute()
}
