/** Rows of the requests duty: see migrations/0001-ground.sql. Days are text, instants ISO strings. */
export interface RequestRow {
  organ_id: string
  case_id: string
  number: string
  kind: string
  seq: number
  status: string
  title: string
  channel: string
  category: string
  applicant_index: string
  received_on: string | null
  due_on: string | null
  provisional: boolean
  stopped_for: string | null
  calendar: string
  assignee: string | null
  replied_on: string | null
  outcome: string | null
  closed_on: string | null
  updated_at: string
}

export interface DueMoveRow {
  organ_id: string
  case_id: string
  moved_at: string
  from_on: string | null
  to_on: string | null
  seen_at: string | null
  seen_by: string | null
}

export interface NumberSeriesRow {
  organ_id: string
  series: string
  year: number
  last: number
}

declare module '#platform/database/schema.ts' {
  interface Database {
    request_row: RequestRow
    number_series: NumberSeriesRow
    due_move: DueMoveRow
  }
}
