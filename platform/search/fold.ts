import { Converter } from 'opencc-js/t2cn'

/**
 * A text as the index sees it: a row of units, each a single character or a whole word of letters and digits, in one
 * width, one case, simplified characters; punctuation and spaces only part one word of letters from the next. The
 * same for what is indexed and for what is asked, so that what is asked is found wherever it stands.
 */
export interface Folded {
  readonly units: readonly string[]
  /** Where unit i begins in the text. */
  readonly from: readonly number[]
  /** Where it ends. */
  readonly to: readonly number[]
}

/** A run of letters longer than this is parted; its parts are units of their own. */
const longestWord = 24

const noise = 0
const alone = 1
const joins = 2

interface Tables {
  /** What a character of the basic plane is. */
  readonly sort: Uint8Array
  /** What it becomes; 0xffff for those of `wide`. */
  readonly to: Uint16Array
  /** Characters that become several. */
  readonly wide: ReadonlyMap<number, string>
}

let tables: Tables | undefined

// 〇 counts as a number and as a character: it stands alone as the characters beside it do.
function sortOf(text: string): number {
  if (/^\p{Script=Han}/u.test(text)) return alone
  return /^[\p{Script=Latin}\p{N}]/u.test(text) ? joins : /^\p{L}/u.test(text) ? alone : noise
}

function makeTables(): Tables {
  const sort = new Uint8Array(0x10000)
  const to = new Uint16Array(0x10000)
  const wide = new Map<number, string>()
  const simplified = Converter({ from: 't', to: 'cn' })
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue
    const raw = String.fromCharCode(code)
    const plain = code < 0x80 ? raw.toLowerCase() : raw.normalize('NFKC').toLowerCase()
    const text = code >= 0x3400 ? simplified(plain) : plain
    if (text.length === 1) {
      sort[code] = sortOf(text)
      to[code] = text.charCodeAt(0)
    } else {
      to[code] = 0xffff
      wide.set(code, text)
    }
  }
  return { sort, to, wide }
}

/** The units of a text, with the places where they stand in it. */
export function fold(text: string): Folded {
  tables ??= makeTables()
  const builder = new Builder(tables)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0xd800 || code >= 0xe000) builder.take(code, at, at + 1)
    else if (code < 0xdc00 && at + 1 < text.length) builder.takePair(text.slice(at, ++at + 1), at - 1)
  }
  builder.endWord()
  return builder
}

class Builder implements Folded {
  readonly units: string[] = []
  readonly from: number[] = []
  readonly to: number[] = []
  readonly #tables: Tables
  #word = ''
  #begun = 0
  #ended = 0

  constructor(table: Tables) {
    this.#tables = table
  }

  take(code: number, from: number, end: number): void {
    const { sort, to, wide } = this.#tables
    const mapped = to[code] ?? 0
    if (mapped === 0xffff) {
      for (const each of wide.get(code) ?? '') {
        const inner = each.charCodeAt(0)
        if (each.length === 1 && to[inner] !== 0xffff) this.take(inner, from, end)
      }
    } else if (sort[code] === joins) this.#join(String.fromCharCode(mapped), from, end)
    else if (sort[code] === alone) this.#single(String.fromCharCode(mapped), from, end)
    else this.endWord()
  }

  /** A character beyond the basic plane. */
  takePair(pair: string, from: number): void {
    const plain = pair.normalize('NFKC').toLowerCase()
    if (plain !== pair) for (const each of plain) this.take(each.charCodeAt(0), from, from + 2)
    else if (sortOf(pair) !== noise) this.#single(pair, from, from + 2)
    else this.endWord()
  }

  endWord(): void {
    if (this.#word === '') return
    this.#add(this.#word, this.#begun, this.#ended)
    this.#word = ''
  }

  #join(letter: string, from: number, end: number): void {
    if (this.#word.length >= longestWord) this.endWord()
    if (this.#word === '') this.#begun = from
    this.#word += letter
    this.#ended = end
  }

  #single(character: string, from: number, end: number): void {
    this.endWord()
    this.#add(character, from, end)
  }

  #add(unit: string, from: number, end: number): void {
    this.units.push(unit)
    this.from.push(from)
    this.to.push(end)
  }
}

/** Whether a unit is a word of letters and digits. */
export function isWord(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return code < 0x80 || (code < 0x2e80 && sortOf(unit) === joins)
}

/** The units in one text, words of letters apart from each other by a space: equal for equal askings. */
export function foldedText({ units }: Folded): string {
  let text = ''
  let before = false
  for (const unit of units) {
    const word = isWord(unit)
    text += word && before ? ` ${unit}` : unit
    before = word
  }
  return text
}

/** Texts in folded writing, a line each: no word stands across two of them. */
export const foldedLines = (texts: readonly string[]): string =>
  texts
    .map((text) => foldedText(fold(text)))
    .filter((text) => text !== '')
    .join('\n')
