import type { ColumnType, Generated } from 'kysely'

/** Rows of the publication duty: see migrations/0001-ground.sql. Days are text, instants ISO strings. */
export interface ItemRow {
  organ_id: string
  item_id: string
  seq: number
  index_number: string
  kind: string
  catalogue_code: string
  title: string
  document_number: string
  summary: string
  /** Cleaned HTML: what the portal prints as it stands. */
  body: string
  formed_on: string
  published_at: string | null
  validity: string
  interprets: string | null
  status: string
  updated_at: string
}

/** What the desk reads of an item besides: see migrations/0030-publication-desk.sql. */
export interface DeskColumns {
  stage: Generated<string>
  attribute: Generated<string>
  open: Generated<boolean>
  waiting: Generated<string[]>
  /** rules/standing.ts: migrations/0047-standing.sql. */
  stands_at: Generated<string[]>
  due_on: Generated<string | null>
  provisional: Generated<boolean>
  calendar: Generated<string>
  drafted_by: Generated<string>
  worked_title: Generated<string>
  release_at: Generated<string | null>
  review_on: Generated<string | null>
  amended_at: Generated<string | null>
  withdrawn_at: Generated<string | null>
  note: Generated<string>
  version: Generated<number>
  public_files: Generated<string[] | null>
  /** Written as JSON text. */
  extra: ColumnType<Record<string, unknown>, string | undefined, string>
  touched_at: Generated<string>
  /** The entry of a standard catalogue: migrations/0033-standard-catalogues.sql. */
  entry: Generated<string>
  /** The register of normative documents: migrations/0045-kinds.sql. */
  register_number: Generated<string>
  expires_on: Generated<string | null>
  ended_on: Generated<string | null>
  cleaned_on: Generated<string | null>
  cleanup: Generated<string>
}

export interface ItemTable extends ItemRow, DeskColumns {}

export interface AutosaveRow {
  organ_id: string
  item_id: string
  person_id: string
  seen_seq: number
  /** Written as JSON text. */
  content: ColumnType<Record<string, unknown>, string, string>
  saved_at: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    item_row: ItemTable
    item_autosave: AutosaveRow
  }
}
