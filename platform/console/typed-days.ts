import { type Day, daysBetween, plusDays } from '#time/day.ts'
import { typedDay } from './typed-day.ts'

const longestSpan = 40

/**
 * The days of a list that a person typed: one day or one span (2027-02-05 至 2027-02-11) a line or between commas.
 * `wrong` holds what is neither, as typed.
 */
export function typedDays(text: string): { days: Day[]; wrong: string[] } {
  const days = new Set<Day>()
  const wrong: string[] = []
  for (const piece of text.split(/[\n,，、;；]/).map((each) => each.trim())) {
    if (piece === '') continue
    const span = spanOf(piece)
    if (span === undefined) wrong.push(piece)
    else for (const day of span) days.add(day)
  }
  return { days: [...days].sort(), wrong }
}

function spanOf(piece: string): Day[] | undefined {
  const [one = '', other, ...rest] = piece.split(/\s*[至到~～]\s*/)
  const from = typedDay(one)
  const to = other === undefined ? from : typedDay(other)
  if (from === undefined || to === undefined || rest.length > 0) return undefined
  const length = daysBetween(from, to) + 1
  if (length < 1 || length > longestSpan) return undefined
  return Array.from({ length }, (_, index) => plusDays(from, index))
}
