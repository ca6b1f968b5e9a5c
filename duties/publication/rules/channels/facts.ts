import type { Day } from '#time/day.ts'
import type { FileId, ItemId } from '../facts.ts'
import type { ChannelName, ListName } from './channels.ts'

/** An account, board, screen or reading point, as its register keeps it (国办发〔2018〕123号). */
export interface Place {
  readonly channel: ChannelName
  readonly name: string
  /** Of an account its number or link; of a place where it stands. */
  readonly address: string
  /** 主管单位 */
  readonly supervising: string
  /** 运维人员 */
  readonly keeper: string
  /** 更新频率, in words. */
  readonly frequency: string
}

/** That an item went out by a channel. */
export interface Sending {
  readonly itemId: ItemId
  /** The item as it was that day. */
  readonly title: string
  readonly kind: string
  readonly channel: ChannelName
  readonly placeId?: string
  /** The account or place in words. */
  readonly place: string
  readonly address: string
  readonly files: readonly FileId[]
}

/** A line of a list: 移送明细. */
export interface ListedItem {
  readonly itemId: ItemId
  /** The organ whose item it is, where that may be one below. */
  readonly organId?: string
  readonly indexNumber: string
  readonly title: string
  readonly documentNumber: string
  readonly kind: string
  readonly formedOn: Day
  readonly publishedOn: Day
}

export interface ListMade {
  readonly list: ListName
  readonly year: number
  readonly number: number
  readonly from: Day
  readonly until: Day
  /** To whom it goes; empty for a gazette. */
  readonly recipient: string
  readonly items: readonly ListedItem[]
}

/** Facts of the channels; each place, each sending, each list has a chain of its own. */
export type ChannelFact =
  | ({ type: 'placeKept' } & Place)
  /** It was updated with something that is no item of ours. */
  | { type: 'placeUpdated'; about: string }
  | { type: 'placeClosed'; reason: string }
  | ({ type: 'sent' } & Sending)
  | { type: 'sentStruck'; reason: string }
  /** An issue of the gazette may be written anew: the last counts. */
  | ({ type: 'listMade' } & ListMade)
  | { type: 'listReceived'; by: string }

/** A fact with its legal day, as the ledger keeps it. */
export interface RecordedChannel {
  readonly seq: number
  readonly happenedOn: Day
  readonly fact: ChannelFact
}
