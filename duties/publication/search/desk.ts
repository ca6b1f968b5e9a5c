import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { HttpProblem, problem, trouble } from '#platform/http/problem.ts'
import { organByCode } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Frequent, frequentLexemes } from '#platform/search/frequent.ts'
import type { Synonyms } from '#platform/search/query.ts'
import { soundOf } from '#platform/search/sounds.ts'
import { NoTurn, turns } from '#platform/search/turns.ts'
import { type Vocabulary, vocabularyOf } from '#platform/search/vocabulary.ts'
import type { Day } from '#time/day.ts'
import type { ItemEntry } from '../contract.ts'
import { portalOrgan } from '../store.ts'
import type { SearchAnswer, SearchQuery, Suggestions } from './contract.ts'
import { itemSearch } from './indexed.ts'
import { recordMiss } from './misses.ts'
import { searchItems } from './search.ts'
import { synonymGroups, synonymsOf } from './synonyms.ts'
import { knownWords } from './words.ts'

type Db = Kysely<Database>

const shown = 20
/** Searches at work at once in this process; so many others wait, each so long. */
const queue = turns({ atOnce: 4, waiting: 60, ms: 2500 })
const secondsToWait = 5
const keptFor = 20_000
const corrections = 3
const suggestedWords = 6
const suggestedTitles = 4

/** What a portal's searches read besides the items: its list of synonyms and the words of its titles. */
interface Lexicon {
  organId: string
  synonyms: Synonyms
  vocabulary: Vocabulary
  frequent: Frequent
}

const kept = new WeakMap<object, { lexicon: Promise<Lexicon | undefined>; until: number }>()

/** The lexicon of the portal, read again after a while; changes made in this process count at once. */
function lexiconOf(db: Db, today: Day): Promise<Lexicon | undefined> {
  const known = kept.get(db)
  if (known && known.until > performance.now()) return known.lexicon
  const lexicon = readLexicon(db, today)
  kept.set(db, { lexicon, until: performance.now() + keptFor })
  lexicon.catch(() => kept.delete(db))
  return lexicon
}

/** Forgets what was kept: a list was changed, words were gathered. */
export const forgetLexicon = (db: Db): boolean => kept.delete(db)

async function readLexicon(db: Db, today: Day): Promise<Lexicon | undefined> {
  const organ = await portalOrgan(db, today)
  if (!organ) return undefined
  const [groups, words, frequent] = await Promise.all([
    synonymGroups(db, organ.organId),
    knownWords(db, organ.organId),
    frequentLexemes(db, itemSearch.name),
  ])
  const listed = groups.flatMap(({ head, words: others }) => [head, ...others])
  const known = new Set(words.map(({ word }) => word))
  const added = [...new Set(listed)]
    .filter((word) => !known.has(word) && /^\p{Script=Han}+$/u.test(word))
    .map((word) => ({ word, uses: 1, ...soundOf(word) }))
  return {
    organId: organ.organId,
    synonyms: synonymsOf(groups),
    vocabulary: vocabularyOf([...words, ...added]),
    frequent,
  }
}

/** A search of the portal, in its turn. Throws `busy` where too many are at it, `notFound` for an unknown organ. */
export async function search(
  { db, today }: Platform,
  asked: SearchQuery,
  visitor: string,
): Promise<SearchAnswer> {
  const on = today()
  const lexicon = await lexiconOf(db, on)
  const organ = asked.organ ? await organByCode(db, asked.organ, on) : undefined
  if (asked.organ && !organ) throw trouble('notFound')
  const { q: words = '', kind, year, validity, order, after } = asked
  const answer = await inTurn(() =>
    searchItems(db, {
      ...{ words, organId: organ?.organId, kind, validity, order, after, limit: shown, today: on },
      year: /^(?:19|20)\d\d$/.test(year ?? '') ? year : undefined,
      ...(lexicon && {
        synonyms: lexicon.synonyms,
        frequent: lexicon.frequent,
        correct: (typed: string) => lexicon.vocabulary.correct(typed, corrections),
      }),
    }),
  )
  const isNarrow = organ !== undefined || [kind, year, validity, after].some(Boolean)
  if (lexicon && !isNarrow && (answer.total === 0 || answer.near))
    await recordMiss(db, { organId: lexicon.organId, typed: words, visitor, today: on })
  return answer
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await queue.take(work)
  } catch (fault) {
    if (fault instanceof NoTurn)
      throw new HttpProblem(problem('busy', { detail: '现在检索的人较多，请过几秒钟再试。' }), {
        'retry-after': String(secondsToWait),
      })
    throw fault
  }
}

/** Words and titles for what somebody has typed so far. */
export async function suggest({ db, today }: Platform, typed: string): Promise<Suggestions> {
  const text = typed.trim().slice(0, 24)
  const lexicon = await lexiconOf(db, today())
  if (!lexicon || text === '') return { words: [], titles: [] }
  const words = lexicon.vocabulary.suggest(text, suggestedWords)
  const wanted = /\p{Script=Han}/u.test(text) ? `“${text}”` : words[0]
  if (wanted === undefined) return { words, titles: [] }
  const { entries } = await inTurn(() =>
    searchItems(db, { words: wanted, limit: suggestedTitles, today: today(), counted: false }),
  )
  const titles = entries
    .filter(({ titlePieces }) => titlePieces.some(({ hit }) => hit))
    .map(({ title, address }) => ({ title, address }))
  return { words, titles }
}

/** How many published items answer these words. */
export async function answersNow(db: Db, words: string, today: Day): Promise<number> {
  const lexicon = await lexiconOf(db, today)
  const ask = { words, limit: 1, today, ...(lexicon && { synonyms: lexicon.synonyms }) }
  const { total, near } = await searchItems(db, ask)
  return near ? 0 : total
}

/**
 * What is published and may answer a request before it is made: the same search as the portal's, the best first; where
 * nothing holds all the words, what holds most of them. At most `limit` entries.
 */
export async function publishedAnswers(
  db: Db,
  words: string | readonly string[],
  { limit, today }: { limit: number; today: Day },
): Promise<ItemEntry[]> {
  const lexicon = await lexiconOf(db, today)
  const typed = typeof words === 'string' ? words : words.join(' ')
  const { entries } = await inTurn(() =>
    searchItems(db, {
      words: typed,
      limit,
      today,
      counted: false,
      ...(lexicon && { synonyms: lexicon.synonyms, frequent: lexicon.frequent }),
    }),
  )
  return entries.map(({ titlePieces: _title, excerpt: _excerpt, ...entry }) => entry)
}
