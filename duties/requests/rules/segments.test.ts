import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day, dayOf, ordinalOf } from '#time/day.ts'
import { nthCounted, type Span, union } from './segments.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const open = Number.POSITIVE_INFINITY
const at = (text: string): number => ordinalOf(day(text))
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) })

test('spans that overlap or touch become one, in order; empty ones are left out', () => {
  assert.deepEqual(union([]), [])
  assert.deepEqual(union([{ from: 5, to: 5 }]), [])
  assert.deepEqual(
    union([
      { from: 9, to: 12 },
      { from: 1, to: 3 },
      { from: 3, to: 5 },
      { from: 10, to: 11 },
    ]),
    [
      { from: 1, to: 5 },
      { from: 9, to: 12 },
    ],
  )
  assert.deepEqual(
    union([
      { from: 4, to: open },
      { from: 2, to: 6 },
    ]),
    [{ from: 2, to: open }],
  )
})

test('第三十三条第三款: days within a span are not counted', () => {
  const on = nthCounted(calendar, at('2026-03-02'), 20, [span('2026-03-09', '2026-03-20')])
  assert.equal(dayOf(on), '2026-04-13')
})

test('an open span holds the count only where it begins within the period', () => {
  const start = at('2026-03-02')
  assert.equal(nthCounted(calendar, start, 20, [{ from: at('2026-03-30'), to: open }]), open)
  assert.equal(dayOf(nthCounted(calendar, start, 20, [{ from: at('2026-03-31'), to: open }])), '2026-03-30')
})

test('a letter sent on the last day: the day of the answer is the last, or the next working day', () => {
  const start = at('2026-03-02')
  assert.equal(dayOf(nthCounted(calendar, start, 20, [span('2026-03-30', '2026-04-08')])), '2026-04-08')
  assert.equal(dayOf(nthCounted(calendar, start, 20, [span('2026-03-30', '2026-04-12')])), '2026-04-13')
})

const start = fc.integer({ min: at('2018-01-01'), max: at('2025-12-31') })
const someSpans = fc
  .array(fc.tuple(fc.nat(40), fc.nat(20)), { maxLength: 4 })
  .map(
    (pairs) => (from: number) =>
      pairs.map(([after, long]) => ({ from: from + after, to: from + after + long })),
  )

test('a day is in the union exactly where it is in one of the spans', () => {
  fc.assert(
    fc.property(someSpans, fc.nat(70), (make, on) => {
      const spans = make(0)
      const within = (list: readonly Span[]) => list.some(({ from, to }) => on > from && on <= to)
      assert.equal(within(union(spans)), within(spans))
    }),
  )
})

test('the due day is the start plus the term plus the working days of the waits that began in time', () => {
  fc.assert(
    fc.property(start, someSpans, fc.integer({ min: 1, max: 40 }), (from, make, n) => {
      const spans = union(make(from))
      fc.pre(spans.every(({ to }) => calendar.isWorkday(dayOf(to))))
      const on = nthCounted(calendar, from, n, spans)
      const begun = spans.filter((one) => one.from <= on)
      const excluded = begun.reduce((sum, one) => sum + calendar.workdaysBetweenAt(one.from, one.to), 0)
      assert.equal(on, calendar.plusWorkdaysAt(from, n + excluded))
    }),
    { numRuns: 500 },
  )
})
