import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { yearOfCalendar } from './calendar-year.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

test('2026 has 248 working days, Spring Festival nine days off and two make-up days', () => {
  const year = yearOfCalendar(calendar, 2026)
  assert.equal(year.workingDays, 248)
  assert.equal(year.provisional, false)
  const spring = year.festivals.find(({ name }) => name === '春节')
  assert.equal(spring?.off.length, 9)
  assert.deepEqual(spring?.on, ['2026-02-14', '2026-02-28'])
})

test('a month begins under its weekday and ends with a whole week', () => {
  const [january] = yearOfCalendar(calendar, 2026).months
  assert.deepEqual(january?.weeks[0]?.slice(0, 4), [null, null, null, january?.weeks[0]?.[3]])
  assert.equal(january?.weeks[0]?.[3]?.day, '2026-01-01')
  assert.ok(january?.weeks.every((week) => week.length === 7))
})

test('a year without a notice is marked provisional', () => {
  assert.equal(yearOfCalendar(calendar, 2027).provisional, true)
})
