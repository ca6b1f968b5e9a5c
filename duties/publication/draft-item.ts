import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Actor } from '#platform/identity/actor.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, yearOf } from '#time/day.ts'
import { cleaned, lookedUp } from './content-in.ts'
import type { ContentAsk, DraftAsk } from './contract-desk.ts'
import { type DeskAnswer, type DeskGiven, errorsOf, givenFor } from './desk.ts'
import { factRowsOf, nextNumber } from './item-store.ts'
import { recordItem } from './record.ts'
import { readContent } from './rules/content.ts'
import type { Content } from './rules/facts.ts'
import { indexNumberBy } from './rules/index-number.ts'
import { refused } from './rules/refusals.ts'

export interface DraftedItem {
  itemId: string
  indexNumber: string
  seq: number
  dropped: string[]
}

/** The next index number of an organ by its pattern: unique, and never given a second time (第十二条第三款). */
export async function nextIndexNumber(
  tx: Transaction<Database>,
  { organId, creditCode, code, regionCode }: Organ,
  pattern: string,
  on: Day,
): Promise<string> {
  for (;;) {
    const n = await nextNumber(tx, organId, yearOf(on))
    const number = indexNumberBy(pattern, { credit: creditCode, organ: code, region: regionCode, on, n })
    const taken = await tx
      .selectFrom('item_row')
      .select('item_id')
      .where('organ_id', '=', organId)
      .where('index_number', '=', number)
      .executeTakeFirst()
    if (!taken) return number
  }
}

/** A draft by an officer: born with its index number and its disclosure attribute. Sent twice, it is one item. */
export async function draftItem(
  platform: Platform,
  organId: string,
  actor: Pick<Actor, 'personId'>,
  { itemId, content: sent }: DraftAsk,
): Promise<DeskAnswer<DraftedItem>> {
  const before = await alreadyDrafted(platform, organId, itemId)
  if (before) return { kind: 'done', ...before }
  const given = await givenFor(platform, organId)
  const organ = await organById(platform.db, organId, given.today)
  if (!organ) return { kind: 'refused', refusal: refused('notFound') }
  const read = await contentFrom(platform, organId, itemId, sent, given)
  if (read.kind === 'invalid') return read
  const { content, dropped } = read
  return platform.db.transaction().execute(async (tx) => {
    const number = await nextIndexNumber(tx, organ, given.settings.indexPattern, content.formedOn)
    const recorded = await recordItem(tx, platform, {
      organId,
      itemId,
      askId: itemId,
      by: actor.personId,
      before: [],
      rows: [],
      facts: [{ fact: { type: 'drafted', indexNumber: number, content }, happenedOn: given.today }],
      given,
    })
    if (recorded.kind !== 'recorded')
      return { kind: 'refused', refusal: refused('changedMeanwhile') } as const
    return { kind: 'done', itemId, indexNumber: number, seq: 1, dropped } as const
  })
}

async function alreadyDrafted(
  { db }: Platform,
  organId: string,
  itemId: string,
): Promise<DraftedItem | undefined> {
  const rows = await factRowsOf(db, organId, itemId)
  const [first] = rows
  if (first?.type !== 'drafted') return undefined
  const { indexNumber } = first.body as { indexNumber: string }
  return { itemId, indexNumber, seq: rows.length, dropped: [] }
}

type Read =
  | { kind: 'read'; content: Content; dropped: string[] }
  | Extract<DeskAnswer<object>, { kind: 'invalid' }>

async function contentFrom(
  { db }: Platform,
  organId: string,
  itemId: string,
  sent: ContentAsk,
  { today }: DeskGiven,
): Promise<Read> {
  const clean = cleaned(sent)
  const read = readContent(clean.sent, today)
  if ('problems' in read) return { kind: 'invalid', errors: errorsOf(read.problems) }
  const looked = await lookedUp(db, organId, itemId, read.content)
  if ('problems' in looked) return { kind: 'invalid', errors: errorsOf(looked.problems) }
  return { kind: 'read', content: looked.content, dropped: clean.dropped }
}
