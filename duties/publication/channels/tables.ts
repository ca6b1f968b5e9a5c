import type { ColumnType, Generated } from 'kysely'
import type { ListedItem } from '../rules/channels/facts.ts'

/** Rows of the channels: see migrations/0035-channels.sql. Days are text. */
export interface ChannelPlaceRow {
  organ_id: string
  place_id: string
  seq: number
  channel: string
  name: string
  address: string
  supervising: string
  keeper: string
  frequency: string
  is_account: boolean
  opened_on: string
  updated_on: string | null
  /** Kept by a trigger: the last item that went out by it. */
  used_on: Generated<string | null>
  closed_on: string | null
}

export interface ChannelSentRow {
  organ_id: string
  sent_id: string
  seq: number
  item_id: string
  kind: string
  title: string
  channel: string
  place_id: string | null
  place: string
  address: string
  files: string[]
  sent_on: string
  struck_on: string | null
  why: string
}

export interface ChannelListRow {
  organ_id: string
  list_id: string
  seq: number
  list: string
  year: number
  number: number
  from_on: string
  until_on: string
  recipient: string
  /** Written as JSON text. */
  items: ColumnType<ListedItem[], string, string>
  made_on: string
  received_on: string | null
  received_by: string
}

/** How much went out, by month, channel and kind; kept by triggers. */
export interface PublicationCountRow {
  organ_id: string
  month: string
  channel: string
  kind: string
  items: number
  late: number
}

declare module '#platform/database/schema.ts' {
  interface Database {
    channel_place: ChannelPlaceRow
    channel_sent: ChannelSentRow
    channel_list: ChannelListRow
    publication_count: PublicationCountRow
  }
}
