import { isWord } from './fold.ts'
import type { Frequent } from './frequent.ts'
import { marks, pairOf, quoted } from './grams.ts'

/** Whether a word of letters at the ends of the units may be cut out of a longer one. */
export interface Ends {
  readonly before: boolean
  readonly after: boolean
}

const open: Ends = { before: true, after: true }

const none: Frequent = new Set()

/**
 * The index's condition for units that stand one after another, as the text of a tsquery. Of a longer phrase the
 * frequent pairs may be left out: what is found is read before it is shown.
 */
export function phraseQuery(
  units: readonly string[],
  mark = '',
  ends: Ends = open,
  frequent: Frequent = none,
): string {
  const [only] = units
  if (only === undefined) return ''
  if (units.length === 1) return single(only, mark, ends)
  const pairs = units.slice(1).map((other, i) => mark + pairOf(units[i] ?? '', other))
  const telling = pairs.flatMap((lexeme, i) => (frequent.has(lexeme) ? [] : [i]))
  const asked = telling.length > 0 ? telling : [...pairs.keys()]
  return [...new Set(asked.map((i) => pair(units, i, mark, ends)))].join(' & ')
}

function single(unit: string, mark: string, { before, after }: Ends): string {
  const goesOn = after || !isWord(unit) ? ':*' : ''
  const whole = quoted(mark + unit) + goesOn
  return isWord(unit) && before ? `(${whole} | ${quoted(mark + marks.suffix + unit)}${goesOn})` : whole
}

// The first word of letters may be the end of a longer one, the last the beginning of one.
function pair(units: readonly string[], i: number, mark: string, { before, after }: Ends): string {
  const [one = '', other = ''] = [units[i], units[i + 1]]
  const mayGoOn = after && i + 2 === units.length && isWord(other)
  const whole = quoted(mark + pairOf(one, other)) + (mayGoOn ? ':*' : '')
  return before && i === 0 && isWord(one) ? `(${whole} | ${quoted(mark + marks.suffix + one)})` : whole
}

/** Both conditions; either may be empty. */
export const both = (...conditions: readonly string[]): string => join(conditions, ' & ')

/** One of the conditions. */
export const oneOf = (...conditions: readonly string[]): string => join(conditions, ' | ')

function join(conditions: readonly string[], by: string): string {
  const set = [...new Set(conditions)].filter((each) => each !== '')
  return set.length <= 1 ? (set[0] ?? '') : set.map((each) => `(${each})`).join(by)
}

export const not = (condition: string): string => `!(${condition})`
