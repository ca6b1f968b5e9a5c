/** Ways to cut digits that lost their separators back into figures. */

/** More ways than this are no reading. */
const mostWays = 4000
const mostSteps = 60_000

/**
 * Every way to cut the tokens into n figures: no figure begins with 0 but 0 itself, and no figure reaches over the
 * end of a token. `keep` drops a beginning that cannot lead anywhere. Undefined where there are too many ways.
 */
export function cutsOf(
  tokens: readonly string[],
  n: number,
  keep: (figures: readonly number[]) => boolean = () => true,
): readonly (readonly number[])[] | undefined {
  if (tokens.some((token) => !/^\d{1,60}$/.test(token))) return []
  const text = tokens.join('')
  const ends = new Set<number>()
  tokens.reduce((end, token) => {
    ends.add(end + token.length)
    return end + token.length
  }, 0)
  const found: number[][] = []
  let steps = 0
  const walk = (from: number, figures: number[]): boolean => {
    if (++steps > mostSteps || found.length > mostWays) return false
    if (figures.length === n) {
      if (from === text.length) found.push(figures)
      return true
    }
    if (text.length - from < n - figures.length) return true
    for (let to = from + 1; to <= text.length; to++) {
      const next = [...figures, Number(text.slice(from, to))]
      if (to - from <= 12 && keep(next) && !walk(to, next)) return false
      if (text[from] === '0' || ends.has(to)) break
    }
    return true
  }
  return walk(0, []) ? found : undefined
}

/** For rows whose last figure is the sum of the others. */
export const lastIsSum =
  (n: number) =>
  (figures: readonly number[]): boolean =>
    figures.length < n || figures.slice(0, -1).reduce((sum, figure) => sum + figure, 0) === figures[n - 1]

/** For table four: every fifth figure is the sum of the four before it. */
export const fifthIsSum = (figures: readonly number[]): boolean =>
  figures.length % 5 !== 0 || lastIsSum(5)(figures.slice(-5))
