import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf, withOverlay } from '#time/calendar.ts'
import { day, plusDays } from '#time/day.ts'
import { alerts, sayAlert, workingDaysLeft } from './alerts.ts'
import { type CaseFact, ledgerOf } from './case-facts.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

const fact = (type: CaseFact['type'], on: string, rest: Partial<CaseFact> = {}): CaseFact => ({
  type,
  on: day(on),
  ...rest,
})

const received = ledgerOf([fact('received', '2026-06-01')])
const keys = (facts: typeof received, today: string, sent: string[] = []) =>
  alerts(facts, calendar, day(today), new Set(sent)).map(({ key }) => key)

test('three working days before the due day the officer is reminded, and once only', () => {
  assert.deepEqual(keys(received, '2026-06-24'), [])
  assert.deepEqual(keys(received, '2026-06-25'), ['dueSoon:2026-06-30'])
  assert.deepEqual(keys(received, '2026-06-26', ['dueSoon:2026-06-30']), [])
})

test('a day that the job missed is caught up with the reminder that fits today', () => {
  assert.deepEqual(keys(received, '2026-06-27'), ['dueSoon:2026-06-30'])
  assert.deepEqual(keys(received, '2026-06-30'), ['dueToday:2026-06-30'])
  assert.deepEqual(keys(received, '2026-09-01'), ['overdue:2026-06-30'])
})

test('a due day that moved makes its reminders anew', () => {
  const moved = withOverlay(calendar, { name: '防汛停工', basis: '通告', off: ['2026-06-24'] })
  const sent = new Set(['dueSoon:2026-06-30'])
  assert.deepEqual(
    alerts(received, moved, day('2026-06-28'), sent).map(({ key }) => key),
    ['dueSoon:2026-07-01'],
  )
})

test('no reminder is sent for a reply that was made on the last day', () => {
  const facts = ledgerOf([fact('received', '2026-06-01'), fact('served', '2026-06-30')])
  assert.deepEqual(keys(facts, '2026-06-30'), [])
  assert.deepEqual(keys(facts, '2026-07-15'), [])
})

test('the correction notice is reminded of while it can still be in time', () => {
  assert.deepEqual(keys(received, '2026-06-09'), ['correctionNoticeSoon:2026-06-10'])
  assert.deepEqual(keys(received, '2026-06-10'), ['correctionNoticeSoon:2026-06-10'])
  assert.deepEqual(keys(received, '2026-06-11'), [])
})

test('an opinion, a correction or a payment that did not come is told the day after its term', () => {
  const consulted = ledgerOf([
    fact('received', '2026-06-01'),
    fact('consultationSent', '2026-06-03', { with: 'thirdParty', id: '甲' }),
    fact('consultationServed', '2026-06-04', { id: '甲' }),
  ])
  assert.deepEqual(keys(consulted, '2026-06-26'), [])
  assert.deepEqual(keys(consulted, '2026-06-27'), ['opinionLapsed:甲:2026-06-26'])
  const charged = ledgerOf([fact('received', '2026-06-01'), fact('feeNoticed', '2026-06-10')])
  assert.deepEqual(keys(charged, '2026-07-10'), ['feeLapsed:2026-07-09'])
})

test('an ordinary letter that nobody confirmed is told the day after it came', () => {
  const arrived = ledgerOf([fact('arrived', '2026-07-06', { channel: 'ordinaryPost' })])
  assert.deepEqual(keys(arrived, '2026-07-06'), [])
  assert.deepEqual(keys(arrived, '2026-07-08'), ['unconfirmed:2026-07-06'])
})

test('what is sent once is never sent again, on whatever days the job runs', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), (offsets) => {
      const sent: string[] = []
      for (const offset of offsets.sort((one, other) => one - other)) {
        sent.push(...keys(received, plusDays(day('2026-06-01'), offset), sent))
      }
      assert.equal(new Set(sent).size, sent.length)
      if (Math.max(...offsets) > 29) assert.equal(sent.includes('overdue:2026-06-30'), true)
    }),
  )
})

test('an alert says in Chinese what it is about', () => {
  const [alert] = alerts(received, calendar, day('2026-07-01'), new Set())
  assert.equal(alert && sayAlert(alert), '答复期限已于2026年6月30日届满，尚未答复。')
})

test('the working days left keep their sign: zero on the day, negative from the next day on', () => {
  const left = (today: string) => workingDaysLeft(day('2026-07-03'), calendar, day(today))
  assert.deepEqual(
    ['2026-06-30', '2026-07-02', '2026-07-03', '2026-07-04', '2026-07-06', '2026-07-07'].map(left),
    [3, 1, 0, -1, -1, -2],
  )
})
