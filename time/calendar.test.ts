import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asKnownOn, calendarOf, isCovered, type Notice, withNotice, withOverlay } from './calendar.ts'
import { type Day, day, dayOf, ordinalOf } from './day.ts'

const notice = (year: number, off: string[], on: string[] = []): Notice => ({
  year,
  number: `通知${year}`,
  covers: { from: `${year}-01-01`, upTo: `${year}-12-31` },
  festivals: [{ name: '节', off, on }],
})

const newYear = (year: number) => [{ name: '元旦', off: [`${year}-01-01`] }]

const of2026 = calendarOf({
  notices: [notice(2026, ['2026-10-01', '2026-10-02'], ['2026-10-10'])],
  statutory: newYear,
})

test('Monday to Friday are worked, a holiday is not, a make-up Saturday is', () => {
  assert.deepEqual(of2026.nature(day('2026-09-30')), { kind: 'workday', provisional: false })
  assert.deepEqual(of2026.nature(day('2026-10-01')), { kind: 'holiday', name: '节', provisional: false })
  assert.deepEqual(of2026.nature(day('2026-10-03')), { kind: 'weekend', provisional: false })
  assert.deepEqual(of2026.nature(day('2026-10-10')), { kind: 'makeUp', name: '节', provisional: false })
  assert.deepEqual(
    ['2026-09-30', '2026-10-01', '2026-10-03', '2026-10-10'].map((at) => of2026.isWorkday(day(at))),
    [true, false, false, true],
  )
})

test('the first working day after is day 1; the day itself is not counted', () => {
  assert.deepEqual(of2026.plusWorkdays(day('2026-09-30'), 1), { on: '2026-10-05', provisional: false })
  assert.deepEqual(of2026.plusWorkdays(day('2026-10-03'), 1), { on: '2026-10-05', provisional: false })
  assert.deepEqual(of2026.plusWorkdays(day('2026-10-09'), 1), { on: '2026-10-10', provisional: false })
  assert.deepEqual(of2026.plusWorkdays(day('2026-10-03'), 0), { on: '2026-10-03', provisional: false })
  assert.deepEqual(of2026.plusWorkdays(day('2026-10-05'), -1), { on: '2026-09-30', provisional: false })
})

test('working days between two days leave out the first and count the last', () => {
  assert.equal(of2026.workdaysBetween(day('2026-09-28'), day('2026-10-12')), 9)
  assert.equal(of2026.workdaysBetween(day('2026-10-12'), day('2026-10-12')), 0)
  assert.equal(of2026.workdaysBetween(day('2026-10-12'), day('2026-09-28')), 0)
})

test('a year without a notice answers with the statutory days, provisionally', () => {
  assert.deepEqual(of2026.plusWorkdays(day('2026-12-31'), 1), { on: '2027-01-04', provisional: true })
  assert.deepEqual(of2026.plusWorkdays(day('2026-12-30'), 1), { on: '2026-12-31', provisional: false })
  assert.deepEqual(of2026.nature(day('2027-01-01')), { kind: 'holiday', name: '元旦', provisional: true })
  assert.deepEqual(of2026.plusWorkdays(day('2025-12-31'), 1), { on: '2026-01-01', provisional: false })
  assert.deepEqual(of2026.plusWorkdays(day('2026-01-01'), -1), { on: '2025-12-31', provisional: true })
  assert.deepEqual(of2026.noticeYears, [2026])
})

test('a new notice settles its year and leaves the older calendar as it was', () => {
  const later = withNotice(of2026, notice(2027, ['2027-01-01']))
  assert.deepEqual(later.plusWorkdays(day('2026-12-31'), 1), { on: '2027-01-04', provisional: false })
  assert.deepEqual(later.noticeYears, [2026, 2027])
  assert.deepEqual(of2026.noticeYears, [2026])
  assert.deepEqual(of2026.plusWorkdays(day('2026-12-31'), 1), { on: '2027-01-04', provisional: true })
})

test('a second notice of a year replaces the first; an amendment replaces only the festivals it names', () => {
  const whole = withNotice(of2026, { ...notice(2026, ['2026-10-08']), number: '另一通知' })
  assert.equal(whole.isWorkday(day('2026-10-01')), true)
  assert.equal(whole.isWorkday(day('2026-10-08')), false)
  const amended = withNotice(withNotice(of2026, notice(2025, ['2025-05-01'])), {
    year: 2026,
    number: '调整',
    amends: '通知2026',
    publishedOn: '2026-08-01',
    covers: { from: '2026-10-01', upTo: '2026-10-05' },
    festivals: [{ name: '节', off: ['2026-10-01', '2026-10-05'], on: [] }],
  })
  assert.deepEqual(
    ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-10'].map((at) => amended.isWorkday(day(at))),
    [false, true, false, false],
  )
  const before = asKnownOn(amended, day('2026-07-31'))
  assert.equal(before.isWorkday(day('2026-10-05')), true)
  assert.equal(asKnownOn(amended, day('2026-08-01')).isWorkday(day('2026-10-05')), false)
})

test('放假办法第四条: local days lie over the national ones, and only in the calendar that has them', () => {
  const local = withOverlay(of2026, {
    name: '三月三',
    basis: '某区通知',
    off: ['2026-04-20'],
    on: ['2026-04-18'],
  })
  assert.deepEqual(local.nature(day('2026-04-20')), { kind: 'holiday', name: '三月三', provisional: false })
  assert.deepEqual(local.nature(day('2026-04-18')), { kind: 'makeUp', name: '三月三', provisional: false })
  assert.equal(of2026.isWorkday(day('2026-04-20')), true)
  const elsewhere = withOverlay(of2026, { name: '台风', basis: '某市通告', off: ['2026-08-03'] })
  assert.equal(elsewhere.isWorkday(day('2026-04-20')), true)
  assert.equal(local.isWorkday(day('2026-08-03')), true)
})

test('the version tells calendars apart by their days', () => {
  const same = calendarOf({ ...of2026.source })
  assert.equal(same.version, of2026.version)
  assert.match(of2026.version, /^[0-9a-f]{16}$/)
  const local = withOverlay(of2026, { name: '台风', basis: '某市通告', off: ['2026-08-03'] })
  assert.notEqual(local.version, of2026.version)
  assert.notEqual(withNotice(of2026, notice(2027, ['2027-01-01'])).version, of2026.version)
})

test('days that do not exist and years outside the calendar are refused', () => {
  assert.throws(() => withOverlay(of2026, { name: '误', basis: '', off: ['2026-02-30'] }), RangeError)
  assert.throws(() => of2026.nature(day('1999-12-31')), RangeError)
  assert.throws(() => of2026.plusWorkdays(day('2060-12-30'), 5), RangeError)
  assert.deepEqual([isCovered(day('2060-12-31')), isCovered(day('2061-01-01'))], [true, false])
})

const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: ordinalOf(day('2025-06-01')), max: ordinalOf(day('2027-06-01')) })
  .map(dayOf)

test('the n-th working day after is a working day with exactly n between', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (from, n) => {
      const { on } = of2026.plusWorkdays(from, n)
      assert.equal(of2026.isWorkday(on), true)
      assert.equal(of2026.workdaysBetween(from, on), n)
    }),
  )
})

test('a holiday added never brings the n-th working day forward', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 60 }), (from, off, n) => {
      const more = withOverlay(of2026, { name: '增', basis: '通告', off: [off] })
      assert.equal(more.plusWorkdays(from, n).on >= of2026.plusWorkdays(from, n).on, true)
    }),
    { numRuns: 60 },
  )
})
