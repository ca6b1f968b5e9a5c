import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { type CaseFact, ledgerOf } from './case-facts.ts'
import { dayReasons, type StripDay, strip } from './strip.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

const fact = (type: CaseFact['type'], on: string, rest: Partial<CaseFact> = {}): CaseFact => ({
  type,
  on: day(on),
  ...rest,
})

const drawn = (...facts: CaseFact[]): StripDay[] => strip(ledgerOf(facts), calendar)

const marks = (days: readonly StripDay[]): string =>
  days.map(({ counted, mark }) => counted ?? mark).join(' ')

test('every calendar day from receipt to the due day stands on the strip once', () => {
  const days = drawn(fact('received', '2026-09-28'))
  assert.equal(days.length, 33)
  assert.deepEqual([days[0]?.day, days.at(-1)?.day], ['2026-09-28', '2026-10-30'])
  assert.equal(
    marks(days),
    '收 1 2 假 假 假 假 假 假 假 3 4 5 周 6 7 8 9 10 周 周 11 12 13 14 15 周 周 16 17 18 19 20',
  )
  assert.deepEqual(
    days.filter(({ due }) => due).map((one) => one.day),
    ['2026-10-30'],
  )
})

test('a make-up Saturday is counted and marked 班 with its festival', () => {
  const saturday = drawn(fact('received', '2026-09-28')).find((one) => one.day === '2026-10-10')
  assert.deepEqual(saturday, {
    day: '2026-10-10',
    weekday: 6,
    counted: 5,
    reason: 'counted',
    mark: '',
    makeUp: true,
    festival: '国庆节',
    tone: 'base',
    due: false,
    provisional: false,
  })
})

test('第三十条: while a correction is awaited the strip ends with the applicant’s term', () => {
  const days = drawn(
    fact('received', '2026-07-06'),
    fact('correctionAsked', '2026-07-08', { workingDays: 5 }),
  )
  assert.equal(marks(days), '收 1 2 补 补 周 周 补 补 补')
  assert.equal(
    days.some(({ due }) => due),
    false,
  )
})

test('第三十条: the corrected request begins the numbers again at 1', () => {
  const days = drawn(
    fact('received', '2026-07-06'),
    fact('correctionAsked', '2026-07-08', { workingDays: 5 }),
    fact('corrected', '2026-07-13'),
  )
  assert.equal(marks(days).startsWith('收 重 重 补 补 周 周 收 1 2 3 4 周 周 5'), true)
  assert.equal(days.at(-1)?.counted, 20)
})

test('第三十三条第三款: while a third party is awaited the strip goes on to the day that follows from silence', () => {
  const days = drawn(
    fact('received', '2026-03-02'),
    fact('consultationSent', '2026-03-09', { with: 'thirdParty' }),
    fact('consultationServed', '2026-03-09'),
  )
  assert.deepEqual(
    days.filter(({ due }) => due).map((one) => one.day),
    ['2026-04-21'],
  )
  assert.deepEqual(
    ['2026-03-30', '2026-03-31', '2026-04-21'].map((on) => days.find((one) => one.day === on)?.provisional),
    [false, true, true],
  )
  assert.equal(days.find((one) => one.day === '2026-03-30')?.mark, '征')
})

test('第三十三条第二款: the days of an extension are of the second tone', () => {
  const days = drawn(fact('received', '2026-06-01'), fact('extended', '2026-06-29', { workingDays: 2 }))
  assert.deepEqual(
    days.slice(-4).map(({ day: on, counted, tone }) => [on, counted, tone]),
    [
      ['2026-06-29', 19, 'base'],
      ['2026-06-30', 20, 'base'],
      ['2026-07-01', 21, 'extension'],
      ['2026-07-02', 22, 'extension'],
    ],
  )
})

test('第三十五条: the days up to the later day are shown as such', () => {
  const days = drawn(
    fact('received', '2026-06-01'),
    fact('laterDaySet', '2026-06-16', { dueOn: day('2026-07-03') }),
  )
  assert.deepEqual(
    days.slice(-4).map(({ counted, mark, tone }) => [counted ?? mark, tone]),
    [
      [20, 'base'],
      ['延', 'extension'],
      ['延', 'extension'],
      ['延', 'extension'],
    ],
  )
})

test('109号办法: waiting for payment, then the numbers begin again', () => {
  const waiting = drawn(fact('received', '2026-06-01'), fact('feeNoticed', '2026-06-03'))
  assert.equal(marks(waiting).startsWith('收 1 2 费 费 周 周 费'), true)
  const paid = drawn(
    fact('received', '2026-06-01'),
    fact('feeNoticed', '2026-06-03'),
    fact('feePaid', '2026-06-05'),
  )
  assert.equal(marks(paid).startsWith('收 重 重 费 缴 周 周 1 2'), true)
})

test('days of a year without a notice are provisional', () => {
  const days = drawn(fact('received', '2026-12-18'))
  assert.deepEqual(
    ['2026-12-31', '2027-01-01', '2027-01-18'].map((on) => {
      const one = days.find((other) => other.day === on)
      return [one?.mark || one?.counted, one?.provisional]
    }),
    [
      [9, false],
      ['假', true],
      [20, true],
    ],
  )
})

test('第五十一条: a day ordered by a remedy has no numbers, one without a day counts twenty', () => {
  const served = [fact('received', '2026-03-02'), fact('served', '2026-03-23')]
  assert.equal(
    marks(drawn(...served, fact('reopened', '2026-06-25', { dueOn: day('2026-06-30') }))),
    '责 责 周 周 责 责',
  )
  assert.equal(drawn(...served, fact('reopened', '2026-06-25')).at(-1)?.counted, 20)
})

test('what is not received or has no term has no strip', () => {
  assert.deepEqual(drawn(fact('arrived', '2026-06-01', { channel: 'email' })), [])
  assert.deepEqual(drawn(fact('received', '2026-06-01', { kind: 'complaint' })), [])
})

test('every reason of a day has at most one character and its words', () => {
  for (const { mark, words } of Object.values(dayReasons)) {
    assert.equal([...mark].length <= 1, true)
    assert.equal(words.length > 1, true)
  }
})
