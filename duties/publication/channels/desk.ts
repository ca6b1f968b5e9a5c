import { sql } from 'kysely'
import { indexSlug } from '#duties/publication/rules/index-number.ts'
import { caseIdFrom } from '#platform/ledger/case-id.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, plusDays } from '#time/day.ts'
import { itemAddress } from '../item-address.ts'
import { itemRowOf } from '../item-store.ts'
import { channelLabel } from '../rules/channels/channels.ts'
import { sendingBars } from '../rules/channels/decide.ts'
import type { ChannelFact } from '../rules/channels/facts.ts'
import { foldPlace, foldSending } from '../rules/channels/fold.ts'
import { type ChannelRefusal, refuse } from '../rules/channels/refusals.ts'
import { kindLabel } from '../rules/vocabulary.ts'
import { inspectionOf } from '../supervision/settings-store.ts'
import type {
  ChannelDone,
  PlaceAsk,
  PlaceShown,
  SendAsk,
  SentPage,
  SentQuery,
  SentShown,
} from './contract.ts'
import { channelFacts, recordChannel } from './store.ts'
import type { ChannelSentRow } from './tables.ts'

export type ChannelAnswer = ({ kind: 'done' } & ChannelDone) | ChannelRefusal

export interface Asker {
  organId: string
  personId: string
}

/** The id of what a form makes: the same form sent twice makes it once. */
export const channelIdOf = (organId: string, askId: string): string =>
  caseIdFrom(`channels ${organId} ${askId}`)

interface Step {
  id: string
  askId: string
  seenSeq: number
  fact: ChannelFact
  on: Day
}

/** Records one fact of the channels, or says that somebody was first. */
export async function record(
  platform: Platform,
  { organId, personId }: Asker,
  step: Step,
): Promise<ChannelAnswer> {
  const at = platform.now().toISOString()
  const { id, askId, seenSeq, fact, on: happenedOn } = step
  const whole = { organId, id, askId, seenSeq, fact, happenedOn, by: personId, at }
  const done = await platform.db.transaction().execute((tx) => recordChannel(tx, whole))
  return done ? { kind: 'done', id } : refuse('movedOn')
}

/** Enters a place in the register, or writes its entry anew (seenSeq above 0 and its id). */
export async function keepPlace(
  platform: Platform,
  asker: Asker,
  { askId, seenSeq, openedOn, ...place }: PlaceAsk,
  placeId = channelIdOf(asker.organId, askId),
): Promise<ChannelAnswer> {
  if (openedOn > platform.today()) return refuse('future', { field: 'openedOn', label: '开通日期' })
  if (seenSeq > 0 && !foldPlace(await channelFacts(platform.db, asker.organId, placeId)))
    return refuse('notFound')
  const fact = { type: 'placeKept', ...place } as const
  return record(platform, asker, { id: placeId, askId, seenSeq, fact, on: openedOn as Day })
}

/** Notes of a place that it was updated, or that it is closed. */
export async function notePlace(
  platform: Platform,
  asker: Asker,
  placeId: string,
  step: Omit<Step, 'id'>,
): Promise<ChannelAnswer> {
  const kept = foldPlace(await channelFacts(platform.db, asker.organId, placeId))
  if (!kept) return refuse('notFound')
  if (step.on > platform.today()) return refuse('future', { field: 'on', label: '更新日期' })
  if (kept.closedOn) return refuse('isClosed', { name: kept.name })
  return record(platform, asker, { ...step, id: placeId })
}

/** The register of an organ: accounts with the day by which an update is asked (国办发〔2018〕123号), then places. */
export async function places(platform: Platform, organId: string): Promise<PlaceShown[]> {
  const { accountDays, soonDays } = await inspectionOf(platform.db, organId)
  const today = platform.today()
  const rows = await platform.db
    .selectFrom('channel_place')
    .selectAll()
    .where('organ_id', '=', organId)
    .orderBy('is_account', 'desc')
    .orderBy('channel')
    .orderBy('name')
    .execute()
  return rows.map((row) => {
    const lastOn = [row.updated_on, row.used_on].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b))
    const by = row.is_account ? plusDays((lastOn ?? row.opened_on) as Day, accountDays) : null
    const due =
      by === null ? 'well' : by < today ? 'fails' : by <= plusDays(today, soonDays) ? 'soon' : 'well'
    const { place_id: placeId, seq, name, address, supervising, keeper, frequency } = row
    const channel = row.channel as PlaceShown['channel']
    return {
      ...{ placeId, seq, channel, name, address, supervising, keeper, frequency, lastOn, by },
      ...{ channelLabel: channelLabel(channel), isAccount: row.is_account, openedOn: row.opened_on },
      state: row.closed_on ? 'closed' : due,
    }
  })
}

