import type { FieldError } from '#platform/http/problem.ts'
import { day, weekday } from '#time/day.ts'
import type { CalendarNotice } from './contract.ts'

const isWeekend = (on: string): boolean => weekday(day(on)) > 5

// A notice of a year may settle the last days of the year before and the first of the next.
const within = (year: number): { from: string; upTo: string } => ({
  from: `${year - 1}-12-01`,
  upTo: `${year + 1}-01-31`,
})

function festivalErrors(notice: CalendarNotice, bounds: { from: string; upTo: string }): FieldError[] {
  const outside = (on: string) => on < bounds.from || on > bounds.upTo
  const seen = new Set<string>()
  return notice.festivals.flatMap(({ off, on }, index) => {
    const field = (name: string) => `festivals.${index}.${name}`
    const twice = [...off, ...on].filter((each) => seen.has(each) || !seen.add(each))
    return [
      ...(off.length + on.length === 0
        ? [{ field: field('off'), message: '请填写放假日或调休上班日。' }]
        : []),
      ...off
        .filter(outside)
        .map((each) => ({ field: field('off'), message: `${each} 不在所安排的范围内。` })),
      ...on.filter(outside).map((each) => ({ field: field('on'), message: `${each} 不在所安排的范围内。` })),
      ...on
        .filter((each) => !isWeekend(each))
        .map((each) => ({ field: field('on'), message: `${each} 不是周末，无需调休上班。` })),
      ...twice.map((each) => ({ field: field('off'), message: `${each} 重复出现。` })),
    ]
  })
}

/** What is wrong with a notice, beyond the form of its days; empty where it can be entered. */
export function noticeErrors(notice: CalendarNotice): FieldError[] {
  const year = within(notice.year)
  if (notice.kind === 'local') return festivalErrors(notice, year)
  const { from, upTo } = notice.covers
  if (from > upTo) return [{ field: 'covers.upTo', message: '不能早于开始日期。' }]
  if (from < year.from || upTo > year.upTo) {
    return [{ field: 'covers.from', message: `${notice.year} 年的安排应在该年度内。` }]
  }
  const wholeYear = from <= `${notice.year}-01-01` && upTo >= `${notice.year}-12-31`
  const errors =
    notice.amends !== undefined || wholeYear
      ? []
      : [{ field: 'covers.from', message: '年度安排应覆盖全年。' }]
  return [...errors, ...festivalErrors(notice, notice.covers)]
}
