import { fold, foldedText } from './fold.ts'
import type { Frequent } from './frequent.ts'
import { marks, quoted } from './grams.ts'
import { type AskedNumber, numberIn } from './numbers.ts'
import { both, type Ends, oneOf, phraseQuery } from './phrase.ts'
import { runsOf } from './segment.ts'

/** Units that a document must hold one after another, or others that mean the same. */
export type Run = readonly (readonly string[])[]

/** One word of a query, or a phrase in quotation marks. */
export interface Part {
  /** As it was typed, without the marks. */
  readonly text: string
  readonly units: readonly string[]
  readonly exact: boolean
  readonly runs: readonly Run[]
}

/** A query as the index is asked. */
export interface Query {
  readonly parts: readonly Part[]
  /** What documents are called by, where the query is a document's number or an index number. */
  readonly number: AskedNumber | undefined
  /** More was typed than is looked for. */
  readonly cut: boolean
  /** Pairs that narrow a search little. */
  readonly frequent?: Frequent | undefined
}

/** Words that mean the same, by each of them, in folded writing; the longest first. */
export type Synonyms = readonly { readonly word: string; readonly others: readonly string[] }[]

export const longestQuery = 80
const mostParts = 6
const mostOthers = 6

const quotes = /["“”„＂「『《]([^"“”„＂」』》]{1,80})["“”„＂」』》]/g

/** Reads what somebody typed. Nothing of it throws, and no more of it is looked for than can be found in time. */
export function readQuery(typed: string, synonyms: Synonyms = [], frequent?: Frequent): Query {
  const text = typed.normalize('NFC').slice(0, longestQuery)
  const exact: string[] = []
  const rest = text.replaceAll(quotes, (_, phrase: string) => {
    exact.push(phrase)
    return ' '
  })
  const words = rest.split(/[\s,，、;；]+/u)
  const all = [
    ...exact.map((each) => partOf(each, true, [])),
    ...words.map((each) => partOf(each, false, synonyms)),
  ]
  const parts = all.filter(({ units }) => units.length > 0)
  return {
    parts: parts.slice(0, mostParts),
    number: numberIn(rest),
    cut: typed.length > longestQuery || parts.length > mostParts,
    frequent,
  }
}

function partOf(text: string, exact: boolean, synonyms: Synonyms): Part {
  const { units } = fold(text)
  const runs = exact ? [[units]] : withSynonyms(units, synonyms)
  return { text: text.trim(), units, exact, runs: units.length === 0 ? [] : runs }
}

// Words of the list are looked for first; what stands before, between and after them is parted into words.
function withSynonyms(units: readonly string[], synonyms: Synonyms): Run[] {
  if (units.length === 0) return []
  const text = foldedText({ units, from: [], to: [] })
  const found = synonyms.find(({ word }) => text.includes(word))
  if (!found) return runsOf(units).map((run) => [run])
  const at = text.indexOf(found.word)
  const [before, after] = [fold(text.slice(0, at)).units, fold(text.slice(at + found.word.length)).units]
  const run = [found.word, ...found.others.slice(0, mostOthers)].map((each) => fold(each).units)
  return [
    ...(before.length > 1 ? withSynonyms(before, synonyms) : []),
    run,
    ...(after.length > 1 ? withSynonyms(after, synonyms) : []),
  ]
}

const runQuery = (run: Run, mark: string, ends: Ends, frequent?: Frequent): string =>
  oneOf(...run.map((units) => phraseQuery(units, mark, ends, frequent)))

// Only at its own ends may a word that was typed be cut out of a longer one.
const runQueries = ({ runs }: Part, mark: string, frequent?: Frequent): string[] =>
  runs.map((run, i) => runQuery(run, mark, { before: i === 0, after: i === runs.length - 1 }, frequent))

const conditionOf = ({ parts, frequent }: Query, mark = ''): string =>
  both(...parts.flatMap((part) => runQueries(part, mark, frequent)))

// A number belongs to whoever wrote it: where a prefix was typed, the document bears it too.
function numberCondition(asked: AskedNumber | undefined): string {
  if (asked === undefined) return ''
  const { units } = fold(asked.prefix)
  return both(quoted(marks.number + asked.number), units.length > 1 ? phraseQuery(units, marks.title) : '')
}

/**
 * The condition that every document found meets, as the text of a tsquery; empty for an empty query. A document is
 * found by its number however the text writes it.
 */
export const matchCondition = (query: Query): string =>
  oneOf(numberCondition(query.number), conditionOf(query))

/** Narrower conditions, the most telling first: what is found by them stands before the rest. */
export function tiersOf(query: Query): string[] {
  const { parts, number, frequent } = query
  const literal = (mark: string) =>
    both(...parts.map(({ units }) => phraseQuery(units, mark, undefined, frequent)))
  const tiers = [numberCondition(number), literal(marks.title), conditionOf(query, marks.title), literal('')]
  const whole = [matchCondition(query), conditionOf(query)]
  return [...new Set(tiers)].filter((tier) => tier !== '' && !whole.includes(tier))
}

/** The condition of documents that hold a part of what is asked: all words but one, or one of two. */
export function nearCondition({ parts }: Query): string {
  const runs = parts.flatMap((part) => runQueries(part, ''))
  if (runs.length < 2) return ''
  return oneOf(...runs.slice(0, mostParts).map((_, left) => both(...runs.filter((_each, i) => i !== left))))
}

/** Everything that a document's text may be marked at. */
export const wordsToMark = ({ parts }: Query): readonly (readonly string[])[] =>
  parts.flatMap(({ units, runs }) => [units, ...runs.flat()])
