import type { ColumnType } from 'kysely'
import type { StandardEntry } from '../rules/standard/entry.ts'

/** Rows of the standard catalogues: see migrations/0033-standard-catalogues.sql. */
export interface StandardCatalogueRow {
  organ_id: string
  field: string
  version: number
  label: string
  title: string
  source: string
  entries: number
  made_at: string
  made_by: string
  published_at: string | null
  published_by: string | null
}

export interface StandardEntryRow {
  organ_id: string
  field: string
  version: number
  number: number
  position: number
  /** Written as JSON text. */
  body: ColumnType<StandardEntry, string, never>
}

declare module '#platform/database/schema.ts' {
  interface Database {
    standard_catalogue: StandardCatalogueRow
    standard_entry: StandardEntryRow
  }
}
