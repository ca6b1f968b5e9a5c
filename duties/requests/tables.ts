import type { ColumnType, Generated } from 'kysely'

/** Rows of the requests duty: see migrations/0001-ground.sql, 0010 to 0013. Days are text, instants ISO strings. */
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
  query_index: string | null
  received_on: string | null
  due_on: string | null
  provisional: boolean
  stopped_for: string | null
  calendar: string
  assignee: string | null
  replied_on: string | null
  outcome: string | null
  closed_on: string | null
  title_key: string
  answered_on: string | null
  answer_days: number | null
  completion_days: number | null
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

export interface RequestCountRow {
  organ_id: string
  year: number
  open: number
  received: number
  answered: number
  answer_days: number
  completed: number
  completion_days: number
  suggestions: Generated<number>
  suggestions_dealt: Generated<number>
}

/** See migrations/0050-request-things.sql. */
export interface RequestThingRow {
  organ_id: string
  title_key: string
  applicants: Generated<number>
  suggested: Generated<number>
  answer: string | null
}

export interface RequestThingFactRow {
  organ_id: string
  title_key: string
  seq: number
  type: string
  happened_on: string
  case_id: string | null
  body: ColumnType<unknown, string, never>
  recorded_at: string
  recorded_by: string
}

export interface AlertSentRow {
  organ_id: string
  case_id: string
  key: string
  sent_at: string
}

export interface CalendarFeedRow {
  person_id: string
  token_hash: string
  made_at: string
}

export interface RequestImportRow {
  organ_id: string
  import_id: string
  file_id: string
  name: string
  status: string
  mapping: ColumnType<unknown, string | null, string | null>
  columns: ColumnType<unknown, string, never>
  header_row: number
  rows: number
  done: number
  wrong: ColumnType<unknown, string, string>
  made_at: string
  made_by: string
  changed_at: string
}

/** See migrations/0024-request-wishes.sql. */
export interface RequestOfferRow {
  organ_id: string
  offer_id: string
  offered_on: string
  items: number
  answered: boolean | null
  item_id: string | null
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
    request_offer: RequestOfferRow
    due_move: DueMoveRow
    request_count: RequestCountRow
    request_thing: RequestThingRow
    request_thing_fact: RequestThingFactRow
    alert_sent: AlertSentRow
    calendar_feed: CalendarFeedRow
    request_import: RequestImportRow
  }
}
