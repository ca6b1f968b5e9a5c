import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { roleNames } from '#law/roles.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { bars } from './allowed.ts'
import { countCase } from './counts.ts'
import { decide } from './decide.ts'
import { history } from './histories.ts'
import { asks } from './histories-asks.ts'
import { dice, idOf } from './histories-words.ts'
import { isInOrder } from './order.ts'
import { outcomes } from './outcomes.ts'
import { fold } from './request.ts'
import { defaultSettings } from './settings.ts'
import type { StepContext } from './step.ts'
import { stepNames, stepOf } from './steps.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const from = day('2024-11-20')
const upTo = day('2026-06-30')
const seeds = fc.integer({ min: 0, max: 0xffffffff })
const told = (seed: number) => history(seed, { calendar, from, upTo })

const contextOf = (roles: StepContext['roles']): StepContext => ({
  calendar,
  settings: defaultSettings,
  today: upTo,
  by: '00000000-0000-4000-a000-000000000009',
  roles,
  newId: () => idOf(dice(1)),
})

test('the same seed tells the same history', () => {
  assert.deepEqual(told(7), told(7))
  assert.notDeepEqual(told(7), told(8))
})

test('replaying the facts, also as they come back from a database, gives the same case', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = told(seed)
      assert.deepEqual(fold(JSON.parse(JSON.stringify(facts))), fold(facts))
    }),
    { numRuns: 300 },
  )
})

test('no day of an allowed history lies before the day of what it follows', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const c = fold(told(seed))
      assert.equal(c ? isInOrder(c) : false, true)
    }),
    { numRuns: 300 },
  )
})

test('第三十条、第三十三条: one correction notice, and extensions of twenty working days at most', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = told(seed).map(({ fact }) => fact)
      assert.ok(facts.filter(({ type }) => type === 'correctionAsked').length <= 1)
      const extended = facts.map((fact) => (fact.type === 'extended' ? fact.workingDays : 0))
      assert.ok(extended.reduce((sum, days) => sum + days, 0) <= 20)
    }),
    { numRuns: 300 },
  )
})

test('no step that the table refuses can be decided, whatever the role and the entries', () => {
  const actors = [...roleNames, 'applicant'] as const
  fc.assert(
    fc.property(seeds, fc.nat(), fc.constantFrom(...actors), (seed, cut, role) => {
      const all = told(seed)
      const facts = all.slice(0, 1 + (cut % all.length))
      const c = fold(facts)
      assert.ok(c)
      const context = contextOf([role])
      for (const step of stepNames) {
        const barred = bars(step, c, facts, context)
        const answer = decide(step, c, facts, asks[step]({ roll: dice(seed), c, context }), context)
        if (barred) assert.deepEqual(answer, barred, step)
        if (!stepOf(step).roles.includes(role)) assert.equal(barred?.code, 'roleWrong', step)
      }
    }),
    { numRuns: 150 },
  )
})

test('whatever is sent, a step answers and does not throw', () => {
  const steps = fc.constantFrom(...stepNames)
  const names = fc.constantFrom(
    'on',
    'parts',
    'items',
    'workingDays',
    'seq',
    'consultationId',
    'dueOn',
    'yuan',
  )
  const values = fc.oneof(
    fc.anything(),
    fc.constantFrom('2026-03-02', '2060-12-31', '1', '-1', 'G1', '__proto__'),
  )
  const sent = fc.oneof(fc.object(), fc.dictionary(names, values))
  fc.assert(
    fc.property(seeds, steps, sent, (seed, step, ask) => {
      const all = told(seed)
      const facts = all.slice(0, 1 + (seed % all.length))
      const c = fold(facts)
      assert.ok(c)
      const answer = decide(step, c, facts, ask, contextOf(['handler', 'officeHead', 'leader']))
      assert.ok(['done', 'refused', 'invalid'].includes(answer.kind))
    }),
    { numRuns: 1000 },
  )
})

const years = [2024, 2025, 2026] as const

test('every case stands in one cell of the year, and what is carried out of a year is carried into the next', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = told(seed)
      const counts = years.map((year) => countCase(facts, year, '2026-12-31T00:00:00Z'))
      for (const [i, count] of counts.entries()) {
        if (count) {
          assert.equal(count.new !== count.carriedIn, true)
          assert.equal(count.row === undefined, count.carriedOut)
        }
        if (i > 0) assert.equal(count?.carriedIn ?? false, counts[i - 1]?.carriedOut ?? false)
      }
      assert.ok(counts.filter((count) => count?.new).length <= 1)
      assert.ok(counts.filter((count) => count?.row).length <= 1)
    }),
    { numRuns: 500 },
  )
})

test('the row a case stands in is that of its outcome', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = told(seed)
      const c = fold(facts)
      if (!c || !('closing' in c) || c.closing.how !== 'replied' || c.earlier.length > 0) return
      const year = Number(c.closing.on.slice(0, 4))
      const count = countCase(facts, year, '2026-12-31T00:00:00Z')
      assert.equal(count?.row, outcomes[c.closing.decision.countsAs].row)
    }),
    { numRuns: 300 },
  )
})
