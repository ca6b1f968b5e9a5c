import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, dayInShanghai, yearOf } from '#time/day.ts'
import { type ListName, lists } from '../rules/channels/channels.ts'
import { listBars } from '../rules/channels/decide.ts'
import type { ListedItem } from '../rules/channels/facts.ts'
import { foldList } from '../rules/channels/fold.ts'
import { refuse } from '../rules/channels/refusals.ts'
import type { ListAsk, ListShown, Lists } from './contract.ts'
import { type Asker, type ChannelAnswer, channelIdOf, record } from './desk.ts'
import { channelFacts, recordChannel } from './store.ts'
import type { ChannelListRow } from './tables.ts'

/** More than one list can be read or signed for. */
const most = 5000

/** A published item as a list or an issue names it. */
export interface ItemLine {
  item_id: string
  index_number: string
  title: string
  document_number: string
  kind: string
  formed_on: string
  published_at: string
}

async function published(tx: Transaction<Database>, organId: string, { from, until }: ListAsk) {
  const { rows } = await sql<ItemLine>`
    select item_id, index_number, title, document_number, kind, formed_on, published_at from item_row
    where organ_id = ${organId} and status = 'published'
      and published_at >= ${from}::timestamp at time zone 'Asia/Shanghai'
      and published_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    order by published_at, item_id limit ${most + 1}`.execute(tx)
  return rows.map(
    (row): ListedItem => ({
      itemId: row.item_id,
      indexNumber: row.index_number,
      title: row.title,
      documentNumber: row.document_number,
      kind: row.kind,
      formedOn: row.formed_on as Day,
      publishedOn: dayInShanghai(row.published_at),
    }),
  )
}

async function nextNumber(tx: Transaction<Database>, organId: string, list: ListName, year: number) {
  const row = await tx
    .insertInto('number_series')
    .values({ organ_id: organId, series: `channels:${list}`, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organ_id', 'series', 'year'])
        .doUpdateSet({ last: sql<number>`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** Makes a numbered list of what was published in a period, for archive and library (第二十五条). */
export async function makeList(platform: Platform, asker: Asker, ask: ListAsk): Promise<ChannelAnswer> {
  const { organId, personId } = asker
  const [from, until, today] = [ask.from as Day, ask.until as Day, platform.today()]
  const bars = listBars({ ...ask, from, until }, today)
  if (bars) return bars
  const id = channelIdOf(organId, ask.askId)
  if ((await channelFacts(platform.db, organId, id)).length > 0) return { kind: 'done', id }
  return platform.db.transaction().execute(async (tx): Promise<ChannelAnswer> => {
    const items = await published(tx, organId, ask)
    if (items.length === 0) return refuse('nothingIn')
    if (items.length > most) return refuse('tooManyIn', { most: String(most) })
    const { list, recipient } = ask
    const year = yearOf(today)
    const number = await nextNumber(tx, organId, list, year)
    const fact = { type: 'listMade' as const, ...{ list, year, number, from, until, recipient, items } }
    const at = platform.now().toISOString()
    const step = { askId: ask.askId, seenSeq: 0, fact, happenedOn: today, by: personId, at }
    if (!(await recordChannel(tx, { organId, id, ...step }))) throw new Error('a list of that form stands')
    return { kind: 'done', id }
  })
}

/** Records who signed for a list, and when. */
export async function receiveList(
  platform: Platform,
  asker: Asker,
  listId: string,
  { askId, seenSeq, by, on }: { askId: string; seenSeq: number; by: string; on: string },
): Promise<ChannelAnswer> {
  const kept = foldList(await channelFacts(platform.db, asker.organId, listId))
  if (kept?.body.list !== 'transfer') return refuse('notFound')
  if (kept.receivedOn) return refuse('isReceived')
  if (on > platform.today()) return refuse('future', { field: 'on', label: '签收日期' })
  const fact = { type: 'listReceived', by } as const
  return record(platform, asker, { id: listId, askId, seenSeq, fact, on: on as Day })
}

type ListRow = Selectable<ChannelListRow>

/** The number of a list in words: 移送〔2026〕3号, 2026年第3期. */
export const numberLabel = ({ list, year, number }: Pick<ListRow, 'list' | 'year' | 'number'>): string =>
  lists[list as ListName].number(year, number)

const perPage = 50

/** The lists of an organ for archive and library, newest first, a page at a time. */
export async function listsOf(
  { db }: Platform,
  organId: string,
  after?: string,
): Promise<Omit<Lists, 'mayMake'>> {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const key = on && id ? sql`and (made_on, list_id) < (${on}::date, ${id}::uuid)` : sql``
  const { rows } = await sql<Omit<ListRow, 'items'> & { count: number }>`
    select organ_id, list_id, seq, list, year, number, from_on, until_on, recipient, made_on, received_on, received_by,
      jsonb_array_length(items) as count
    from channel_list where organ_id = ${organId} and list = 'transfer' ${key}
    order by made_on desc, list_id desc limit ${perPage + 1}`.execute(db)
  const shown = rows.slice(0, perPage)
  const last = shown.at(-1)
  return {
    rows: shown.map(
      (row): ListShown => ({
        listId: row.list_id,
        seq: row.seq,
        list: row.list as ListName,
        label: lists[row.list as ListName].label,
        numberLabel: numberLabel(row),
        ...{ from: row.from_on, until: row.until_on, recipient: row.recipient, items: row.count },
        ...{ madeOn: row.made_on, receivedOn: row.received_on, receivedBy: row.received_by },
      }),
    ),
    next: rows.length > perPage && last ? `${last.made_on}~${last.list_id}` : null,
  }
}

/** A list whole; undefined where that organ has no such list. */
export const listOf = ({ db }: Platform, organId: string, listId: string): Promise<ListRow | undefined> =>
  db
    .selectFrom('channel_list')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('list_id', '=', listId)
    .executeTakeFirst()
