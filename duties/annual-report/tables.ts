import type { ColumnType, Generated } from 'kysely'

/** Rows of the annual report: see migrations/0001-ground.sql. */
export interface FigureEntryRow {
  organ_id: string
  year: number
  cell: string
  entry_id: string
  month: number
  /** In the unit the form prints: 件, or 万元 with four decimals. */
  amount: string
  source: string
  recorded_at: Generated<string>
  recorded_by: string
  withdrawn_at: string | null
}

export interface ReportRow {
  organ_id: string
  year: number
  case_id: string
  form: number
  status: string
  version: number
  report: ColumnType<unknown, string, string>
  hash: string
  published_at: string | null
  updated_at: Generated<string>
}

declare module '#platform/database/schema.ts' {
  interface Database {
    figure_entry: FigureEntryRow
    report_row: ReportRow
  }
}
