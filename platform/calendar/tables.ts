import type { ColumnType } from 'kysely'
import type { CalendarNotice } from './contract.ts'

/** Notices entered at the desk: see migrations/0001-ground.sql. */
export interface CalendarNoticeRow {
  organ_id: string
  notice_id: string
  year: number
  body: ColumnType<CalendarNotice, string, string>
  entered_at: ColumnType<string, string | Date | undefined, never>
  entered_by: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    calendar_notice: CalendarNoticeRow
  }
}
