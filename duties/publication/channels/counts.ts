import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { type ListColumn, type ListFormat, listFile } from '#platform/documents/list-file.ts'
import { organById, organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { dayInShanghai } from '#time/day.ts'
import { itemAddress } from '../item-address.ts'
import { channelLabel } from '../rules/channels/channels.ts'
import { indexSlug } from '../rules/index-number.ts'
import { kindLabel } from '../rules/vocabulary.ts'
import type {
  CountedItems,
  CountedOrgans,
  CountedOrgansQuery,
  CountedQuery,
  CountScope,
  PublicationCounts,
} from './contract.ts'

type CountRow = PublicationCounts['rows'][number]

const months = Array.from({ length: 12 }, (_, at) => at)

interface Counted {
  channel: string
  kind: string
  by_month: Record<string, number>
  items: number
  late: number
}

// Every organ stands at the head of itself: of depth 0.
const within = (organId: string, scope: CountScope) =>
  scope === 'own'
    ? sql`organ_id = ${organId}`
    : sql`organ_id in (select descendant_id from organ_closure where organ_id = ${organId} and axis = ${scope})`

/**
 * How much went out in a year, of the organ or of it and all below it: by channel and kind, month by month. Reads the
 * counts, never the items.
 */
export async function countsOf(
  { db, today }: Platform,
  organId: string,
  year = Number(today().slice(0, 4)),
  scope: CountScope = 'own',
): Promise<PublicationCounts> {
  const { rows } = await sql<Counted>`
    select channel, kind, jsonb_object_agg(extract(month from month)::int - 1, items) as by_month,
      sum(items)::int as items, sum(late)::int as late
    from (select channel, kind, month, sum(items)::int as items, sum(late)::int as late from publication_count
      where ${within(organId, scope)} and items > 0
        and month >= make_date(${year}, 1, 1) and month < make_date(${year + 1}, 1, 1)
      group by channel, kind, month) of_month
    group by channel, kind order by channel <> 'site', channel, sum(items) desc, kind`.execute(db)
  const { rows: years } = await sql<{ year: number }>`
    select distinct extract(year from month)::int as year from publication_count
    where ${within(organId, scope)} and items > 0 order by 1 desc`.execute(db)
  const counted = rows.map((row) => ({
    channel: row.channel,
    channelLabel: channelLabel(row.channel),
    kind: row.kind,
    kindLabel: kindLabel(row.kind),
    months: months.map((month) => row.by_month[month] ?? 0),
    items: row.items,
    late: row.late,
  }))
  return {
    year,
    years: [...new Set([year, ...years.map((row) => row.year)])].toSorted((a, b) => b - a),
    months: months.map((month) => counted.reduce((sum, row) => sum + (row.months[month] ?? 0), 0)),
    rows: counted,
  }
}

/** How much went out by one channel as one kind. */
export interface ChannelCount {
  readonly channel: string
  readonly kind: string
  readonly items: number
}

/** What organs together made public in a year by channel and kind: only what still stands. */
export async function yearCounts(
  { db }: Pick<Platform, 'db'>,
  organIds: readonly string[],
  year: number,
): Promise<ChannelCount[]> {
  const { rows } = await sql<ChannelCount>`
    select channel, kind, sum(items)::int as items from publication_count
    where organ_id = any(${[...organIds]}::uuid[])
      and month >= make_date(${year}, 1, 1) and month < make_date(${year + 1}, 1, 1)
    group by channel, kind having sum(items) > 0
    order by channel <> 'site', channel, sum(items) desc, kind`.execute(db)
  return rows
}

const columns: readonly ListColumn<CountRow>[] = [
  { heading: '渠道', width: 16, of: (row) => row.channelLabel },
  { heading: '体裁', width: 16, of: (row) => row.kindLabel },
  ...months.map((month) => ({
    heading: `${month + 1}月`,
    width: 8,
    of: (row: CountRow) => row.months[month] ?? 0,
  })),
  { heading: '合计', width: 10, of: (row) => row.items },
  { heading: '超期公开', width: 10, of: (row) => row.late },
]

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}

