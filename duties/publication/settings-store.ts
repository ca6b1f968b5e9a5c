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

/** What an organ has set of its gate, the stated default for the rest. */
export async function keptGateSettings(db: Db, organId: string): Promise<GateSettings> {
  const set = ((await settingOf(db, organId, gateSettingName)) ?? {}) as Partial<GateSettings>
  return { ...defaultGateSettings, ...set }
}

/** The settings of an organ's gate. The names that the organ bears and bore may stand as authors of its documents. */
export async function gateSettingsOf(db: Db, organId: string): Promise<GateSettings> {
  const settings = await keptGateSettings(db, organId)
  const names = await db
    .selectFrom('organ_name')
    .select(['name', 'short_name'])
    .where('organ_id', '=', organId)
    .execute()
  const own = names.flatMap(({ name, short_name }) => [name, short_name])
  return { ...settings, allowedAuthors: [...new Set([...settings.allowedAuthors, ...own])] }
}

interface ToSave<Settings> {
  organId: string
  personId: string
  settings: Settings
}

async function save(
  tx: Transaction<Database>,
  name: string,
  { organId, personId, settings }: ToSave<object>,
) {
  const value = JSON.stringify(settings)
  await tx
    .insertInto('organ_setting')
    .values({ organ_id: organId, name, value, changed_by: personId })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'name'])
        .doUpdateSet({ value, changed_by: personId, changed_at: sql`now()` }),
    )
    .execute()
}

/** Keeps the settings of an organ, in the transaction of whoever writes it down. */
export const saveSettings = (tx: Transaction<Database>, whole: ToSave<PublicationSettings>): Promise<void> =>
  save(tx, settingName, whole)

/** Keeps the settings of an organ's gate, in the transaction of whoever writes it down. */
export const saveGateSettings = (tx: Transaction<Database>, whole: ToSave<GateSettings>): Promise<void> =>
  save(tx, gateSettingName, whole)
