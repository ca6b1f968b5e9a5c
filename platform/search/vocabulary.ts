import { fold, foldedText } from './fold.ts'
import { type Sound, soundOf } from './sounds.ts'

/** A word that documents use, with how often. */
export interface KnownWord extends Sound {
  readonly word: string
  readonly uses: number
}

/** Words for suggestions and for near misses. */
export interface Vocabulary {
  /** Words that begin so, sound so, or hold what was typed, the most used first. */
  suggest(typed: string, limit: number): string[]
  /** What was perhaps meant by words that are found nowhere, the likeliest first. */
  correct(typed: string, limit: number): string[]
}

const longestWord = 8
const longestTyped = 24

/** A vocabulary in memory: some ten thousand words, looked up in less than a millisecond. */
export function vocabularyOf(words: readonly KnownWord[]): Vocabulary {
  const sorted = [...words].sort((one, other) => other.uses - one.uses)
  const byPattern = new Map<string, KnownWord[]>()
  const add = (key: string, word: KnownWord) => {
    const known = byPattern.get(key)
    if (!known) byPattern.set(key, [word])
    else if (known.length < 8) known.push(word)
  }
  for (const word of sorted) for (const key of patternsOf(word.word, word)) add(key, word)
  const known = new Set(sorted.map(({ word }) => word))
  return {
    suggest: (typed, limit) => suggestFrom(sorted, typed, limit),
    correct: (typed, limit) => correctBy(byPattern, known, typed, limit),
  }
}

const isLatin = (text: string): boolean => /^[a-z]+$/.test(text)

function suggestFrom(words: readonly KnownWord[], typed: string, limit: number): string[] {
  const text = foldedText(fold(typed.slice(0, longestTyped)))
  if (text === '') return []
  const latin = text.replaceAll(' ', '')
  const ways: ((each: KnownWord) => boolean)[] = isLatin(latin)
    ? [
        (each) => each.initials === latin,
        (each) => each.pinyin.startsWith(latin),
        (each) => latin.length > 1 && each.initials.startsWith(latin),
      ]
    : [(each) => each.word.startsWith(text), (each) => each.word.includes(text)]
  const found = new Set<string>()
  for (const way of ways) {
    for (const each of words) {
      if (found.size >= limit) return [...found]
      if (way(each) && each.word !== text) found.add(each.word)
    }
  }
  return [...found]
}

// A word can be reached by its sound, with any one character left open, and with two neighbours exchanged.
function* patternsOf(word: string, { pinyin, initials }: Sound): Generator<string> {
  yield `s:${pinyin}`
  if (initials.length > 1) yield `i:${initials}`
  yield* spelled(word)
}

function* spelled(word: string): Generator<string> {
  const characters = [...word]
  if (characters.length > longestWord) return
  yield `t:${characters.toSorted().join('')}`
  if (characters.length < 3) return
  for (let i = 0; i < characters.length; i++) yield `o:${characters.with(i, '?').join('')}`
}

type ByPattern = ReadonlyMap<string, readonly KnownWord[]>

function correctBy(words: ByPattern, known: ReadonlySet<string>, typed: string, limit: number): string[] {
  const text = foldedText(fold(typed.slice(0, longestTyped)))
  const latin = text.replaceAll(' ', '')
  if (isLatin(latin))
    return [...(words.get(`s:${latin}`) ?? []), ...(words.get(`i:${latin}`) ?? [])]
      .map(({ word }) => word)
      .slice(0, limit)
  const characters = [...text]
  const guesses: { text: string; weight: number }[] = []
  for (let length = Math.min(longestWord, characters.length); length >= 2; length--) {
    for (let at = 0; at + length <= characters.length; at++) {
      const window = characters.slice(at, at + length).join('')
      if (known.has(window) || !/^\p{Script=Han}+$/u.test(window)) continue
      for (const { word, weight } of meant(words, window))
        guesses.push({ text: characters.toSpliced(at, length, word).join(''), weight: weight * length })
    }
  }
  guesses.sort((one, other) => other.weight - one.weight)
  return [...new Set(guesses.map((guess) => guess.text))].filter((each) => each !== text).slice(0, limit)
}

function* meant(words: ByPattern, window: string): Generator<{ word: string; weight: number }> {
  const ways: [string, number][] = [
    [`s:${soundOf(window).pinyin}`, 4],
    ...[...spelled(window)].map((key): [string, number] => [key, key.startsWith('t:') ? 3 : 2]),
  ]
  for (const [key, weight] of ways)
    for (const { word, uses } of words.get(key) ?? [])
      if (word !== window && [...word].length === [...window].length)
        yield { word, weight: weight + Math.log10(uses + 1) / 10 }
}
