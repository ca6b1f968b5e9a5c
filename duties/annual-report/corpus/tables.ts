import type { ColumnType } from 'kysely'

/** Rows of the reports read: see migrations/0020-read-reports.sql. */
export interface ReadReportRow {
  organ_id: string
  read_id: string
  sha256: string
  name: string
  size: number
  kind: string
  refused: string | null
  organ_name: string
  year: number
  form: string
  blocks: number
  explains: number
  warns: number
  checks: string[]
  findings: ColumnType<unknown, string, string>
  result: ColumnType<unknown, string, string>
  source_text: string
  read_at: string
  read_by: string
}

export interface ReadCellRow {
  organ_id: string
  read_id: string
  cell: string
  value: number
}

declare module '#platform/database/schema.ts' {
  interface Database {
    read_report: ReadReportRow
    read_cell: ReadCellRow
  }
}
