import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

/** The organ whose portal this is: the government that nothing stands above; undefined before there is one. */
export async function portalOrganId(
  db: Kysely<Database> | Transaction<Database>,
): Promise<string | undefined> {
  const { rows } = await sql<{ organ_id: string }>`
    SELECT organ_id FROM organ o WHERE kind = 'government' AND NOT EXISTS (
      SELECT FROM organ_parent p WHERE p.organ_id = o.organ_id AND p.axis = 'region' AND p.until_on IS NULL)
    ORDER BY sort, code LIMIT 1`.execute(db)
  return rows[0]?.organ_id
}
