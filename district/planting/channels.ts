import { sql, type Transaction } from 'kysely'
import { recordChannel } from '#duties/publication/channels/store.ts'
import type { ChannelFact } from '#duties/publication/rules/channels/facts.ts'
import type { Database } from '#platform/database/schema.ts'
import { caseIdFrom } from '#platform/ledger/case-id.ts'
import { type Day, day, dayInShanghai, plusDays } from '#time/day.ts'
import type { Span } from '../items.ts'
import { lastName } from '../organ.ts'
import type { Staff } from '../staff.ts'

const opened = day('2024-02-01')
/** So many of the newest items went out by the account too. */
const sentItems = 6
/** One account was last updated so many days ago: a little too long, for the inspection to find. */
const quietDays = 20
/** So many towns of an area keep a board. */
const boards = 3

interface Kept {
  organId: string
  by: string
  words: string
  fact: ChannelFact
  on: Day
}

async function keep(tx: Transaction<Database>, { organId, by, words, fact, on }: Kept): Promise<string> {
  const id = caseIdFrom(`channels ${organId} ${words}`)
  const askId = caseIdFrom(`ask ${organId} ${words}`)
  await recordChannel(tx, {
    organId,
    id,
    askId,
    seenSeq: 0,
    fact,
    happenedOn: on,
    by,
    at: `${on}T10:00:00.000Z`,
  })
  return id
}

async function update(
  tx: Transaction<Database>,
  { organId, by, id, on }: { organId: string; by: string; id: string; on: Day },
): Promise<void> {
  const fact = { type: 'placeUpdated', about: '转发县政府常务会议消息' } as const
  const askId = caseIdFrom(`ask ${organId} update ${id}`)
  const at = `${on}T10:00:00.000Z`
  await recordChannel(tx, { organId, id, askId, seenSeq: 1, fact, happenedOn: on, by, at })
}

interface Newest {
  item_id: string
  title: string
  kind: string
  published_at: string
}

async function plantSent(tx: Transaction<Database>, organId: string, by: string, placeId: string) {
  const { rows } = await sql<Newest>`
    select item_id, title, kind, published_at from item_row where organ_id = ${organId} and status = 'published'
    order by published_at desc, item_id desc limit ${sentItems}`.execute(tx)
  for (const [index, row] of rows.entries()) {
    const sending = {
      itemId: row.item_id,
      title: row.title,
      kind: row.kind,
      channel: 'wechat',
      placeId,
    } as const
    const address = `https://weixin.example.cn/s/qingxi-${index + 1}`
    const fact = { type: 'sent' as const, ...sending, place: '清溪发布', address, files: [] }
    await keep(tx, { organId, by, words: `sent ${row.item_id}`, fact, on: dayInShanghai(row.published_at) })
  }
}

/** An account and a reading point of the county's government with what went out, and boards of its first towns. */
export async function plantChannels(
  tx: Transaction<Database>,
  staff: readonly Staff[],
  { today }: Pick<Span, 'today'>,
): Promise<void> {
  const government = staff.find(({ organ }) => organ.kind === 'government' && organ.level === 'county')
  const by = government?.officers.find(({ roles }) => roles.includes('publisher'))?.personId
  if (!government || !by) return
  const { organId } = government.organ
  const supervising = `${lastName(government.organ)}办公室`
  const place = (channel: 'wechat' | 'weibo' | 'readingPoint' | 'board', words: string, address: string) =>
    ({
      ...{ type: 'placeKept' as const, channel, name: words, address, supervising },
      ...{ keeper: '信息科', frequency: channel === 'wechat' ? '每周两次' : '每月一次' },
    }) satisfies ChannelFact
  const own = { organId, by, on: opened }
  const account = await keep(tx, {
    ...own,
    words: 'wechat',
    fact: place('wechat', '清溪发布', 'qingxi-fabu'),
  })
  const weibo = await keep(tx, {
    ...own,
    words: 'weibo',
    fact: place('weibo', '清溪政务', 'qingxi-zhengwu'),
  })
  await update(tx, { organId, by, id: weibo, on: plusDays(today, -quietDays) })
  const hall = place('readingPoint', '县档案馆政府信息查阅点', '档案馆一楼')
  await keep(tx, { ...own, words: 'reading', fact: hall })
  const towns = staff.filter(({ organ }) => organ.kind === 'town').slice(0, boards)
  for (const { organ, officers } of towns) {
    const keeper = officers[0]?.personId
    const fact = place('board', '便民服务中心公示栏', '便民服务中心门前')
    if (keeper)
      await keep(tx, { organId: organ.organId, by: keeper, on: plusDays(today, -30), words: 'board', fact })
  }
  await plantSent(tx, organId, by, account)
}
