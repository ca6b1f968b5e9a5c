import { type Day, day, dayOf, type Ordinal, ordinalOf, weekdayOf } from './day.ts'

/** What a calendar needs of a holiday notice; days are written YYYY-MM-DD. */
export interface Notice {
  readonly year: number
  readonly number: string
  /** Number of the notice that this one changes: its festivals replace those of the same name. */
  readonly amends?: string
  readonly publishedOn?: string
  /** The days that are settled by the notice, both included. */
  readonly covers: { readonly from: string; readonly upTo: string }
  readonly festivals: readonly Festival[]
}

/** Days off and weekend days worked instead, under the name of the festival. */
export interface Festival {
  readonly name: string
  readonly off: readonly string[]
  readonly on?: readonly string[]
}

/** Local days: a festival set by a local government (放假办法第四条), or a storm day. */
export interface Overlay extends Festival {
  /** The document that ordered it. */
  readonly basis: string
}

export interface CalendarSource {
  readonly notices: readonly Notice[]
  /** Days off that are certain in a year without a notice. */
  readonly statutory: (year: number) => readonly Festival[]
  readonly overlays?: readonly Overlay[]
  /** Leaves out the notices published after this day. */
  readonly knownOn?: Day
}

export type DayKind = 'workday' | 'makeUp' | 'weekend' | 'holiday'

export interface Nature {
  kind: DayKind
  /** The festival, for a holiday and for a make-up workday. */
  name?: string
  /** True where the year's notice is not known. */
  provisional: boolean
}

const firstDay = ordinalOf(day('2000-01-01'))
const lastDay = ordinalOf(day('2060-12-31'))
const length = lastDay - firstDay + 1
const kinds = ['workday', 'makeUp', 'weekend', 'holiday'] as const
const [workday, makeUp, weekend, holiday] = [0, 1, 2, 3]

/**
 * Working days from 2000 to 2060 as the notices, the overlays and the statute make them. An immutable value.
 * Methods that end in `At` take and give ordinals; all throw RangeError outside those years.
 */
export class Calendar {
  readonly source: CalendarSource
  /** The years that have a notice, in order. */
  readonly noticeYears: readonly number[]
  /** The same for two calendars exactly where every day is of the same kind and equally settled. */
  readonly version: string
  readonly #kinds = new Uint8Array(length)
  readonly #names = new Map<Ordinal, string>()
  // Working days, and days that no notice settles, before the day at the index.
  readonly #worked = new Uint16Array(length + 1)
  readonly #unsettled = new Uint16Array(length + 1)
  // Index of the n-th working day.
  readonly #nth: Uint16Array

  constructor(source: CalendarSource) {
    this.source = source
    const notices = noticesInForce(source)
    this.noticeYears = [...new Set(notices.map((notice) => notice.year))].sort((a, b) => a - b)
    const settled = settledDays(notices)
    for (let i = 0; i < length; i++) this.#kinds[i] = weekdayOf(firstDay + i) > 5 ? weekend : workday
    for (let year = 2000; year <= 2060; year++) {
      if (!this.noticeYears.includes(year)) for (const f of source.statutory(year)) this.#place(f)
    }
    for (const notice of notices) for (const festival of notice.festivals) this.#place(festival)
    for (const overlay of source.overlays ?? []) this.#place(overlay)
    const nth: number[] = []
    for (let i = 0; i < length; i++) {
      const works = (this.#kinds[i] ?? weekend) <= makeUp
      if (works) nth.push(i)
      this.#worked[i + 1] = nth.length
      this.#unsettled[i + 1] = (this.#unsettled[i] ?? 0) + (settled[i] === 1 ? 0 : 1)
    }
    this.#nth = Uint16Array.from(nth)
    this.version = hash(this.#kinds, settled)
  }

  #place(festival: Festival): void {
    for (const off of festival.off) this.#set(off, holiday, festival.name)
    for (const on of festival.on ?? []) {
      const isWeekend = weekdayOf(ordinalOf(day(on))) > 5
      this.#set(on, isWeekend ? makeUp : workday, isWeekend ? festival.name : undefined)
    }
  }

  #set(text: string, kind: number, name: string | undefined): void {
    const index = indexOf(ordinalOf(day(text)))
    this.#kinds[index] = kind
    if (name === undefined) this.#names.delete(index)
    else this.#names.set(index, name)
  }

