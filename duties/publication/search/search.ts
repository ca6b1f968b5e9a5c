import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organsById } from '#platform/organs/tree.ts'
import { type Counts, type Find, find, type Place } from '#platform/search/find.ts'
import type { Frequent } from '#platform/search/frequent.ts'
import { literalOf } from '#platform/search/holds.ts'
import {
  matchCondition,
  nearCondition,
  type Query,
  readQuery,
  type Synonyms,
  tiersOf,
} from '#platform/search/query.ts'
import { type Day, yearOf } from '#time/day.ts'
import { kindLabel, validityLabel } from '../rules/vocabulary.ts'
import type { Choice, SearchAnswer } from './contract.ts'
import { itemSearch } from './indexed.ts'
import { rowsOf } from './rows.ts'

type Db = Kysely<Database>

export interface SearchAsk {
  /** As it was typed. */
  readonly words: string
  readonly organId?: string | undefined
  readonly kind?: string | undefined
  readonly year?: string | undefined
  readonly validity?: string | undefined
  readonly order?: 'relevance' | 'newest' | undefined
  /** Where the page before ended, as it said. */
  readonly after?: string | undefined
  readonly limit: number
  /** Whether to count all that is found; else only the page. */
  readonly counted?: boolean
  readonly today: Day
  readonly synonyms?: Synonyms
  /** Pairs that narrow a search little. */
  readonly frequent?: Frequent
  /** Words that were perhaps meant, the likeliest first; asked only where nothing is found. */
  readonly correct?: (words: string) => readonly string[] | Promise<readonly string[]>
}

const nothing: Counts = { total: 0, about: false, by: {} }

/**
 * What is published and holds the words, best or newest first, a page at a time, with counts by organ, kind, year and
 * validity. Where nothing is found, what is near: similar words, or a part of the words. Only what is published is
 * ever found.
 */
export async function searchItems(db: Db, ask: SearchAsk): Promise<SearchAnswer> {
  const query = readQuery(ask.words, ask.synonyms, ask.frequent)
  const direct = await answerTo(db, ask, query, matchCondition(query))
  if (direct.entries.length > 0 || ask.after || query.parts.length === 0) return direct
  return (await corrected(db, ask)) ?? (await withFewer(db, ask, query)) ?? direct
}

async function corrected(db: Db, ask: SearchAsk): Promise<SearchAnswer | undefined> {
  for (const words of (await ask.correct?.(ask.words)) ?? []) {
    const query = readQuery(words, ask.synonyms, ask.frequent)
    const answer = await answerTo(db, { ...ask, words }, query, matchCondition(query))
    if (answer.entries.length > 0) return { ...answer, words: ask.words, near: { how: 'corrected', words } }
  }
  return undefined
}

async function withFewer(db: Db, ask: SearchAsk, query: Query): Promise<SearchAnswer | undefined> {
  const condition = nearCondition(query)
  if (condition === '') return undefined
  const fewer = { ...query, parts: query.parts.map((part) => ({ ...part, exact: false })) }
  const answer = await answerTo(db, { ...ask, order: 'newest' }, fewer, condition, false)
  if (answer.entries.length === 0) return undefined
  return { ...answer, near: { how: 'fewer', words: query.parts.map(({ text }) => text).join(' ') } }
}

async function answerTo(
  db: Db,
  ask: SearchAsk,
  query: Query,
  condition: string,
  literal = true,
): Promise<SearchAnswer> {
  const found = await find(db, itemSearch, {
    condition,
    tiers: ask.order === 'newest' || !literal ? [] : tiersOf(query),
    literal: literal ? literalOf(query) : undefined,
    fields: fieldsOf(ask),
    ...timeOf(ask),
    limit: ask.limit + 1,
    after: placeOf(ask.after),
    withCounts: ask.counted !== false,
  })
  const shown = found.hits.slice(0, ask.limit)
  const entries = await rowsOf(db, shown, query, ask.today)
  const end = found.hits.length > ask.limit ? shown.at(-1) : found.end
  const counts = found.counts ?? nothing
  return {
    words: ask.words,
    entries,
    total: counts.total,
    about: counts.about,
    counts: await choicesOf(db, counts, ask.today),
    next: end ? keyOf(end) : null,
    cut: query.cut,
    near: null,
  }
}

const keyOf = ({ tier, at, itemId }: Place): string => `${tier}~${at}~${itemId}`
const keyPattern = /^(\d)~(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z)~([0-9a-f-]{36})$/

function placeOf(after: string | undefined): Place | undefined {
  const [, tier, at, itemId] = keyPattern.exec(after ?? '') ?? []
  return tier && at && itemId ? { tier: Number(tier), at, itemId } : undefined
}

const fieldsOf = ({ organId, kind, year, validity }: SearchAsk): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ organ_id: organId, kind, year, validity }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  )

/** Where a year is asked, its days; else the newest three years, which are looked into before the rest. */
function timeOf({ year, today }: SearchAsk): Pick<Find, 'between' | 'newestSlices'> {
  const from = (n: number) => `${n}-01-01T00:00:00+08:00`
  if (year) return { between: { from: from(Number(year)), until: from(Number(year) + 1) } }
  const now = yearOf(today)
  return { newestSlices: [now, now - 1, now - 2].map((n) => ({ column: 'year', value: String(n) })) }
}

async function choicesOf(db: Db, { by }: Counts, today: Day): Promise<SearchAnswer['counts']> {
  const organs = await organsById(
    db,
    (by.organ_id ?? []).map(({ value }) => value),
    today,
  )
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  const labelled = (column: string, labelOf: (value: string) => string): Choice[] =>
    (by[column] ?? []).map(({ value, count }) => ({ value, label: labelOf(value), count }))
  return {
    organ: (by.organ_id ?? []).flatMap(({ value, count }) => {
      const organ = byId.get(value)
      return organ ? { value: organ.code, label: organ.name, count } : []
    }),
    kind: labelled('kind', kindLabel),
    year: labelled('year', (year) => `${year}年`).sort((one, other) => other.value.localeCompare(one.value)),
    validity: labelled('validity', validityLabel),
  }
}
