import type { Generated } from 'kysely'

/** Rows of the supervision of publication: see migrations/0035-channels.sql. Days are text. */
export interface PublicationStandingRow {
  organ_id: string
  home_on: string | null
  news_on: string | null
  notice_on: string | null
  policy_on: string | null
  statistics_on: string | null
  heading_on: Generated<Record<string, string>>
  entries_late: Generated<number>
  broken: Generated<number>
  checked_at: string | null
  checked_item: string | null
}

export interface PublicationFindingRow {
  organ_id: string
  indicator: string
  subject: string
  item_id: string | null
  title: string
  address: string
  since: string | null
  found_at: string
}

export interface PublicationReminderRow {
  organ_id: string
  reminder_id: string
  seq: number
  from_id: string
  indicator: string
  about: string
  address: string
  words: string
  sent_on: string
  answer_by: string
  answered_on: string | null
  answer: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    publication_standing: PublicationStandingRow
    publication_finding: PublicationFindingRow
    publication_reminder: PublicationReminderRow
  }
}
