import { isWord } from './fold.ts'
import { marks, pairOf, quoted } from './grams.ts'

/** Whether a word of letters at the ends of the units may be cut out of a longer one. */
export interface Ends {
  readonly before: boolean
  readonly after: boolean
}

const open: Ends = { before: true, after: true }

/** The index's condition for units that stand one after another, as the text of a tsquery. */
export function phraseQuery(units: readonly string[], mark = '', ends: Ends = open): string {
  const [only] = units
  if (only === undefined) return ''
  if (units.length === 1) return single(only, mark, ends)
  const conditions = new Set<string>()
  for (let i = 0; i + 1 < units.length; i++) conditions.add(pair(units, i, mark, ends))
  return [...conditions].join(' & ')
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
