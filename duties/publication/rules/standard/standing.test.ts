import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { standingOf } from './standing.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals, overlays: [] })
const stands = (
  limit: string,
  newest: string | null,
  today: string,
  { since = '2024-01-01', published = true } = {},
) =>
  standingOf(
    { limit, published },
    { newestOn: newest === null ? null : day(newest), since: day(since), today: day(today), calendar },
  )

test('a yearly entry with its day is late on the day after it, until something of that year is published', () => {
  assert.deepEqual(stands('每年1月31日前', '2025-01-20', '2026-01-31'), { kind: 'inTime' })
  assert.deepEqual(stands('每年1月31日前', '2025-01-20', '2026-02-01'), { kind: 'late', since: '2026-01-31' })
  assert.deepEqual(stands('每年1月31日前', '2026-01-30', '2026-02-01'), { kind: 'inTime' })
})

test('第二十六条: a quarterly entry has twenty working days after the quarter', () => {
  // The third quarter of 2026 ends on 30 September; 1 to 7 October are off, 10 October is worked: the 20th working day is 3 November.
  assert.deepEqual(stands('按季度公开', '2026-05-10', '2026-11-03'), { kind: 'inTime' })
  assert.deepEqual(stands('按季度公开', '2026-05-10', '2026-11-04'), { kind: 'late', since: '2026-11-03' })
  assert.deepEqual(stands('按季度公开', '2026-07-02', '2026-11-04'), { kind: 'inTime' })
})

test('what fell due before the catalogue was published is not late', () => {
  assert.deepEqual(stands('每年1月31日前', null, '2026-02-01', { since: '2026-02-01' }), { kind: 'empty' })
})

test('an entry without a period may have had nothing to publish: empty, not late', () => {
  assert.deepEqual(stands('20个工作日内', null, '2026-11-04'), { kind: 'empty' })
  assert.deepEqual(stands('实时公开', '2019-01-01', '2026-11-04'), { kind: 'inTime' })
})

test('an entry that is given on request only is never late', () => {
  assert.deepEqual(stands('每月更新', null, '2026-11-04', { published: false }), { kind: 'onRequest' })
})
