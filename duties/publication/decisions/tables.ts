/** The row of a major decision that lists read: see migrations/0044-decisions.sql. Days are text. */
export interface DecisionRow {
  organ_id: string
  decision_id: string
  seq: number
  title: string
  drafter: string
  listed_on: string
  opinions_from: string | null
  opinions_until: string | null
  published_on: string | null
  ended_on: string | null
  updated_at: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    decision_row: DecisionRow
  }
}
