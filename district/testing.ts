import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { type AreaData, dataOf } from './area-data.ts'
import type { Span } from './items.ts'
import { randomOf } from './random.ts'
import { type Area, growTree } from './tree.ts'

/** The span that the tests of the district look at. */
export const testSpan: Span = {
  from: day('2024-01-01'),
  today: day('2026-11-20'),
  calendar: calendarOf({ notices: holidayNotices, statutory: statutoryFestivals }),
}

/** 清溪县 of a seed with everything in it; the keyed hashes are the plain words. */
export function countyOf(seed: string, span: Span = testSpan): { area: Area; data: AreaData } {
  const random = randomOf(seed)
  const [area] = growTree(random, 'county')
  if (!area) throw new Error('no county')
  const keys = { identity: () => 'index', queryCode: () => 'code' }
  return { area, data: dataOf(random, area, { span, keys, hashOf: ({ year }) => `hash of ${year}` }) }
}
