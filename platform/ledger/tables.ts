/** One fact as it rests: see migrations/0001-ground.sql. */
export interface FactRow {
  organ_id: string
  duty: string
  case_id: string
  seq: number
  type: string
  happened_on: string
  recorded_at: string
  recorded_by: string
  ask_id: string
  body: unknown
  hash_before: string
  hash: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    fact: FactRow
  }
}
