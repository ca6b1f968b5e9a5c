import assert from 'node:assert/strict'
import { test } from 'node:test'
import chineseDays from 'chinese-days'
import { calendarOf } from '#time/calendar.ts'
import { type Day, day, isDay, plusDays, weekday } from '#time/day.ts'
import { holidayNotices } from './notices.ts'
import { statutoryFestivals } from './statutory.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

const daysOf = (from: string, upTo: string): Day[] => {
  const days: Day[] = []
  for (let at = day(from); at <= upTo; at = plusDays(at, 1)) days.push(at)
  return days
}

test('every day of 2018 to 2026 is a working day here exactly where chinese-days says so', () => {
  const days = daysOf('2018-01-01', '2026-12-31')
  assert.equal(days.length, 3287)
  for (const at of days) assert.equal(calendar.isWorkday(at), chineseDays.isWorkday(at), at)
})

test('the working days of each year are as many as the notices leave', () => {
  const counts = Array.from({ length: 9 }, (_, i) =>
    calendar.workdaysBetween(day(`${2017 + i}-12-31`), day(`${2018 + i}-12-31`)),
  )
  assert.deepEqual(counts, [250, 250, 249, 250, 249, 249, 251, 248, 248])
})

test('a notice names its document, its source, and only days that it covers', () => {
  for (const notice of holidayNotices) {
    assert.match(notice.number, /^国办发明电〔20\d\d〕\d+号$/)
    assert.match(notice.source, /^https:\/\/www\.gov\.cn\//)
    assert.equal(isDay(notice.publishedOn ?? ''), true)
    for (const { name, off, on } of notice.festivals) {
      assert.equal(off.length > 0, true)
      for (const at of [...off, ...on]) {
        assert.equal(at >= notice.covers.from && at <= notice.covers.upTo, true, `${notice.number} ${at}`)
      }
      for (const at of on) assert.equal(weekday(day(at)) > 5, true, `${name} ${at}`)
    }
  }
})

test('an amendment names a notice that stands before it', () => {
  const seen = new Set<string>()
  for (const notice of holidayNotices) {
    if (notice.amends) assert.equal(seen.has(notice.amends), true)
    seen.add(notice.number)
  }
  assert.equal(holidayNotices.filter((n) => n.amends).length, 2)
})

test('放假办法第二条: thirteen days off since 2025, lunar festivals where a lunar calendar puts them', () => {
  for (let year = 2027; year <= 2036; year++) {
    const festivals = statutoryFestivals(year)
    assert.equal(festivals.flatMap((f) => f.off).length, 13)
    const lunar = (name: string) =>
      festivals
        .find((f) => f.name === name)
        ?.off.map((at) => {
          const { lunarMon, lunarDay } = chineseDays.getLunarDate(at)
          return `${lunarMon}-${lunarDay}`
        })
    assert.deepEqual(lunar('春节')?.slice(1), ['1-1', '1-2', '1-3'])
    assert.match(lunar('春节')?.[0] ?? '', /^12-(29|30)$/)
    assert.deepEqual(lunar('端午节'), ['5-5'])
    assert.deepEqual(lunar('中秋节'), ['8-15'])
    const [qingming] = festivals.find((f) => f.name === '清明节')?.off ?? []
    const terms = chineseDays.getSolarTerms(`${year}-04-01`, `${year}-04-08`)
    assert.deepEqual(
      terms.filter((t) => t.name === '清明').map((t) => t.date),
      [qingming],
    )
  }
})

test('before 2025 劳动节 has one day off, and lunar festivals are left out beyond the table', () => {
  assert.deepEqual(
    statutoryFestivals(2017).flatMap((f) => f.off),
    ['2017-01-01', '2017-05-01', '2017-10-01', '2017-10-02', '2017-10-03'],
  )
  assert.equal(statutoryFestivals(2040).length, 3)
})
