/**
 * The tables that Kysely knows. Each duty adds its own from its `tables.ts`:
 *   declare module '#platform/database/schema.ts' { interface Database { request_row: RequestRow } }
 */
export interface Database {
  schema_migration: SchemaMigration
}

type SchemaMigration = { number: number; name: string; sha256: string; applied_at: string }
