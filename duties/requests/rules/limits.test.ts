import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { type CaseFact, ledgerOf } from './case-facts.ts'
import { limits } from './limits.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

const fact = (type: CaseFact['type'], on: string, rest: Partial<CaseFact> = {}): CaseFact => ({
  type,
  on: day(on),
  ...rest,
})

const daysOf = (...facts: CaseFact[]) => limits(ledgerOf(facts), calendar).map(({ code, on }) => [code, on])

test('第三十条: the correction notice goes at the latest on the seventh working day', () => {
  assert.deepEqual(daysOf(fact('received', '2026-02-13')), [
    ['correctionNotice', '2026-03-02'],
    ['extension', '2026-03-19'],
  ])
})

test('第三十二条: a third party has fifteen working days from the day it got the letter', () => {
  const found = daysOf(
    fact('received', '2026-03-02'),
    fact('consultationSent', '2026-03-09', { with: 'thirdParty' }),
    fact('consultationServed', '2026-03-09'),
  )
  assert.deepEqual(found.at(-1), ['thirdPartyOpinion', '2026-03-30'])
})

test('第三十二条: no limit runs before the letter is served, nor after the answer', () => {
  const sent = [fact('received', '2026-03-02'), fact('consultationSent', '2026-03-09', { with: 'coMaker' })]
  assert.equal(
    daysOf(...sent).some(([code]) => code === 'coMakerOpinion'),
    false,
  )
  const served = [...sent, fact('consultationServed', '2026-03-10')]
  assert.equal(
    daysOf(...served).some(([code]) => code === 'coMakerOpinion'),
    true,
  )
  assert.equal(
    daysOf(...served, fact('consultationAnswered', '2026-03-11')).some(([code]) => code === 'coMakerOpinion'),
    false,
  )
})

test('each limit has its article, and is provisional where a day on the way has no notice', () => {
  const [notice, extension] = limits(ledgerOf([fact('received', '2026-12-18')]), calendar)
  assert.deepEqual([notice?.on, notice?.provisional, notice?.cites.article], ['2026-12-29', false, 30])
  assert.deepEqual(
    [extension?.on, extension?.provisional, extension?.cites.article],
    ['2027-01-18', true, 33],
  )
})

test('a case that is over has no limits', () => {
  assert.deepEqual(daysOf(fact('received', '2026-06-01'), fact('withdrawn', '2026-06-02')), [])
})
