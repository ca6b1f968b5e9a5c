import { sql, type Transaction } from 'kysely'
import { publishedItems } from '#duties/publication/store.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import type { FieldError } from '../contract.ts'
import { inTransaction } from '../record.ts'
import type { RequestCase } from '../rules/request.ts'
import { titleKey } from '../rules/same-title.ts'
import { maySuggest, type SuggestionGround, type ThingFact } from '../rules/suggestions.ts'
import type { SuggestionAnswerAsk } from './contract.ts'
import { countSuggestions } from './counts.ts'

interface Saying {
  organId: string
  key: string
  /** The last that was seen of it. */
  seenSeq: number
  caseId?: string
  by: string
  fact: ThingFact
}

/** Writes down what was said of a thing; false where somebody was first. */
async function say(tx: Transaction<Database>, platform: Platform, saying: Saying): Promise<boolean> {
  const { type, ...body } = saying.fact
  const { numInsertedOrUpdatedRows: written } = await tx
    .insertInto('request_thing_fact')
    .values({
      organ_id: saying.organId,
      title_key: saying.key,
      seq: saying.seenSeq + 1,
      type,
      happened_on: platform.today(),
      case_id: saying.caseId ?? null,
      body: JSON.stringify(body),
      recorded_at: platform.now().toISOString(),
      recorded_by: saying.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (written === 0n) return false
  const isSuggested = type === 'suggested'
  const answer = isSuggested ? null : type
  await tx
    .insertInto('request_thing')
    .values({ organ_id: saying.organId, title_key: saying.key, applicants: 1, suggested: 1, answer })
    .onConflict((conflict) =>
      conflict.columns(['organ_id', 'title_key']).doUpdateSet({
        answer,
        suggested: sql<number>`request_thing.suggested + ${isSuggested ? 1 : 0}::integer`,
      }),
    )
    .execute()
  await countSuggestions(tx, saying.organId)
  return true
}

const thing = (tx: Transaction<Database>, organId: string, key: string) =>
  tx
    .selectFrom('request_thing')
    .select('applicants')
    .where('organ_id', '=', organId)
    .where('title_key', '=', key)
    .executeTakeFirst()

export type Answered =
  | { kind: 'done' }
  | { kind: 'notFound' }
  | { kind: 'movedOn' }
  | { kind: 'invalid'; errors: FieldError[] }

const invalid = (field: string, message: string): Answered => ({
  kind: 'invalid',
  errors: [{ field, message }],
})

async function itemOf(platform: Platform, organId: string, indexNumber: string): Promise<string | undefined> {
  const [item] = await publishedItems(platform.db, { organId, indexNumber }, platform.today())
  return item?.itemId
}

/**
 * Records what the office made of a thing: published as an item of its own that stands on the portal, or not, with the
 * reason. Said again later it stands after the first; nothing is overwritten.
 */
export async function answerSuggestion(
  platform: Platform,
  { organId, personId }: { organId: string; personId: string },
  { key, seenSeq, answer, ...ask }: SuggestionAnswerAsk,
): Promise<Answered> {
  const [indexNumber, reason] = [ask.indexNumber?.trim() ?? '', ask.reason?.trim() ?? '']
  if (answer === 'published' && indexNumber === '') return invalid('indexNumber', '请填写已公开信息的索引号')
  if (answer === 'notPublished' && reason === '') return invalid('reason', '请写明不纳入主动公开的理由')
  const itemId = answer === 'published' ? await itemOf(platform, organId, indexNumber) : ''
  if (itemId === undefined)
    return invalid('indexNumber', '本机关没有已经发布的这个索引号，请核对；还没有发布的，请先发布')
  return inTransaction(platform, async (tx) => {
    const known = await thing(tx, organId, key)
    if (!known) return { kind: 'notFound' }
    const { applicants } = known
    const fact: ThingFact =
      answer === 'published' ? { type: answer, itemId, applicants } : { type: answer, reason, applicants }
    const isFirst = await say(tx, platform, { organId, key, seenSeq, by: personId, fact })
    return { kind: isFirst ? 'done' : 'movedOn' }
  })
}

/**
 * Records that the applicant of a case suggests to publish what was given to them (第四十四条第二款), once a case; it
 * waits for an answer then, whatever was answered before. False where nothing was given.
 */
export async function suggestPublication(
  platform: Platform,
  { organId, caseId, c }: { organId: string; caseId: string; c: RequestCase },
  ground: SuggestionGround,
): Promise<boolean> {
  if (!maySuggest(c)) return false
  const key = titleKey(c.title)
  for (let tries = 0; tries < 3; tries++) {
    const isDone = await inTransaction(platform, async (tx) => {
      const { last, own } = await tx
        .selectFrom('request_thing_fact')
        .select([
          sql<number>`coalesce(max(seq), 0)`.as('last'),
          sql<boolean>`coalesce(bool_or(type = 'suggested' and case_id = ${caseId}::uuid), false)`.as('own'),
        ])
        .where('organ_id', '=', organId)
        .where('title_key', '=', key)
        .executeTakeFirstOrThrow()
      const fact: ThingFact = { type: 'suggested', ground }
      return own || say(tx, platform, { organId, key, caseId, seenSeq: last, by: 'applicant', fact })
    })
    if (isDone) return true
  }
  throw new Error('a suggestion was not recorded')
}
