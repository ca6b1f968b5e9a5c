import { isWord } from './fold.ts'
import { marks, pairOf, quoted } from './grams.ts'

/** The index's condition for units that stand one after another, as the text of a tsquery. */
export function phraseQuery(units: readonly string[], mark = ''): string {
  const [only] = units
  if (only === undefined) return ''
  if (units.length === 1) return single(only, mark)
  const conditions = new Set<string>()
  for (let i = 0; i + 1 < units.length; i++) conditions.add(pair(units, i, mark))
  return [...conditions].join(' & ')
}

// A word of letters alone may be cut out of a longer one at both its ends.
const single = (unit: string, mark: string): string => {
  const begins = `${quoted(mark + unit)}:*`
  return isWord(unit) ? `(${begins} | ${quoted(mark + marks.suffix + unit)}:*)` : begins
}

// The first word of letters may be the end of a longer one, the last the beginning of one.
function pair(units: readonly string[], i: number, mark: string): string {
  const [one = '', other = ''] = [units[i], units[i + 1]]
  const mayGoOn = i + 2 === units.length && isWord(other)
  const whole = quoted(mark + pairOf(one, other)) + (mayGoOn ? ':*' : '')
  return i === 0 && isWord(one) ? `(${whole} | ${quoted(mark + marks.suffix + one)})` : whole
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