async function placeOf(platform: Platform, organId: string, ask: SendAsk) {
  if (ask.placeId === undefined) return { name: ask.place.trim() }
  const kept = foldPlace(await channelFacts(platform.db, organId, ask.placeId))
  if (kept?.channel !== ask.channel) return refuse('notFound')
  return kept.closedOn ? refuse('isClosed', { name: kept.name }) : { name: kept.name }
}

async function filesAreOwn({ db }: Platform, organId: string, id: string, files: readonly string[]) {
  if (files.length === 0) return true
  const rows = await db
    .selectFrom('file')
    .select('file_id')
    .where('organ_id', '=', organId)
    .where('case_id', '=', id)
    .where('file_id', 'in', [...files])
    .execute()
  return rows.length === new Set(files).size
}

/** Records that a published item went out by a channel, with its account or place and what proves it. */
export async function send(platform: Platform, asker: Asker, ask: SendAsk): Promise<ChannelAnswer> {
  const { organId } = asker
  const item = await itemRowOf(platform.db, organId, ask.itemId)
  if (!item) return refuse('notFound')
  const place = await placeOf(platform, organId, ask)
  if ('kind' in place) return place
  const on = ask.on as Day
  const id = channelIdOf(organId, ask.askId)
  const formedOn = item.status === 'published' ? (item.formed_on as Day) : undefined
  const bars = sendingBars({ ...ask, place: place.name, on }, { formedOn, today: platform.today() })
  if (bars) return bars
  if (!(await filesAreOwn(platform, organId, id, ask.files))) return refuse('notFound')
  const { itemId, channel, placeId, address, files, askId } = ask
  const fact = {
    type: 'sent' as const,
    ...{ itemId, title: item.title, kind: item.kind, channel },
    ...(placeId === undefined ? {} : { placeId }),
    ...{ place: place.name, address: address.trim(), files },
  }
  return record(platform, asker, { id, askId, seenSeq: 0, fact, on })
}

/** Strikes a sending that was recorded by mistake; it stays to be read and counts no more. */
export async function strike(
  platform: Platform,
  asker: Asker,
  sentId: string,
  { askId, seenSeq, reason }: { askId: string; seenSeq: number; reason: string },
): Promise<ChannelAnswer> {
  const kept = foldSending(await channelFacts(platform.db, asker.organId, sentId))
  if (!kept) return refuse('notFound')
  if (kept.struckOn) return refuse('isStruck')
  const fact = { type: 'sentStruck', reason } as const
  return record(platform, asker, { id: sentId, askId, seenSeq, fact, on: platform.today() })
}

type SentWithItem = ChannelSentRow & {
  index_number: string | null
  names: { fileId: string; name: string }[]
}

const perPage = 50

/** What went out, newest first, a page at a time. */
export async function sendings(
  { db, today }: Platform,
  organId: string,
  { item, channel, month, after }: SentQuery,
): Promise<Omit<SentPage, 'mayRecord'>> {
  const organ = await organById(db, organId, today())
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const key = on && id ? sql`and (s.sent_on, s.sent_id) < (${on}::date, ${id}::uuid)` : sql``
  const { rows } = await sql<SentWithItem>`
    select s.*, i.index_number, coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'name', f.name))
      from file f where f.organ_id = s.organ_id and f.file_id = any(s.files)), '[]') as names
    from channel_sent s left join item_row i on i.organ_id = s.organ_id and i.item_id = s.item_id
    where s.organ_id = ${organId} ${item ? sql`and s.item_id = ${item}` : sql``}
      ${channel ? sql`and s.channel = ${channel}` : sql``}
      ${month ? sql`and s.sent_on >= ${`${month}-01`}::date and s.sent_on < ${`${month}-01`}::date + interval '1 month'` : sql``}
      ${key} order by s.sent_on desc, s.sent_id desc limit ${perPage + 1}`.execute(db)
  const shown = rows.slice(0, perPage)
  const last = shown.at(-1)
  const address = (row: SentWithItem) =>
    organ && row.index_number ? itemAddress(organ.code, indexSlug(row.index_number, organ.creditCode)) : ''
  return {
    rows: shown.map((row) => sentShown(row, address(row))),
    next: rows.length > perPage && last ? `${last.sent_on}~${last.sent_id}` : null,
  }
}

const sentShown = (row: SentWithItem, address: string): SentShown => ({
  sentId: row.sent_id,
  seq: row.seq,
  itemId: row.item_id,
  title: row.title,
  kindLabel: kindLabel(row.kind),
  itemAddress: address,
  channel: row.channel,
  channelLabel: channelLabel(row.channel),
  place: row.place,
  address: row.address,
  files: row.names,
  sentOn: row.sent_on,
  struckOn: row.struck_on,
  why: row.why,
})
