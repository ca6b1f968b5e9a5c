import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, dayInShanghai, yearOf } from '#time/day.ts'
import { issueAddress } from '../addresses.ts'
import type { ChannelFact, ListedItem } from '../rules/channels/facts.ts'
import { foldList } from '../rules/channels/fold.ts'
import { issueBars, keepsGazette } from '../rules/channels/gazette.ts'
import { refuse } from '../rules/channels/refusals.ts'
import type { Gazette, Issue, IssueEntered } from './contract-gazette.ts'
import { type Asker, type ChannelAnswer, channelIdOf } from './desk.ts'
import { type ItemLine, numberLabel } from './lists.ts'
import { channelFacts, recordChannel } from './store.ts'
import type { ChannelListRow } from './tables.ts'

type Tx = Transaction<Database>
type IssueRow = Selectable<ChannelListRow>

type Line = ItemLine & { organ_id: string }

/** The published items of the organ and those below it that bear these index numbers, in the order asked for. */
async function printed(
  { db }: Platform,
  organId: string,
  numbers: readonly string[],
): Promise<{ items: ListedItem[]; missing: string[] }> {
  const { rows } = await sql<Line>`
    select organ_id, item_id, index_number, title, document_number, kind, formed_on, published_at from item_row
    where status = 'published' and index_number = any(${[...numbers]}::text[])
      and organ_id in (select descendant_id from organ_closure where organ_id = ${organId} union select ${organId}::uuid)`.execute(
    db,
  )
  const found = new Map(rows.map((row) => [row.index_number, row]))
  const items = numbers.flatMap((number): ListedItem[] => {
    const row = found.get(number)
    if (!row) return []
    return [
      {
        ...{ itemId: row.item_id, organId: row.organ_id, indexNumber: row.index_number, title: row.title },
        ...{ documentNumber: row.document_number, kind: row.kind, formedOn: row.formed_on as Day },
        publishedOn: dayInShanghai(row.published_at),
      },
    ]
  })
  return { items, missing: numbers.filter((number) => !found.has(number)) }
}

interface Whole {
  asker: Asker
  organ: Organ
  id: string
  ask: IssueEntered
  items: readonly ListedItem[]
}

const issueFact = ({ ask, items }: Whole): ChannelFact => {
  const days = items.map(({ publishedOn }) => publishedOn).sort()
  const { year, number, issuedOn } = ask
  const on = issuedOn as Day
  return {
    type: 'listMade',
    ...{ list: 'gazette', year, number, recipient: '', items },
    ...{ from: days[0] ?? on, until: days.at(-1) ?? on },
  }
}

/** That its items went out by the gazette is recorded of each; of what it no longer holds the record is struck. */
async function recordPrinted(tx: Tx, platform: Platform, { asker, organ, ask, items }: Whole): Promise<void> {
  const { organId, personId: by } = asker
  const place = numberLabel({ list: 'gazette', year: ask.year, number: ask.number })
  const address = `${platform.config.publicAddress}${issueAddress(organ.code, ask.year, ask.number)}`
  const known = await tx
    .selectFrom('channel_sent')
    .select(['sent_id', 'seq', 'item_id'])
    .where('organ_id', '=', organId)
    .where('channel', '=', 'gazette')
    .where('address', '=', address)
    .where('struck_on', 'is', null)
    .execute()
  const step = { organId, by, at: platform.now().toISOString() }
  const now = new Set(items.map(({ itemId }) => itemId))
  for (const { sent_id: id, seq: seenSeq } of known.filter((row) => !now.has(row.item_id))) {
    const fact = { type: 'sentStruck', reason: `${place}不再刊登` } as const
    await recordChannel(tx, { ...step, id, askId: ask.askId, seenSeq, fact, happenedOn: platform.today() })
  }
  const before = new Set(known.map((row) => row.item_id))
  for (const { itemId, title, kind } of items.filter((item) => !before.has(item.itemId))) {
    const printing = { itemId, title, kind, channel: 'gazette', place, address, files: [] } as const
    const fact: ChannelFact = { type: 'sent', ...printing }
    const id = channelIdOf(organId, `${ask.askId} ${itemId}`)
    await recordChannel(tx, {
      ...step,
      id,
      askId: ask.askId,
      seenSeq: 0,
      fact,
      happenedOn: ask.issuedOn as Day,
    })
  }
}

