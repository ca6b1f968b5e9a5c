/** Ways to cut digits that lost their separators back into figures. */

/** More ways than this are no reading. */
const mostWays = 2000
const mostSteps = 4000
const longestFigure = 12

/**
 * Every way to cut the tokens into n figures: no figure begins with 0 but 0 itself, and no figure reaches over the
 * end of a token. `sumEvery`: the last of every so many figures is the sum of those before it. Undefined where
 * there are too many ways to be told.
 */
export function cutsOf(
  tokens: readonly string[],
  n: number,
  sumEvery?: number,
): readonly (readonly number[])[] | undefined {
  if (tokens.some((token) => !/^\d{1,60}$/.test(token))) return []
  return sumEvery === n ? sumsOf(tokens, n) : new Cutter(tokens, n, sumEvery).ways()
}

class Cutter {
  readonly #text: string
  readonly #n: number
  readonly #sumEvery: number
  /** For each place the end of the token it lies in. */
  readonly #ends: number[] = []
  readonly #figures: number[] = []
  readonly #found: number[][] = []
  #steps = 0

  constructor(tokens: readonly string[], n: number, sumEvery = 0) {
    this.#text = tokens.join('')
    this.#n = n
    this.#sumEvery = sumEvery
    let end = 0
    for (const token of tokens) {
      end += token.length
      for (let index = 0; index < token.length; index++) this.#ends.push(end)
    }
  }

  ways(): readonly (readonly number[])[] | undefined {
    return this.#walk(0, 0) ? this.#found : undefined
  }

  /** Cuts from a place on, `sum` being the sum of the figures of the running group. False: too many ways. */
  #walk(from: number, sum: number): boolean {
    if (++this.#steps > mostSteps || this.#found.length > mostWays) return false
    const count = this.#figures.length
    if (count === this.#n) {
      if (from === this.#text.length) this.#found.push([...this.#figures])
      return true
    }
    if (this.#text.length - from < this.#n - count) return true
    if (this.#sumEvery > 0 && (count + 1) % this.#sumEvery === 0) return this.#takeSum(from, sum)
    const end = this.#text[from] === '0' ? from + 1 : Math.min(this.#ends[from] ?? 0, from + longestFigure)
    for (let to = from + 1; to <= end; to++) {
      const figure = Number(this.#text.slice(from, to))
      if (!this.#take(figure, to, sum + figure)) return false
    }
    return true
  }

  #takeSum(from: number, sum: number): boolean {
    const words = String(sum)
    const to = from + words.length
    if (!this.#text.startsWith(words, from) || to > (this.#ends[from] ?? 0)) return true
    return this.#take(sum, to, 0)
  }

  #take(figure: number, to: number, sum: number): boolean {
    this.#figures.push(figure)
    const goesOn = this.#walk(to, sum)
    this.#figures.pop()
    return goesOn
  }
}

/** The ways in which the last figure is the sum of all others: for each last figure those that add up to it. */
function sumsOf(tokens: readonly string[], n: number): readonly (readonly number[])[] | undefined {
  const last = tokens.at(-1) ?? ''
  const before = tokens.slice(0, -1)
  const found: (readonly number[])[] = []
  for (let length = 1; length <= Math.min(last.length, longestFigure); length++) {
    const words = last.slice(-length)
    if (words.length > 1 && words.startsWith('0')) continue
    const rest = last.slice(0, -length)
    const adder = new Adder(rest === '' ? before : [...before, rest], n - 1, Number(words))
    const ways = adder.ways()
    if (ways === undefined || found.length + ways.length > mostWays) return undefined
    found.push(...ways)
  }
  return found
}

/** Cuts tokens into n figures that add up to a sum. */
class Adder {
  readonly #text: string
  readonly #ends: number[] = []
  readonly #n: number
  readonly #sum: number
  readonly #longest: number
  readonly #figures: number[] = []
  readonly #found: number[][] = []
  #steps = 0

  constructor(tokens: readonly string[], n: number, sum: number) {
    this.#text = tokens.join('')
    this.#n = n
    this.#sum = sum
    this.#longest = String(sum).length
    let end = 0
    for (const token of tokens) {
      end += token.length
      for (let index = 0; index < token.length; index++) this.#ends.push(end)
    }
  }

  ways(): readonly (readonly number[])[] | undefined {
    return this.#walk(0, this.#sum) ? this.#found : undefined
  }

  #walk(from: number, left: number): boolean {
    if (++this.#steps > mostSteps) return false
    const figures = this.#n - this.#figures.length
    const digits = this.#text.length - from
    if (figures === 0) {
      if (digits === 0 && left === 0) this.#found.push([...this.#figures, this.#sum])
      return true
    }
    if (digits < figures || digits > figures * this.#longest) return true
    const end = this.#text[from] === '0' ? from + 1 : Math.min(this.#ends[from] ?? 0, from + this.#longest)
    for (let to = from + 1; to <= end; to++) {
      const figure = Number(this.#text.slice(from, to))
      if (figure > left) break
      this.#figures.push(figure)
      const goesOn = this.#walk(to, left - figure)
      this.#figures.pop()
      if (!goesOn) return false
    }
    return true
  }
}
