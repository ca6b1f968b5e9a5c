/** The row of a remedy that lists read: see migrations/0001-ground.sql. */
export interface RemedyRow {
  organ_id: string
  case_id: string
  kind: string
  request_id: string | null
  number: string
  seq: number
  status: string
  begun_on: string
  /** Code of rules/results.ts. */
  result: string | null
  concluded_on: string | null
  updated_at: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    remedy_row: RemedyRow
  }
}
