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

declare module '#platform/database/schema.ts' {
  interface Database {
    item_row: ItemRow
  }
}
