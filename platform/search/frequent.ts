import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

/** Lexemes that so large a part of the documents hold that they hardly narrow a search, and cost it most. */
export type Frequent = ReadonlySet<string>

const share = 0.2

/** The frequent lexemes of a search table, by what the database last counted; empty before it has. */
export async function frequentLexemes(db: Kysely<Database>, table: string): Promise<Frequent> {
  const { rows } = await sql<{ lexeme: string }>`
    SELECT lexeme FROM pg_stats,
      unnest(most_common_elems::text::text[], most_common_elem_freqs) AS known (lexeme, share)
    WHERE schemaname = current_schema() AND tablename = ${table} AND attname = 'tsv'
      AND lexeme IS NOT NULL AND share >= ${sql.lit(share)}`.execute(db)
  return new Set(rows.map(({ lexeme }) => lexeme))
}