  /** True on working days, make-up weekend days among them. */
  isWorkday(of: Day): boolean {
    return (this.#kinds[indexOf(ordinalOf(of))] ?? weekend) <= makeUp
  }

  /** What kind of day it is, and for which festival. */
  nature(of: Day): Nature {
    const index = indexOf(ordinalOf(of))
    const name = this.#names.get(index)
    const provisional = this.#unsettled[index + 1] !== this.#unsettled[index]
    return { kind: kinds[this.#kinds[index] ?? workday] ?? 'workday', ...(name && { name }), provisional }
  }

  /**
   * The n-th working day after a day, which is itself not counted; before it where n is negative; the day itself
   * for 0. Provisional where a day on the way has no notice.
   */
  plusWorkdays(from: Day, n: number): { on: Day; provisional: boolean } {
    const start = ordinalOf(from)
    const end = this.plusWorkdaysAt(start, n)
    const provisional = n < 0 ? this.isUnsettledAt(end - 1, start - 1) : this.isUnsettledAt(start, end)
    return { on: dayOf(end), provisional }
  }

  /** Working days after the one day up to and including the other; 0 where the other is not later. */
  workdaysBetween(after: Day, upTo: Day): number {
    return Math.max(0, this.workdaysBetweenAt(ordinalOf(after), ordinalOf(upTo)))
  }

  /** `plusWorkdays` on ordinals. */
  plusWorkdaysAt(from: Ordinal, n: number): Ordinal {
    if (n === 0) return from
    const index = indexOf(from)
    const before = (n < 0 ? this.#worked[index] : this.#worked[index + 1]) ?? 0
    const found = this.#nth[n < 0 ? before + n : before + n - 1]
    if (found === undefined) throw outside(from)
    return firstDay + found
  }

  /** `workdaysBetween` on ordinals; negative where `upTo` is earlier. */
  workdaysBetweenAt(after: Ordinal, upTo: Ordinal): number {
    return (this.#worked[indexOf(upTo) + 1] ?? 0) - (this.#worked[indexOf(after) + 1] ?? 0)
  }

  /** True where a day after the one up to and including the other has no notice. */
  isUnsettledAt(after: Ordinal, upTo: Ordinal): boolean {
    return (this.#unsettled[indexOf(upTo) + 1] ?? 0) > (this.#unsettled[indexOf(after) + 1] ?? 0)
  }
}

/** The calendar of these notices and local days. Throws RangeError where a day in them does not exist. */
export const calendarOf = (source: CalendarSource): Calendar => new Calendar(source)

/** The calendar with a local day more; the given one stays as it is. */
export const withOverlay = (calendar: Calendar, overlay: Overlay): Calendar =>
  calendarOf({ ...calendar.source, overlays: [...(calendar.source.overlays ?? []), overlay] })

/** The calendar with a notice more: of a new year, or one that replaces or amends an older. */
export const withNotice = (calendar: Calendar, notice: Notice): Calendar =>
  calendarOf({ ...calendar.source, notices: [...calendar.source.notices, notice] })

/** The calendar as it could be known on a day: without the notices published later. */
export const asKnownOn = (calendar: Calendar, knownOn: Day): Calendar =>
  calendarOf({ ...calendar.source, knownOn })

/** True where the day lies in the years that calendars cover. */
export const isCovered = (of: Day): boolean => of >= '2000-01-01' && of <= '2060-12-31'

const outside = (ordinal: Ordinal): RangeError =>
  new RangeError(`outside the calendar (2000 to 2060): ${dayOf(ordinal)}`)

const indexOf = (ordinal: Ordinal): number => {
  if (ordinal < firstDay || ordinal > lastDay) throw outside(ordinal)
  return ordinal - firstDay
}

// The newest whole notice of each year, with the festivals that its amendments name put in place of its own.
const noticesInForce = ({ notices, knownOn }: CalendarSource): Notice[] => {
  const known = notices.filter((n) => !knownOn || !n.publishedOn || n.publishedOn <= knownOn)
  const whole = new Map(known.filter((n) => !n.amends).map((n) => [n.year, n]))
  return [...whole.values()].map((notice) => {
    const festivals = new Map(notice.festivals.map((f) => [f.name, f]))
    for (const amendment of known.filter((n) => n.amends === notice.number)) {
      for (const festival of amendment.festivals) festivals.set(festival.name, festival)
    }
    return { ...notice, festivals: [...festivals.values()] }
  })
}

const settledDays = (notices: readonly Notice[]): Uint8Array => {
  const settled = new Uint8Array(length)
  for (const { covers } of notices) {
    settled.fill(1, indexOf(ordinalOf(day(covers.from))), indexOf(ordinalOf(day(covers.upTo))) + 1)
  }
  return settled
}

// FNV-1a, twice with different seeds: 64 bits, the same on every machine.
const hash = (...parts: Uint8Array[]): string => {
  let one = 0x811c9dc5
  let two = 0x1b873593
  for (const part of parts) {
    for (const byte of part) {
      one = Math.imul(one ^ byte, 0x01000193)
      two = Math.imul(two ^ (byte + 7), 0x01000193)
    }
  }
  return [one, two].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('')
}
