import { type RawBuilder, sql } from 'kysely'
import type { Organ } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, plusDays } from '#time/day.ts'
import { places } from '../channels/desk.ts'
import { itemAddress } from '../item-address.ts'
import { indexSlug } from '../rules/index-number.ts'
import { type Column, columnAddress } from '../rules/supervision/columns.ts'
import type { IndicatorName } from '../rules/supervision/indicators.ts'
import type { Finding } from './contract.ts'

/** How many findings of an indicator are listed. */
export const mostFindings = 100

interface ItemLine {
  item_id: string
  index_number: string
  title: string
  on: string | null
  on_words: string
  by: string | null
  shown: boolean
}

interface Seen {
  organ: Organ
  /** Whoever looks works there; from above nothing unpublished is named. */
  inside: boolean
  /** So many days before its last day something is said to be due. */
  soonDays: number
}

const itemFinding = (line: ItemLine, { organ, inside }: Seen, state: Finding['state']): Finding => ({
  about: line.shown || inside ? line.title : `索引号${line.index_number}`,
  address: line.shown ? itemAddress(organ.code, indexSlug(line.index_number, organ.creditCode)) : '',
  desk: inside ? `/${organ.organId}/publication/${line.item_id}` : '',
  newestWords: line.on_words,
  newestOn: line.on,
  by: line.by,
  state,
})

const open = (organId: string, due: RawBuilder<unknown>, which: RawBuilder<unknown>) => sql<ItemLine>`
  select item_id, index_number, coalesce(nullif(worked_title, ''), title) as title, formed_on::text as on, '形成' as on_words, due_on as by,
    status = 'published' as shown
  from item_row where organ_id = ${organId} and open and ${due} and ${which}
  order by due_on, item_id limit ${mostFindings}`

const releasedLate = (organId: string, today: Day, which: RawBuilder<unknown>) => sql<ItemLine>`
  select item_id, index_number, title, (published_at at time zone 'Asia/Shanghai')::date::text as on, '公开' as on_words, due_on as by, true as shown
  from item_row where organ_id = ${organId} and status = 'published'
    and (published_at at time zone 'Asia/Shanghai')::date > due_on
    and published_at >= ${`${today.slice(0, 4)}-01-01`}::timestamp at time zone 'Asia/Shanghai' and ${which}
  order by published_at desc, item_id desc limit ${mostFindings}`

const toReview = (organId: string, today: Day) => sql<ItemLine>`
  select item_id, index_number, title, null as on, '' as on_words, review_on as by, false as shown
  from item_row where organ_id = ${organId} and review_on <= ${today} order by review_on, item_id limit ${mostFindings}`

async function items(
  { db }: Platform,
  seen: Seen,
  asked: RawBuilder<ItemLine>,
  state: Finding['state'] = 'fails',
): Promise<Finding[]> {
  const { rows } = await asked.execute(db)
  return rows.map((line) => itemFinding(line, seen, state))
}

/** What is past its day, and after it what is due within the days of the settings. */
async function lateAndDue(platform: Platform, seen: Seen, which: RawBuilder<unknown>): Promise<Finding[]> {
  const { organ, soonDays } = seen
  const today = platform.today()
  const soon = sql`due_on between ${today} and ${plusDays(today, soonDays)}`
  const [late, due] = await Promise.all([
    items(platform, seen, open(organ.organId, sql`due_on < ${today}`, which)),
    items(platform, seen, open(organ.organId, soon, which), 'soon'),
  ])
  return [...late, ...due]
}

const deskOf = (
  organId: string,
  { item_id, subject }: { item_id: string | null; subject: string },
): string =>
  item_id ? `/${organId}/publication/${item_id}` : `/${organId}/standards/${subject.replace(/-.*$/u, '')}`

async function checked({ db }: Platform, { organ, inside }: Seen, indicator: string): Promise<Finding[]> {
  const rows = await db
    .selectFrom('publication_finding')
    .selectAll()
    .where('organ_id', '=', organ.organId)
    .where('indicator', '=', indicator)
    .orderBy('since')
    .orderBy('subject')
    .limit(mostFindings)
    .execute()
  return rows.map((row) => ({
    about: row.title,
    address: row.address,
    desk: inside ? deskOf(organ.organId, row) : '',
    newestWords: '',
    newestOn: null,
    by: row.since,
    state: 'fails',
  }))
}

async function accounts(platform: Platform, { organ, inside }: Seen): Promise<Finding[]> {
  const rows = await places(platform, organ.organId)
  return rows.flatMap(({ state, channelLabel, name, address, isAccount, openedOn, lastOn, by }) =>
    isAccount && (state === 'fails' || state === 'soon')
      ? [
          {
            about: `${channelLabel}“${name}”`,
            address: /^https?:/u.test(address) ? address : '',
            desk: inside ? `/${organ.organId}/channels?tab=places` : '',
            // An account that was never updated owes its first update from the day it was opened.
            ...{
              newestWords: lastOn === null ? '开通后没有更新，开通' : '最近更新',
              newestOn: lastOn ?? openedOn,
            },
            ...{ by, state },
          },
        ]
      : [],
  )
}

// Where a column is filled: the list of what stands in it.
const listOf = (organId: string, code: string): string => {
  const by = code === 'home' ? '' : `&${code.startsWith('20-') ? 'catalogue' : 'kind'}=${code}`
  return `/${organId}/publication?view=all${by}`
}

const ofColumns = (columns: readonly Column[], indicator: string, { organ, inside }: Seen): Finding[] =>
  columns.flatMap(({ state, label, code, newestOn, by, indicator: of }) =>
    of === indicator && state !== 'well'
      ? [
          {
            about: label,
            address: columnAddress(organ.code, code),
            desk: inside ? listOf(organ.organId, code) : '',
            ...{ newestWords: '最近更新', newestOn, by, state },
          },
        ]
      : [],
  )

const interpretations = sql`kind = 'interpretation'`
const others = sql`kind <> 'interpretation'`

/** What of an organ fails an indicator or is soon due, each with its page; at most a hundred. */
export async function findingsOf(
  platform: Platform,
  indicator: IndicatorName,
  columns: readonly Column[],
  seen: Seen,
): Promise<Finding[]> {
  const today = platform.today()
  const { organId } = seen.organ
  if (indicator === 'late') return (await lateAndDue(platform, seen, others)).slice(0, mostFindings)
  if (indicator === 'releasedLate') return items(platform, seen, releasedLate(organId, today, others))
  if (indicator === 'review') return items(platform, seen, toReview(organId, today))
  if (indicator === 'accounts') return accounts(platform, seen)
  if (indicator === 'entries' || indicator === 'broken') return checked(platform, seen, indicator)
  if (indicator !== 'interpretation') return ofColumns(columns, indicator, seen)
  const [inHand, released] = await Promise.all([
    lateAndDue(platform, seen, interpretations),
    items(platform, seen, releasedLate(organId, today, interpretations)),
  ])
  return [...inHand, ...released].slice(0, mostFindings)
}
