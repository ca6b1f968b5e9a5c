import { type Insertable, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

const most = 1000

/** Writes many rows at once, a thousand in a statement; all rows have the columns of the first. */
export async function insertMany<T extends keyof Database & string>(
  tx: Transaction<Database>,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  for (let i = 0; i < rows.length; i += most) {
    const part = JSON.stringify(rows.slice(i, i + most), asJson)
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${part}::json)`.execute(tx)
  }
}

// Bytes as PostgreSQL reads them from text. A Buffer has by then become what its toJSON says.
const asJson = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? `\\x${Buffer.from(value.data as number[]).toString('hex')}`
    : value
