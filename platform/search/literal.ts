import { type Folded, fold, foldedText, isWord } from './fold.ts'
import type { Query } from './query.ts'

/** A piece of a text; `hit` where it is what was asked for. Texts are shown as text, never as HTML. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** A text folded, in which words can be looked for and shown where they stand. */
export interface Readable {
  readonly raw: string
  readonly folded: Folded
  readonly text: string
  /** The unit at each place of `text`. */
  readonly unitAt: Uint32Array
}

export function readable(raw: string): Readable {
  const folded = fold(raw)
  const text = foldedText(folded)
  const unitAt = new Uint32Array(text.length + 1)
  let place = 0
  for (const [i, unit] of folded.units.entries()) {
    if (isWord(unit) && i > 0 && isWord(folded.units[i - 1] ?? '')) unitAt[place++] = i
    unitAt.fill(i, place, place + unit.length)
    place += unit.length
  }
  return { raw, folded, text, unitAt }
}

const textOf = (units: readonly string[]): string => foldedText({ units, from: [], to: [] })

/** Whether texts together hold every word of the query, letter by letter: the index knows only pairs. */
export function holdsAll({ parts }: Query, texts: readonly Readable[]): boolean {
  const held = (units: readonly string[]) => {
    const wanted = textOf(units)
    return texts.some(({ text }) => text.includes(wanted))
  }
  return parts.every(({ runs }) => runs.every((run) => run.some(held)))
}

/** Stretches of a text's folded writing in which one of the words stands; the longer words first. */
function stretches({ text }: Readable, words: readonly (readonly string[])[]): [number, number][] {
  const found: [number, number][] = []
  for (const wanted of [...new Set(words.map(textOf))].sort((one, other) => other.length - one.length)) {
    if (wanted === '') continue
    for (let at = text.indexOf(wanted); at >= 0 && found.length < 200; at = text.indexOf(wanted, at + 1))
      if (!found.some(([from, to]) => at < to && at + wanted.length > from))
        found.push([at, at + wanted.length])
  }
  return found.sort(([one], [other]) => one - other)
}

/** The whole text in pieces, what was asked for among them. */
export function marked(readableText: Readable, words: readonly (readonly string[])[]): Piece[] {
  return pieces(readableText, stretches(readableText, words), 0, readableText.raw.length)
}

/** The part of a text around what was asked for, about `length` characters; undefined where it is not in it. */
export function excerpt(
  text: Readable,
  words: readonly (readonly string[])[],
  length: number,
): Piece[] | undefined {
  const found = stretches(text, words)
  const first = densest(found, length)
  if (first === undefined) return undefined
  const { from = 0 } = rawPlace(text, first)
  const begin = Math.max(0, from - Math.floor(length / 4))
  const end = Math.min(text.raw.length, begin + length)
  const inside = pieces(text, found, begin, end)
  return [
    ...(begin > 0 ? [{ text: '…', hit: false }] : []),
    ...inside,
    ...(end < text.raw.length ? [{ text: '…', hit: false }] : []),
  ]
}

// The stretch from which most of the words stand close together.
function densest(found: readonly [number, number][], length: number): [number, number] | undefined {
  let [best] = found
  let most = 0
  for (const [i, stretch] of found.slice(0, 50).entries()) {
    const near = found.slice(i).filter(([from]) => from < stretch[0] + length / 2)
    const weight = near.reduce((sum, [from, to]) => sum + (to - from), 0)
    if (weight > most) [best, most] = [stretch, weight]
  }
  return best
}

const rawPlace = ({ folded, unitAt }: Readable, [from, to]: [number, number]) => ({
  from: folded.from[unitAt[from] ?? 0],
  to: folded.to[unitAt[to - 1] ?? 0],
})

function pieces(text: Readable, found: readonly [number, number][], begin: number, end: number): Piece[] {
  const all: Piece[] = []
  let at = begin
  const put = (upTo: number, hit: boolean) => {
    if (upTo > at) all.push({ text: text.raw.slice(at, upTo).replaceAll(/\s+/g, ' '), hit })
    at = Math.max(at, upTo)
  }
  for (const stretch of found) {
    const { from = 0, to = 0 } = rawPlace(text, stretch)
    if (from < at || to > end) continue
    put(from, false)
    put(to, true)
  }
  put(end, false)
  return all
}
