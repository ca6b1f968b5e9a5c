import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf, withNotice, withOverlay } from '#time/calendar.ts'
import { type Day, day, dayOf, ordinalOf, plusDays } from '#time/day.ts'
import { isWarning, sayBecause } from './because.ts'
import { type CaseFact, ledgerOf } from './case-facts.ts'
import { type Due, due, replyOnTime } from './due.ts'
import { defaultClockSettings } from './terms.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

const fact = (type: CaseFact['type'], on: string, rest: Partial<CaseFact> = {}): CaseFact => ({
  type,
  on: day(on),
  ...rest,
})

const answer = (...facts: CaseFact[]): Due => due(ledgerOf(facts), calendar)

test('第三十三条: the answer says the last day and how it was found', () => {
  const given = answer(
    fact('received', '2026-03-02', { channel: 'counter' }),
    fact('consultationSent', '2026-03-09', { with: 'thirdParty' }),
    fact('consultationAnswered', '2026-03-20'),
    fact('extended', '2026-04-02', { workingDays: 10 }),
  )
  assert.equal(given.kind, 'due')
  assert.equal(given.kind === 'due' && given.on, '2026-04-27')
  assert.deepEqual(given.because.map(sayBecause), [
    '申请人于2026年3月2日当面提交申请，当日为收到申请之日。',
    '2026年3月9日征求第三方意见，至2026年3月20日共9个工作日，不计算在期限内。',
    '2026年4月2日经公开工作机构负责人同意延长10个工作日。',
    '自2026年3月2日的次日起计算30个工作日，至2026年4月27日届满。',
  ])
})

test('replyOnTime asks when the reply was posted or signed for, and is undefined before', () => {
  const received = fact('received', '2026-06-01')
  assert.equal(replyOnTime(ledgerOf([received]), calendar), undefined)
  assert.equal(replyOnTime(ledgerOf([received, fact('served', '2026-06-30')]), calendar), true)
  assert.equal(replyOnTime(ledgerOf([received, fact('served', '2026-07-01')]), calendar), false)
  assert.equal(replyOnTime(ledgerOf([received, fact('withdrawn', '2026-06-10')]), calendar), undefined)
})

test('a consulted party whose term has run out by today stops the clock no longer', () => {
  const facts = ledgerOf([
    fact('received', '2026-03-02'),
    fact('consultationSent', '2026-03-04', { with: 'thirdParty' }),
    fact('consultationServed', '2026-03-05'),
  ])
  const asOf = (today: string) => due(facts, calendar, defaultClockSettings, day(today))
  assert.equal(asOf('2026-03-26').kind, 'stopped')
  const later = asOf('2026-03-27')
  assert.equal(later.kind === 'due' && later.on, '2026-04-22')
  const unasked = due(facts, calendar)
  assert.equal(unasked.kind === 'stopped' && unasked.thenOn, '2026-04-22')
})

test('the notice of a new year makes a provisional day final, and may move it', () => {
  const facts = ledgerOf([fact('received', '2026-12-18')])
  const before = due(facts, calendar)
  assert.deepEqual([before.kind === 'due' && before.on, before.provisional], ['2027-01-18', true])
  const later = withNotice(calendar, {
    year: 2027,
    number: '试设通知',
    covers: { from: '2027-01-01', upTo: '2027-12-31' },
    festivals: [{ name: '元旦', off: ['2027-01-01'], on: ['2027-01-09'] }],
  })
  const after = due(facts, later)
  assert.deepEqual([after.kind === 'due' && after.on, after.provisional], ['2027-01-15', false])
})

test('facts without a receipt, and days outside the calendar, are faults', () => {
  assert.throws(() => due([], calendar), RangeError)
  assert.throws(() => answer(fact('extended', '2026-06-01', { workingDays: 5 })), RangeError)
  assert.throws(() => answer(fact('received', '1999-12-31')), RangeError)
})

