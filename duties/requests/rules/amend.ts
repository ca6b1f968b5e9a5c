import type { ApplicantCategory, Recorded, RequestFact } from './facts.ts'
import { mended } from './mended.ts'
import { type Refusal, refused } from './refusals.ts'

interface Correct {
  readonly seq: number
  readonly correctOn?: string
  readonly title?: string
  readonly description?: string
  readonly category?: string
}

const categories: ReadonlySet<string> = new Set<ApplicantCategory>([
  'naturalPerson',
  'company',
  'research',
  'welfare',
  'legalService',
  'otherOrg',
])

/** True for a column of table three. */
export const isCategory = (text: string): text is ApplicantCategory => categories.has(text)

const intakeOf = (fact: RequestFact) =>
  fact.type === 'arrived' || fact.type === 'received' ? fact.intake : undefined

const picked = (ask: Correct, keys: readonly ('title' | 'description' | 'category')[]) =>
  Object.fromEntries(keys.filter((key) => ask[key] !== undefined).map((key) => [key, ask[key]]))

/** The words of a fact as they are to be read after an amendment, or why the fact cannot be amended so. */
export function correctedBody(
  facts: readonly Recorded[],
  ask: Correct,
): { words: Record<string, unknown> } | Refusal {
  const fact = mended(facts).find(({ seq }) => seq === ask.seq)?.fact
  if (!fact || fact.type === 'amended') return refused('amendUnknown')
  if (ask.category !== undefined && !isCategory(ask.category)) return refused('amendUnknown')
  const all = picked(ask, ['title', 'description', 'category'])
  const hasWords = Object.keys(all).length > 0
  if (!hasWords && !ask.correctOn) return refused('amendNone')
  const intake = intakeOf(fact)
  const arrived = fact.type === 'arrived' && ask.correctOn ? { arrivedOn: ask.correctOn } : {}
  if (!hasWords) return { words: arrived }
  if (intake) return { words: { ...arrived, intake: { ...intake, ...all } } }
  if (fact.type === 'corrected' && ask.category === undefined) return { words: all }
  return refused('amendUnknown')
}
