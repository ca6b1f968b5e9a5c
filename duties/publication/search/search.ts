import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organsById } from '#platform/organs/tree.ts'
import { type Counts, type Find, type Found, find, type Hit, type Place } from '#platform/search/find.ts'
import type { Frequent } from '#platform/search/frequent.ts'
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
import type { Choice, SearchAnswer, SearchEntry } from './contract.ts'
import { itemSearch } from './indexed.ts'
import { rowsOf } from './rows.ts'
import { without, wrongCandidates } from './wrong-candidates.ts'

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
  const { found, entries, next } = await pageOf(db, ask, query, condition, literal)
  const page = { ask, condition, literal, shown: entries.length }
  const counts = await settled(db, query, found, page)
  return {
    words: ask.words,
    entries,
    total: counts.total,
    about: counts.about,
    counts: await choicesOf(db, counts, ask.today),
    next,
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

const lookedAtOnce = 200
/** Candidates of longer words up to so many are all looked through, so that they are counted exactly. */
const lookedThrough = 500
const mayLook = (look: number, kept: number): boolean => look < (kept > 0 ? 4 : 25)

/** How many candidates are read next: as many as will fill the page, if they hold the words as often as those before. */
function nextRead(read: number, kept: number, wanted: number): number {
  if (read === 0) return wanted
  const expected = (1.3 * (wanted - kept) * read) / Math.max(kept, 1)
  return Math.min(lookedAtOnce, Math.max(wanted, Math.ceil(expected)))
}

// The index knows pairs of characters: what only seems to hold a phrase is left out, and the page filled up.
async function pageOf(db: Db, ask: SearchAsk, query: Query, condition: string, literal: boolean) {
  const base: Omit<Find, 'after' | 'withCounts'> = {
    condition,
    tiers: ask.order === 'newest' || !literal ? [] : tiersOf(query),
    fields: fieldsOf(ask),
    ...timeOf(ask),
    limit: ask.limit + 1,
  }
  let after = placeOf(ask.after)
  let found: Found | undefined
  const kept: { entry: SearchEntry; place: Place }[] = []
  const read = async (hits: readonly Hit[]) => {
    const rows = await rowsOf(db, hits, query, ask.today, literal)
    const byId = new Map(rows.map((entry) => [entry.itemId, entry]))
    for (const hit of hits) {
      const entry = byId.get(hit.itemId)
      if (entry) kept.push({ entry, place: hit })
    }
  }
  let more = true
  for (let look = 0; more && kept.length <= ask.limit && mayLook(look, kept.length); look++) {
    const limit = look === 0 ? base.limit : lookedAtOnce
    const spare = look === 0 && !isExact(query) ? lookedThrough : 0
    const counted = look === 0 && ask.counted !== false
    const each = await find(db, itemSearch, { ...base, limit, spare, after, withCounts: counted })
    found ??= each
    for (let from = 0; from < each.hits.length && kept.length <= ask.limit; ) {
      const size = nextRead(from, kept.length, base.limit)
      await read(each.hits.slice(from, from + size))
      from += size
    }
    more = each.more
    after = each.hits.at(-1)
  }
  const shown = kept.slice(0, ask.limit)
  const end = kept.length > ask.limit ? shown.at(-1)?.place : more ? after : undefined
  return {
    found: found ?? { hits: [], more: false, counts: undefined },
    entries: shown.map(({ entry }) => entry),
    next: end ? keyOf(end) : null,
  }
}

interface Page {
  ask: SearchAsk
  condition: string
  literal: boolean
  shown: number
}

const isExact = ({ parts }: Query): boolean =>
  parts.every(({ runs }) => runs.every((run) => run.every((units) => units.length <= 2)))

// A word of two characters is counted exactly; of longer ones the index counts what may hold them.
async function settled(db: Db, query: Query, { hits, more, counts }: Found, page: Page): Promise<Counts> {
  const { ask, condition, literal, shown } = page
  if (!counts || counts.about || !literal || isExact(query) || shown === counts.total)
    return counts ?? nothing
  if (counts.total > lookedThrough) return { ...counts, about: true }
  const all = { condition, tiers: [], fields: fieldsOf(ask), limit: lookedThrough, withCounts: false }
  const candidates = more || ask.after ? (await find(db, itemSearch, all)).hits : hits
  const wrong = await wrongCandidates(db, query, candidates, ask.today)
  return wrong === undefined ? { ...counts, about: true } : without(counts, wrong)
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
