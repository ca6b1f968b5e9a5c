import { type Day, weekday } from '#time/day.ts'

/** One calendar day of a clock strip. */
export interface StripCell {
  day: string
  /** 1, 2, 3 … where the day is counted, null where it is not. */
  counted: number | null
  /** 周 假 补 征 费 …, empty on an ordinary counted day. */
  mark: string
  reason: string
  makeUp: boolean
  extension: boolean
  due: boolean
  provisional: boolean
}

/** A week of the strip, Monday first (null before its first and after its last day), or whole weeks left out. */
export type StripWeek =
  | { kind: 'week'; cells: readonly (StripCell | null)[] }
  | { kind: 'leftOut'; weeks: number; from: string; to: string; reason: string }

const foldFrom = 3

/** The days in weeks; three and more whole weeks in a row without a counted day become one line. */
export function weeksOf(cells: readonly StripCell[]): readonly StripWeek[] {
  const first = cells[0]
  if (!first) return []
  const lead = weekday(first.day as Day) - 1
  const padded: (StripCell | null)[] = [...Array<null>(lead).fill(null), ...cells]
  while (padded.length % 7 !== 0) padded.push(null)
  const weeks = Array.from({ length: padded.length / 7 }, (_, i) => padded.slice(i * 7, i * 7 + 7))
  return fold(weeks)
}

const isIdle = (week: readonly (StripCell | null)[]): boolean =>
  week.every((cell) => cell !== null && cell.counted === null && !cell.due)

function fold(weeks: readonly (readonly (StripCell | null)[])[]): readonly StripWeek[] {
  const folded: StripWeek[] = []
  let at = 0
  while (at < weeks.length) {
    let end = at
    while (end < weeks.length && isIdle(weeks[end] ?? [])) end++
    const idle = weeks.slice(at, end)
    if (idle.length >= foldFrom) folded.push(leftOut(idle))
    else
      folded.push(
        ...weeks.slice(at, Math.max(end, at + 1)).map((cells) => ({ kind: 'week' as const, cells })),
      )
    at = Math.max(end, at + 1)
  }
  return folded
}

function leftOut(weeks: readonly (readonly (StripCell | null)[])[]): StripWeek {
  const days = weeks.flat().filter((cell) => cell !== null)
  const weekdays = days.filter((cell) => weekday(cell.day as Day) < 6)
  const reason =
    weekdays.find((cell) => cell.mark !== '周' && cell.mark !== '假')?.reason ?? weekdays[0]?.reason
  return {
    kind: 'leftOut',
    weeks: weeks.length,
    from: days[0]?.day ?? '',
    to: days.at(-1)?.day ?? '',
    reason: reason ?? '',
  }
}

/** A row of the table form: a counted day, or days one after another that are left out for the same reason. */
interface StripLine {
  from: string
  to: string
  days: number
  cell: StripCell
}

/** The strip as lines of a table. */
export function linesOf(cells: readonly StripCell[]): readonly StripLine[] {
  const lines: StripLine[] = []
  for (const cell of cells) {
    const last = lines.at(-1)
    const joins =
      last &&
      last.cell.counted === null &&
      cell.counted === null &&
      last.cell.reason === cell.reason &&
      !cell.due &&
      last.cell.provisional === cell.provisional
    if (joins) Object.assign(last, { to: cell.day, days: last.days + 1 })
    else lines.push({ from: cell.day, to: cell.day, days: 1, cell })
  }
  return lines
}

/** Working days counted on the strip. */
export const countedOn = (cells: readonly StripCell[]): number =>
  cells.reduce((most, cell) => Math.max(most, cell.counted ?? 0), 0)
