import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  compareDays,
  day,
  dayInShanghai,
  dayOf,
  daysBetween,
  inChinese,
  isDay,
  ordinalOf,
  plusDays,
  weekday,
  weekdayInChinese,
  yearOf,
} from './day.ts'

test('a day is written YYYY-MM-DD and must exist', () => {
  for (const good of ['2026-11-21', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
    assert.equal(isDay(good), true, good)
  }
  for (const bad of [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '20261121',
    '2026-11-21T00:00:00Z',
    '２０２６-11-21',
    '2026/11/21',
    '',
    '2026-11-2x',
  ]) {
    assert.equal(isDay(bad), false, bad)
  }
  assert.throws(() => day('2026-02-30'), RangeError)
})

test('the ordinal counts from 1970-01-01 and comes back as the same day', () => {
  assert.equal(ordinalOf(day('1970-01-01')), 0)
  assert.equal(ordinalOf(day('1969-12-31')), -1)
  assert.equal(ordinalOf(day('2000-03-01')), 11017)
  fc.assert(
    fc.property(fc.integer({ min: -719162, max: 2932896 }), (n) => {
      const text = dayOf(n)
      assert.equal(isDay(text), true)
      assert.equal(ordinalOf(text), n)
      assert.equal(text, new Date(n * 86_400_000).toISOString().slice(0, 10))
    }),
  )
})

test('days are added over months, years and leap days', () => {
  assert.equal(plusDays(day('2024-02-28'), 1), '2024-02-29')
  assert.equal(plusDays(day('2026-02-28'), 1), '2026-03-01')
  assert.equal(plusDays(day('2026-01-01'), -1), '2025-12-31')
  assert.equal(plusDays(day('2060-12-31'), 1), '2061-01-01')
})

test('a difference of days keeps its sign', () => {
  assert.equal(daysBetween(day('2026-11-21'), day('2026-11-25')), 4)
  assert.equal(daysBetween(day('2026-11-25'), day('2026-11-21')), -4)
  assert.deepEqual([day('2026-03-01'), day('2025-12-31'), day('2026-02-28')].sort(compareDays), [
    '2025-12-31',
    '2026-02-28',
    '2026-03-01',
  ])
  assert.equal(compareDays(day('2026-03-01'), day('2026-03-01')), 0)
})

test('weekdays run from Monday 1 to Sunday 7', () => {
  assert.equal(weekday(day('2026-11-21')), 6)
  assert.equal(weekday(day('2026-11-22')), 7)
  assert.equal(weekday(day('2026-11-23')), 1)
  assert.equal(weekday(day('1969-12-29')), 1)
  assert.equal(weekdayInChinese(day('2026-11-22')), '星期日')
})

test('a day is said in Chinese without leading zeros', () => {
  assert.equal(inChinese(day('2026-03-09')), '2026年3月9日')
  assert.equal(yearOf(day('2026-03-09')), 2026)
})

test('an instant belongs to the day that it is in Beijing', () => {
  assert.equal(dayInShanghai('2026-11-21T15:59:59.999Z'), '2026-11-21')
  assert.equal(dayInShanghai('2026-11-21T16:00:00Z'), '2026-11-22')
  assert.equal(dayInShanghai('2026-11-22T00:00:00+08:00'), '2026-11-22')
  assert.throws(() => dayInShanghai('2026-11-21T16:00:00'), RangeError)
  assert.throws(() => dayInShanghai('2026-11-21'), RangeError)
})
