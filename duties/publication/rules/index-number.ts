/**
 * The index number as it stands in an address, below the code of its organ: without the organ's own credit code in
 * front, and with ~ for the slashes. 11990421MB0000001X/2026-00012 is 2026-00012.
 */
export const indexSlug = (indexNumber: string, creditCode: string): string => {
  const own = `${creditCode}/`
  return (indexNumber.startsWith(own) ? indexNumber.slice(own.length) : indexNumber).replaceAll('/', '~')
}

/** The index numbers that an address may mean, the likelier first. */
export const indexNumbersOf = (slug: string, creditCode: string): readonly [string, string] => {
  const rest = slug.replaceAll('~', '/')
  return [`${creditCode}/${rest}`, rest]
}

/** What an index number may be made of. */
export interface IndexParts {
  readonly credit: string
  readonly organ: string
  readonly region: string
  readonly on: string
  readonly n: number
  /** The organ's short name, for numbers that stand in no address: 住建局. */
  readonly short?: string
}

/**
 * An index number by its pattern: {credit}/{year}-{n:5} gives 11990421MB0000001X/2026-00012. `on` is the day of
 * forming. There is no national pattern in force, so each organ sets its own.
 */
export const indexNumberBy = (
  pattern: string,
  { credit, organ, region, on, n, short = '' }: IndexParts,
): string =>
  pattern.replaceAll(
    /\{(credit|organ|region|short|year|month|n)(?::(\d))?\}/g,
    (_, part: string, digits?: string) => {
      if (part === 'n') return String(n).padStart(Number(digits ?? '1'), '0')
      const parts: Readonly<Record<string, string>> = {
        credit,
        organ,
        region,
        short,
        year: on.slice(0, 4),
        month: on.slice(5, 7),
      }
      return parts[part] ?? ''
    },
  )

/** True where a pattern gives another number for another item: it has a running number, and nothing unknown in it. */
export const isIndexPattern = (pattern: string): boolean =>
  /\{n(:[1-8])?\}/.test(pattern) &&
  /^[\p{L}\p{N}/\-_.]+$/u.test(pattern.replaceAll(/\{(credit|organ|region|year|month|n(:[1-8])?)\}/g, 'x'))

/** The same for a number of the register, which may hold the organ's short name and 〔 〕: {short}规〔{year}〕{n}号. */
export const isRegisterPattern = (pattern: string): boolean =>
  isIndexPattern(pattern.replaceAll(/\{short\}|[〔〕]/g, 'x'))
