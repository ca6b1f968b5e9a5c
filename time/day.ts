declare const dayBrand: unique symbol

/** A calendar day as '2026-11-21': no hour, no zone. */
export type Day = string & { readonly [dayBrand]: true }

/** Days since 1970-01-01, which is 0: the form for arithmetic. */
export type Ordinal = number

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** True for a leap year of the Gregorian calendar. */
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

// Days since 1970-01-01 of a civil date, with years that begin in March so that the leap day comes last.
const ordinalOfCivil = (year: number, month: number, date: number): Ordinal => {
  const shifted = month > 2 ? year : year - 1
  const era = (shifted / 400) | 0
  const yearOfEra = shifted - era * 400
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + date - 1
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

const format = (ordinal: Ordinal): Day => {
  const shifted = ordinal + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day
}

// Days that case work meets, written once: most of the cost of an answer is making its strings.
const writtenFrom = ordinalOfCivil(2000, 1, 1)
const written: readonly Day[] = Array.from({ length: ordinalOfCivil(2061, 1, 1) - writtenFrom }, (_, i) =>
  format(writtenFrom + i),
)

// The day before the first of each month of those years.
const monthStarts = Int32Array.from(
  { length: 61 * 12 },
  (_, i) => ordinalOfCivil(2000 + Math.floor(i / 12), (i % 12) + 1, 1) - 1,
)

const digits = (text: string, from: number, upTo: number): number => {
  let value = 0
  for (let i = from; i < upTo; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** True where the text is an existing day from 0001-01-01 to 9999-12-31, written YYYY-MM-DD. */
export const isDay = (text: string): text is Day => {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const date = digits(text, 8, 10)
  if (year < 1 || month < 1 || month > 12 || date < 1) return false
  return date <= (month === 2 && isLeap(year) ? 29 : (daysInMonth[month - 1] ?? 0))
}

/** The text as a Day. Throws RangeError where it is not one; ask `isDay` first for what people typed. */
export const day = (text: string): Day => {
  if (isDay(text)) return text
  throw new RangeError(`not a day: ${text}`)
}

/** Days since 1970-01-01. */
export const ordinalOf = (of: Day): Ordinal => {
  const year =
    of.charCodeAt(0) * 1000 + of.charCodeAt(1) * 100 + of.charCodeAt(2) * 10 + of.charCodeAt(3) - 53328
  const month = of.charCodeAt(5) * 10 + of.charCodeAt(6) - 528
  const date = of.charCodeAt(8) * 10 + of.charCodeAt(9) - 528
  const before = monthStarts[(year - 2000) * 12 + month - 1]
  return before === undefined ? ordinalOfCivil(year, month, date) : before + date
}

/** The day of an ordinal; the inverse of `ordinalOf`. */
export const dayOf = (ordinal: Ordinal): Day => written[ordinal - writtenFrom] ?? format(ordinal)

/** The day n calendar days later (earlier where n is negative). */
export const plusDays = (from: Day, n: number): Day => dayOf(ordinalOf(from) + n)

/** Calendar days from the one to the other; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => ordinalOf(to) - ordinalOf(from)

/** Negative, zero, positive as the first day is before, on or after the second: for sort. */
export const compareDays = (one: Day, other: Day): number => (one < other ? -1 : one > other ? 1 : 0)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (ordinal: Ordinal): number => ((((ordinal + 3) % 7) + 7) % 7) + 1

/** 1 for Monday to 7 for Sunday. */
export const weekday = (of: Day): number => weekdayOf(ordinalOf(of))

/** The year of a day, as a number. */
export const yearOf = (of: Day): number => Number(of.slice(0, 4))

/** 2026年11月21日 */
export const inChinese = (of: Day): string =>
  `${Number(of.slice(0, 4))}年${Number(of.slice(5, 7))}月${Number(of.slice(8, 10))}日`

/** 星期六 */
export const weekdayInChinese = (of: Day): string => `星期${'一二三四五六日'.charAt(weekday(of) - 1)}`

const hasZone = /T.*(?:Z|[+-]\d{2}:?\d{2})$/

/**
 * The calendar day in Beijing time (UTC+8, no summer time since 1991) of an ISO instant such as
 * '2026-11-21T16:30:00Z'. Throws RangeError where the text is not an instant with its zone.
 */
export const dayInShanghai = (instant: string): Day => {
  const milliseconds = hasZone.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant with a zone: ${instant}`)
  return dayOf(Math.floor((milliseconds + 8 * 3_600_000) / 86_400_000))
}