// Histories that the rules allow: in time, in order, each part present or not.
const anyHistory = fc
  .record({
    received: fc.integer({ min: ordinalOf(day('2018-01-02')), max: ordinalOf(day('2025-06-30')) }),
    correction: fc.option(fc.tuple(fc.nat(6), fc.nat(12))),
    consultations: fc.array(
      fc.tuple(fc.nat(15), fc.nat(25), fc.constantFrom('thirdParty', 'coMaker', 'otherOrgan')),
      {
        maxLength: 3,
      },
    ),
    extension: fc.option(fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 20 }))),
  })
  .map(({ received, correction, consultations, extension }) => {
    const at = (ordinal: number): Day => dayOf(ordinal)
    const facts: CaseFact[] = [{ type: 'received', on: at(received), channel: 'counter' }]
    const asked = received + (correction?.[0] ?? 0)
    const start = correction ? asked + correction[1] : received
    if (correction) {
      facts.push(
        { type: 'correctionAsked', on: at(asked), workingDays: 10 },
        { type: 'corrected', on: at(start) },
      )
    }
    for (const [i, [after, long, party]] of consultations.entries()) {
      const id = String(i)
      facts.push(
        { type: 'consultationSent', on: at(start + after), with: party as 'thirdParty', id },
        { type: 'consultationAnswered', on: at(start + after + long), id },
      )
    }
    if (extension) facts.push({ type: 'extended', on: at(start + extension[0]), workingDays: extension[1] })
    return facts
  })

const dueOn = (given: Due): Day => {
  if (given.kind !== 'due') throw new Error(`expected a due day, got ${given.kind}`)
  return given.on
}

const groupOf = ({ type, id }: CaseFact): string => id ?? (type === 'extended' ? type : 'correction')

test('a holiday added never moves a due day earlier', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(90), (history, after) => {
      const facts = ledgerOf(history)
      const off = plusDays(history[0]?.on ?? day('2020-01-01'), after)
      const more = withOverlay(calendar, { name: '增设', basis: '通告', off: [off] })
      assert.equal(dueOn(due(facts, more)) >= dueOn(due(facts, calendar)), true)
    }),
    { numRuns: 150 },
  )
})

test('overlapping consultations count as their union: one that lies within another changes nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 17600, max: 20200 }),
      fc.nat(10),
      fc.nat(20),
      fc.nat(30),
      fc.nat(30),
      (on, after, long, a, b) => {
        const [from, to] = [on + after, on + after + long]
        const inner = [from + Math.min(a, b, long), from + Math.min(Math.max(a, b), long)] as const
        const received: CaseFact = { type: 'received', on: dayOf(on), channel: 'counter' }
        const consulted = (id: string, sent: number, answered: number): CaseFact[] => [
          { type: 'consultationSent', on: dayOf(sent), with: 'thirdParty', id },
          { type: 'consultationAnswered', on: dayOf(answered), id },
        ]
        const one = [received, ...consulted('甲', from, to)]
        const two = [...one, ...consulted('乙', inner[0], inner[1])]
        assert.equal(dueOn(answer(...two)), dueOn(answer(...one)))
      },
    ),
  )
})

test('an extension or a consultation typed later, or earlier, counts from its own day', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (history, turn) => {
      const [first, ...rest] = history
      if (!first) return
      const groups = [...new Set(rest.map(groupOf))].map((name) =>
        rest.filter((one) => groupOf(one) === name),
      )
      const cut = groups.length === 0 ? 0 : turn % groups.length
      const turned = [first, ...[...groups.slice(cut), ...groups.slice(0, cut)].flat()]
      assert.equal(dueOn(answer(...turned)), dueOn(answer(...history)))
    }),
  )
})

test('the due day is a working day at least twenty working days after the start', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const on = dueOn(answer(...history))
      const start = history.find(({ type }) => type === 'corrected')?.on ?? history[0]?.on ?? on
      assert.equal(calendar.isWorkday(on), true)
      assert.equal(calendar.workdaysBetween(start, on) >= 20, true)
    }),
  )
})

test('a longer extension, or a later answer, never brings the day forward', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(5), (history, more) => {
      const longer = history.map((one) =>
        one.type === 'extended' ? { ...one, workingDays: (one.workingDays ?? 0) + more } : one,
      )
      const later = history.map((one) =>
        one.type === 'consultationAnswered' ? { ...one, on: plusDays(one.on, more) } : one,
      )
      assert.equal(dueOn(answer(...longer)) >= dueOn(answer(...history)), true)
      assert.equal(dueOn(answer(...later)) >= dueOn(answer(...history)), true)
    }),
  )
})

test('an ordinary history in time carries no warning', () => {
  const given = answer(
    fact('received', '2026-03-02', { channel: 'online' }),
    fact('correctionAsked', '2026-03-05', { workingDays: 10 }),
    fact('corrected', '2026-03-12'),
  )
  assert.deepEqual(
    given.because.filter(({ code }) => isWarning(code)),
    [],
  )
})
