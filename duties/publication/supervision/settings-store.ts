import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type InspectionSettings, usualInspection } from '../rules/supervision/settings.ts'

type Db = Kysely<Database> | Transaction<Database>

const settingName = 'publicationInspection'

/** Numbers that were set, and by which organ. */
export interface SetInspection {
  readonly organId: string
  readonly settings: InspectionSettings
}

/** What an organ or the nearest organ above it has set; undefined where none has. `from` 1: only those above it. */
export async function inspectionSet(db: Db, organId: string, from = 0): Promise<SetInspection | undefined> {
  const { rows } = await sql<{ organ_id: string; value: Partial<InspectionSettings> }>`
    with up as (
      select ${organId}::uuid as organ_id, 0 as depth
      union all select organ_id, depth from organ_closure where descendant_id = ${organId} and depth > 0)
    select s.organ_id, s.value from up
    join organ_setting s on s.organ_id = up.organ_id and s.name = ${settingName}
    where up.depth >= ${from}
    order by up.depth, s.organ_id limit 1`.execute(db)
  const [row] = rows
  return row && { organId: row.organ_id, settings: { ...usualInspection, ...row.value } }
}

/**
 * The numbers that an organ is inspected by: what it or the nearest organ above it has set, the state's for the rest.
 */
export const inspectionOf = async (db: Db, organId: string): Promise<InspectionSettings> =>
  (await inspectionSet(db, organId))?.settings ?? usualInspection

/** Keeps the numbers for an organ and those below it, in the transaction of whoever writes it down. */
export async function saveInspection(
  tx: Transaction<Database>,
  { organId, personId, settings }: { organId: string; personId: string; settings: InspectionSettings },
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