/** One issue bears a year and a number, whoever enters it first. */
async function issueId({ db }: Platform, organId: string, { year, number }: IssueEntered): Promise<string> {
  const row = await db
    .selectFrom('channel_list')
    .select('list_id')
    .where('organ_id', '=', organId)
    .where('list', '=', 'gazette')
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.list_id ?? channelIdOf(organId, `gazette ${year} ${number}`)
}

/**
 * Enters an issue of the gazette with what is printed in it, or writes it anew; its items count as gone out by the
 * gazette. Refused to an organ that keeps none (国办发〔2018〕22号), and where an index number is of nothing published.
 */
export async function enterIssue(
  platform: Platform,
  asker: Asker,
  ask: IssueEntered,
): Promise<ChannelAnswer> {
  const { organId } = asker
  const organ = await organById(platform.db, organId, platform.today())
  if (!organ) return refuse('notFound')
  const numbers = [...new Set(ask.indexNumbers.map((number) => number.trim()).filter(Boolean))]
  const bars = issueBars(
    organ,
    { ...ask, issuedOn: ask.issuedOn as Day, indexNumbers: numbers },
    platform.today(),
  )
  if (bars) return bars
  const { items, missing } = await printed(platform, organId, numbers)
  if (missing.length > 0)
    return refuse('notPrintable', { field: 'indexNumbers', numbers: missing.slice(0, 20).join('、') })
  const id = await issueId(platform, organId, ask)
  if (ask.seenSeq > 0 && !foldList(await channelFacts(platform.db, organId, id))) return refuse('notFound')
  const whole = { asker, organ, id, ask, items }
  return platform.db.transaction().execute(async (tx): Promise<ChannelAnswer> => {
    const at = platform.now().toISOString()
    const { askId, seenSeq } = ask
    const step = { organId, id, askId, seenSeq, happenedOn: ask.issuedOn as Day, by: asker.personId, at }
    if (!(await recordChannel(tx, { ...step, fact: issueFact(whole) })))
      return seenSeq > 0 ? refuse('movedOn') : refuse('numberTaken', { field: 'number' })
    await recordPrinted(tx, platform, whole)
    return { kind: 'done', id }
  })
}

const issueShown = (row: IssueRow, organCode: string): Issue => ({
  ...{ listId: row.list_id, seq: row.seq, year: row.year, number: row.number, label: numberLabel(row) },
  issuedOn: row.made_on,
  address: issueAddress(organCode, row.year, row.number),
  items: row.items.map(({ indexNumber, title, documentNumber }) => ({ indexNumber, title, documentNumber })),
})

/** The issues of these organs, newest first; of one year where it is given. */
export function issueRows(
  db: Platform['db'],
  organIds: readonly string[],
  year?: number,
): Promise<IssueRow[]> {
  const query = db
    .selectFrom('channel_list')
    .selectAll()
    .where('list', '=', 'gazette')
    .where('organ_id', '=', sql<string>`any(${[...organIds]}::uuid[])`)
  return (year === undefined ? query : query.where('year', '=', year))
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .orderBy('organ_id')
    .limit(500)
    .execute()
}

/** The gazette of an organ as its desk sees it. */
export async function gazetteOf(platform: Platform, organId: string): Promise<Omit<Gazette, 'mayEnter'>> {
  const today = platform.today()
  const organ = await organById(platform.db, organId, today)
  const year = yearOf(today)
  if (!organ || !keepsGazette(organ)) return { keeps: false, issues: [], next: { year, number: 1 } }
  const rows = await issueRows(platform.db, [organId])
  const last = rows.find((row) => row.year === year)
  return {
    keeps: true,
    issues: rows.map((row) => issueShown(row, organ.code)),
    next: { year, number: (last?.number ?? 0) + 1 },
  }
}
