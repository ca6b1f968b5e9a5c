import type { Generated, Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

/** One setting of one organ, by the name of whoever reads it. */
export interface OrganSettingRow {
  organ_id: string
  name: string
  value: unknown
  changed_at: Generated<string>
  changed_by: string | null
}

declare module '#platform/database/schema.ts' {
  interface Database {
    organ_setting: OrganSettingRow
  }
}

/** What an organ has set under that name; undefined where it has set nothing. */
export async function settingOf(
  db: Kysely<Database> | Transaction<Database>,
  organId: string,
  name: string,
): Promise<unknown> {
  const row = await db
    .selectFrom('organ_setting')
    .select('value')
    .where('organ_id', '=', organId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}
