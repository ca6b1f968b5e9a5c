import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type InspectionSettings, usualInspection } from '../rules/supervision/settings.ts'

type Db = Kysely<Database> | Transaction<Database>

const settingName = 'publicationInspection'

/**
 * The numbers that an organ is inspected by: what it or the nearest organ above it has set, the state's for the rest.
 */
export async function inspectionOf(db: Db, organId: string): Promise<InspectionSettings> {
  const { rows } = await sql<{ value: Partial<InspectionSettings> }>`
    with up as (
      select ${organId}::uuid as organ_id, 0 as depth
      union all select organ_id, depth from organ_closure where descendant_id = ${organId} and depth > 0)
    select s.value from up join organ_setting s on s.organ_id = up.organ_id and s.name = ${settingName}
    order by up.depth, s.organ_id limit 1`.execute(db)
  return { ...usualInspection, ...rows[0]?.value }
}

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