/** The same as a file. */
export const countsFile = ({ year, rows }: PublicationCounts, format: ListFormat): Readable =>
  listFile(format, `${year}年公开数量`, { columns, rows: each(rows) })

const perPage = 50

interface Line {
  id: string
  at: string
  title: string
  place: string
  address: string
  index_number: string | null
}

const keyOf = (after: string | undefined) => /^(.{10,40})~([0-9a-f-]{36})$/.exec(after ?? '')?.slice(1) ?? []

const sitePage = (organId: string, { kind, month, after }: CountedQuery) => {
  const [at, id] = keyOf(after)
  return sql<Line>`
    select item_id as id, published_at as at, title, '' as place, '' as address, index_number from item_row
    where organ_id = ${organId} and status = 'published' ${kind ? sql`and kind = ${kind}` : sql``}
      and published_at >= ${`${month}-01`}::timestamp at time zone 'Asia/Shanghai'
      and published_at < (${`${month}-01`}::timestamp + interval '1 month') at time zone 'Asia/Shanghai'
      ${at && id ? sql`and (published_at, item_id) < (${at}::timestamptz, ${id}::uuid)` : sql``}
    order by published_at desc, item_id desc limit ${perPage + 1}`
}

const sentPage = (organId: string, { channel, kind, month, after }: CountedQuery) => {
  const [at, id] = keyOf(after)
  return sql<Line>`
    select s.sent_id as id, s.sent_on::text as at, s.title, s.place, s.address, i.index_number
    from channel_sent s left join item_row i on i.organ_id = s.organ_id and i.item_id = s.item_id
    where s.organ_id = ${organId} and s.struck_on is null and s.channel = ${channel}
      ${kind ? sql`and s.kind = ${kind}` : sql``}
      and s.sent_on >= ${`${month}-01`}::date and s.sent_on < ${`${month}-01`}::date + interval '1 month'
      ${at && id ? sql`and (s.sent_on, s.sent_id) < (${at}::date, ${id}::uuid)` : sql``}
    order by s.sent_on desc, s.sent_id desc limit ${perPage + 1}`
}

/** What a figure counted: title, account or place, and the page where it can be read. */
export async function countedItems(
  { db, today }: Platform,
  organId: string,
  query: CountedQuery,
): Promise<CountedItems> {
  const organ = await organById(db, organId, today())
  const page = query.channel === 'site' ? sitePage(organId, query) : sentPage(organId, query)
  const { rows } = await page.execute(db)
  const shown = rows.slice(0, perPage)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ at, title, place, address, index_number }) => ({
      on: at.length === 10 ? at : dayInShanghai(at),
      title,
      place,
      address:
        address ||
        (organ && index_number ? itemAddress(organ.code, indexSlug(index_number, organ.creditCode)) : ''),
    })),
    next: rows.length > perPage && last ? `${last.at}~${last.id}` : null,
  }
}

/** So many organs are named under a figure that adds them up. */
const mostOrgans = 1000

/** What a figure over several organs adds up: how much of it each has. */
export async function countedOrgans(
  { db, today }: Platform,
  organId: string,
  { channel, kind, month, scope }: CountedOrgansQuery,
): Promise<CountedOrgans> {
  const { rows } = await sql<{ organ_id: string; items: number }>`
    select organ_id, sum(items)::int as items from publication_count
    where ${within(organId, scope)} and channel = ${channel} and month = ${`${month}-01`}::date and items > 0
      ${kind ? sql`and kind = ${kind}` : sql``}
    group by organ_id order by 2 desc, 1 limit ${mostOrgans}`.execute(db)
  const organs = await organsById(
    db,
    rows.map((row) => row.organ_id),
    today(),
  )
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  const list = (code: string): string =>
    `/items?${new URLSearchParams({ organ: code, ...(kind ? { kind } : {}), year: month.slice(0, 4) })}`
  return {
    rows: rows.map(({ organ_id, items }) => {
      const { name = '', code = '' } = byId.get(organ_id) ?? {}
      return { organId: organ_id, name, items, address: channel === 'site' && code ? list(code) : '' }
    }),
  }
}
