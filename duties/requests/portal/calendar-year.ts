import type { Calendar, DayKind } from '#time/calendar.ts'
import { type Day, day, plusDays, weekday } from '#time/day.ts'

/** One day of a year's calendar. */
export interface YearDay {
  day: Day
  kind: DayKind
  festival: string
  provisional: boolean
}

export interface YearMonth {
  month: number
  workingDays: number
  /** Weeks from Monday; null before the first and after the last of the month. */
  weeks: readonly (readonly (YearDay | null)[])[]
}

/** A festival with its days off and the weekend days worked for it. */
interface YearFestival {
  name: string
  off: readonly Day[]
  on: readonly Day[]
}

const daysOf = (calendar: Calendar, year: number): YearDay[] => {
  const days: YearDay[] = []
  for (let on = day(`${year}-01-01`); on.startsWith(`${year}-`); on = plusDays(on, 1)) {
    const { kind, name, provisional } = calendar.nature(on)
    days.push({ day: on, kind, festival: name ?? '', provisional })
  }
  return days
}

const isWorked = ({ kind }: YearDay): boolean => kind === 'workday' || kind === 'makeUp'

function weeksOf(days: readonly YearDay[]): (YearDay | null)[][] {
  const first = days[0]
  const padded: (YearDay | null)[] = [...Array<null>(first ? weekday(first.day) - 1 : 0).fill(null), ...days]
  while (padded.length % 7 !== 0) padded.push(null)
  return Array.from({ length: padded.length / 7 }, (_, i) => padded.slice(i * 7, i * 7 + 7))
}

/** A year as the calendar has it: its months, its festivals, its working days, and whether its notice is known. */
export function yearOfCalendar(calendar: Calendar, year: number) {
  const days = daysOf(calendar, year)
  const months: YearMonth[] = Array.from({ length: 12 }, (_, index) => {
    const own = days.filter((each) => Number(each.day.slice(5, 7)) === index + 1)
    return { month: index + 1, workingDays: own.filter(isWorked).length, weeks: weeksOf(own) }
  })
  const named = [...new Set(days.map((each) => each.festival).filter(Boolean))]
  const festivals = named
    .map((name): YearFestival => {
      const own = days.filter((each) => each.festival === name)
      const of = (kind: DayKind) => own.filter((each) => each.kind === kind).map((each) => each.day)
      return { name, off: of('holiday'), on: of('makeUp') }
    })
    .sort((one, other) => ((one.off[0] ?? '') < (other.off[0] ?? '') ? -1 : 1))
  return {
    year,
    months,
    festivals,
    workingDays: days.filter(isWorked).length,
    provisional: days.some((each) => each.provisional),
  }
}

export type CalendarYear = ReturnType<typeof yearOfCalendar>
