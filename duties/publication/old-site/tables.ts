import type { ColumnType } from 'kysely'

/** Written as JSON text. */
type Json = ColumnType<unknown, string | null, string | null>

/** Rows of an old site on its way in: see migrations/0042-old-site.sql. */
export interface OldSiteRow {
  organ_id: string
  site_id: string
  name: string
  kind: string
  status: string
  list_file: string
  files: string
  choices: Json
  mapping: Json
  options: Json
  trouble: string
  made_at: string
  made_by: string
  changed_at: string
}

export interface OldPageRow {
  organ_id: string
  site_id: string
  n: number
  place: string
  record: Json
  stage: number
  outcome: string
  reasons: Json
  title: string
  published_on: string | null
  address: string
  address_key: string | null
  title_key: string | null
  text_hash: string | null
  prepared: Json
  twin: number | null
  item_id: string | null
}

export interface OldAddressRow {
  organ_id: string
  address_key: string
  host: string
  address: string
  item_id: string
  file_id: string | null
  site_id: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    old_site: OldSiteRow
    old_page: OldPageRow
    old_address: OldAddressRow
    old_text: { organ_id: string; text_hash: string; item_id: string }
  }
}
