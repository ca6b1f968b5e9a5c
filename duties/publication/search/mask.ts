import { fold, foldedText } from '#platform/search/fold.ts'

const longest = 24
const masked = '＊'

/**
 * A query as it may be counted: folded, numbers of persons, telephones and accounts masked; undefined where it is too
 * long or too short to be a thing that somebody looks for. Years and short numbers stay.
 */
export function countable(typed: string): string | undefined {
  if (/[@＠]/.test(typed)) return undefined
  const words = typed
    .trim()
    .split(/\s+/)
    .map((word) => foldedText(fold(word)))
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[a-z]*\d[a-z\d]*(?: \d+)*/g, (number) => (isHarmless(number) ? number : masked))
  const telling = words.replaceAll(masked, '').trim()
  return telling.length < 2 || words.length > longest ? undefined : words
}

const isHarmless = (number: string): boolean =>
  /^\d{1,3}$/.test(number) || /^(19|20)\d\d( \d{1,3})?$/.test(number)
