import type { ColumnType, Generated } from 'kysely'

/** Rows of the reports read: see migrations/0020-read-reports.sql and 0023-read-batches.sql. */
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
  file_id: string | null
  inner_name: Generated<string>
  reader: Generated<number>
  carries: Generated<string>
  carried: ColumnType<unknown, string | undefined, string>
}

export interface ReadBatchRow {
  organ_id: string
  batch_id: string
  begun_at: string
  begun_by: string
  cancelled_at: string | null
}

export interface ReadSourceRow {
  organ_id: string
  batch_id: string
  seq: number
  name: string
  address: string | null
  file_id: string | null
  files: Generated<number>
  done: Generated<number>
}

export interface ReadOutcomeRow {
  organ_id: string
  batch_id: string
  seq: number
  inner_seq: number
  outcome: ColumnType<unknown, string, string>
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
    read_batch: ReadBatchRow
    read_source: ReadSourceRow
    read_outcome: ReadOutcomeRow
  }
}
