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
import { factRowsOf, nextNumber, releasedOn } from './item-store.ts'
import { MovedOn, recordItem } from './record.ts'
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
  const drafted = { organ, itemId, by: actor.personId, content, given }
  try {
    const number = await platform.db.transaction().execute((tx) => recordDraft(tx, platform, drafted))
    return { kind: 'done', itemId, indexNumber: number, seq: 1, dropped }
  } catch (fault) {
    if (!(fault instanceof MovedOn)) throw fault
    // The same draft was sent twice at once: the other came first.
    const first = await alreadyDrafted(platform, organId, itemId)
    return first ? { kind: 'done', ...first } : { kind: 'refused', refusal: refused('changedMeanwhile') }
  }
}

interface ToDraft {
  organ: Organ
  itemId: string
  by: string
  content: Content
  given: DeskGiven
}

/** Numbers and records a draft; gives its index number. Throws MovedOn, so that the number goes back, where it is there already. */
async function recordDraft(
  tx: Transaction<Database>,
  platform: Platform,
  { organ, itemId, by, content, given }: ToDraft,
): Promise<string> {
  const indexNumber = await nextIndexNumber(tx, organ, given.settings.indexPattern, content.formedOn)
  const documentOn = await releasedOn(tx, organ.organId, content.interprets)
  const recorded = await recordItem(tx, platform, {
    organId: organ.organId,
    itemId,
    askId: itemId,
    by,
    before: [],
    rows: [],
    facts: [{ fact: { type: 'drafted', indexNumber, content }, happenedOn: given.today }],
    given: { ...given, ...(documentOn ? { documentOn } : {}) },
  })
  if (recorded.kind !== 'recorded') throw new MovedOn()
  return indexNumber
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
