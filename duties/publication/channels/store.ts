import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { append, read } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Day } from '#time/day.ts'
import { channels } from '../rules/channels/channels.ts'
import type { ChannelFact, RecordedChannel } from '../rules/channels/facts.ts'
import { foldList, foldPlace, foldSending } from '../rules/channels/fold.ts'
import type { ChannelListRow, ChannelPlaceRow, ChannelSentRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The name of the channels in the ledger. */
export const duty = 'channels'

const recordedOf = (row: FactRow): RecordedChannel => ({
  seq: row.seq,
  happenedOn: row.happened_on as Day,
  fact: { type: row.type, ...(row.body as object) } as ChannelFact,
})

/** The facts of one place, sending or list of an organ; none where that organ has no such thing. */
export const channelFacts = async (db: Db, organId: string, id: string): Promise<RecordedChannel[]> =>
  (await read(db, organId, id)).filter((row) => row.duty === duty).map(recordedOf)

interface Keyed {
  organId: string
  id: string
}

function placeRow({ organId, id }: Keyed, facts: readonly RecordedChannel[]) {
  const kept = foldPlace(facts)
  if (!kept) return undefined
  const { seq, channel, name, address, supervising, keeper, frequency, openedOn, updatedOn, closedOn } = kept
  return {
    ...{ organ_id: organId, place_id: id, seq, channel, name, address, supervising, keeper, frequency },
    is_account: channels[channel].keeps === 'account',
    ...{ opened_on: openedOn, updated_on: updatedOn, closed_on: closedOn },
  } satisfies Insertable<ChannelPlaceRow>
}

function sentRow({ organId, id }: Keyed, facts: readonly RecordedChannel[]) {
  const kept = foldSending(facts)
  if (!kept) return undefined
  const { itemId, kind, title, channel, placeId, place, address, files } = kept.body
  return {
    ...{ organ_id: organId, sent_id: id, seq: kept.seq, item_id: itemId, kind, title, channel },
    ...{ place_id: placeId ?? null, place, address, files: [...files] },
    ...{ sent_on: kept.on, struck_on: kept.struckOn, why: kept.why },
  } satisfies Insertable<ChannelSentRow>
}

function listRow({ organId, id }: Keyed, facts: readonly RecordedChannel[]) {
  const kept = foldList(facts)
  if (!kept) return undefined
  const { list, year, number, from, until, recipient, items } = kept.body
  return {
    ...{ organ_id: organId, list_id: id, seq: kept.seq, list, year, number, recipient },
    ...{ from_on: from, until_on: until, items: JSON.stringify(items), made_on: kept.on },
    ...{ received_on: kept.receivedOn, received_by: kept.by },
  } satisfies Insertable<ChannelListRow>
}

/** Writes the row that these facts leave, in the transaction that recorded them. */
async function saveRow(tx: Db, key: Keyed, facts: readonly RecordedChannel[]): Promise<void> {
  const place = placeRow(key, facts)
  if (place) {
    const at = ['organ_id', 'place_id'] as const
    await tx
      .insertInto('channel_place')
      .values(place)
      .onConflict((on) => on.columns([...at]).doUpdateSet(place))
      .execute()
  }
  const sent = sentRow(key, facts)
  if (sent) {
    const at = ['organ_id', 'sent_id'] as const
    await tx
      .insertInto('channel_sent')
      .values(sent)
      .onConflict((on) => on.columns([...at]).doUpdateSet(sent))
      .execute()
  }
  const list = listRow(key, facts)
  if (list) {
    const at = ['organ_id', 'list_id'] as const
    await tx
      .insertInto('channel_list')
      .values(list)
      .onConflict((on) => on.columns([...at]).doUpdateSet(list))
      .execute()
  }
}

export interface ToRecord extends Keyed {
  askId: string
  seenSeq: number
  fact: ChannelFact
  happenedOn: Day
  by: string
  /** ISO instant */
  at: string
}

/** Records a fact and its row, in the caller's transaction; false where somebody was first. */
export async function recordChannel(tx: Transaction<Database>, whole: ToRecord): Promise<boolean> {
  const { organId, id, askId, seenSeq, happenedOn, by, at } = whole
  const { type, ...body } = whole.fact
  const step = { organId, duty, caseId: id, seenSeq, askId, recordedBy: by, recordedAt: at }
  const appended = await append(tx, { ...step, facts: [{ type, happenedOn, body }] })
  if (appended.kind === 'movedOn') return false
  if (appended.kind === 'recorded') await saveRow(tx, whole, await channelFacts(tx, organId, id))
  return true
}

/** Writes the rows of the channels again from the facts alone; gives how many. The counts follow by themselves. */
export async function rebuildChannels(db: Kysely<Database>): Promise<number> {
  // The register first: a sending looks for the place it used.
  const found = await db
    .selectFrom('fact')
    .select(['organ_id', 'case_id', 'type'])
    .where('duty', '=', duty)
    .where('seq', '=', 1)
    .orderBy('type')
    .execute()
  const places = found.filter(({ type }) => type === 'placeKept')
  const others = found.filter(({ type }) => type !== 'placeKept')
  for (const { organ_id: organId, case_id: id } of [...places, ...others])
    await saveRow(db, { organId, id }, await channelFacts(db, organId, id))
  return found.length
}
