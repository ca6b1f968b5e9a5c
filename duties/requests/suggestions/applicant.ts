import { publishedItems } from '#duties/publication/store.ts'
import type { Platform } from '#platform/platform.ts'
import type { TrackView } from '../contract-track.ts'
import type { RequestCase } from '../rules/request.ts'
import { titleKey } from '../rules/same-title.ts'
import { answerAfter, maySuggest, suggestionAnswers, suggestionGrounds } from '../rules/suggestions.ts'
import { thingFacts } from './store.ts'

type Shown = NonNullable<TrackView['suggestion']>

/** Whether an applicant may suggest to publish what they were given, what they suggested, and what came of it. */
export async function ownSuggestion(
  platform: Platform,
  { organId, caseId, c }: { organId: string; caseId: string; c: RequestCase },
): Promise<TrackView['suggestion']> {
  if (!maySuggest(c)) return null
  const key = titleKey(c.title)
  const facts = (await thingFacts(platform.db, organId, [key])).get(key) ?? []
  const own = facts.find((each) => each.caseId === caseId)
  if (own?.fact.type !== 'suggested') return { made: null }
  const made = { on: own.happenedOn, ground: suggestionGrounds[own.fact.ground] }
  const answered = answerAfter(facts, own.seq)
  if (!answered) return { made: { ...made, answer: null } }
  const { fact, happenedOn: on } = answered
  const words = suggestionAnswers[fact.type]
  if (fact.type === 'notPublished')
    return { made: { ...made, answer: { on, words: `${words}：${fact.reason}`, item: null } } }
  const item = await itemOf(platform, organId, fact.itemId)
  return { made: { ...made, answer: { on, words, item } } }
}

type Item = NonNullable<NonNullable<Shown['made']>['answer']>['item']

async function itemOf(platform: Platform, organId: string, itemId: string): Promise<Item> {
  const [item] = await publishedItems(platform.db, { organId, itemIds: [itemId] }, platform.today())
  return item ? { title: item.title, address: item.address } : null
}
