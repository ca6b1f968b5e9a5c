import { types } from 'pg'

type Parser = (text: string) => unknown

const textArray: (text: string) => (string | null)[] = types.getTypeParser(1009 as number)

/** What a `timestamptz` is here: ISO text in UTC, milliseconds, or microseconds where it has them. */
export function instantOf(text: string): string {
  const [, day, time, fraction = ''] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text) ?? []
  if (day === undefined) return text
  return `${day}T${time}.${fraction.padEnd(fraction.length > 3 ? 6 : 3, '0')}Z`
}

/** What a `bigint` is here: a number; a fault where it is too large to be one exactly. */
function integerOf(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`)
  return value
}

const arrayOf =
  (parse: (text: string) => unknown): Parser =>
  (text) =>
    textArray(text).map((entry) => (entry === null ? null : parse(entry)))

const asText: Parser = (text) => text

const parsers = new Map<number, Parser>([
  [20, integerOf],
  [1016, arrayOf(integerOf)],
  [1082, asText], // date: '2026-11-21', no hour, no zone
  [1182, arrayOf(asText)],
  [1184, instantOf],
  [1185, arrayOf(instantOf)],
])

/** Parsers for our own connections; other libraries on the same server keep pg's. */
export const columnTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format),
}
