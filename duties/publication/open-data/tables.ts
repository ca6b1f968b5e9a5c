/** Files of open data: see migrations/0041-portal.sql. */
export interface OpenFileRow {
  organ_id: string
  name: string
  scope: string
  made_at: string
  rows: number
  bytes: number
  sha256: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    open_file: OpenFileRow
  }
}
