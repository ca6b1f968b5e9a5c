import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isQuoted } from '#law/regulation.ts'
import { day } from '#time/day.ts'
import { because, isWarning, reasons, sayBecause } from './because.ts'

const from = day('2026-06-01')
const to = day('2026-06-30')

test('every reason quotes the Regulation where it says, or names another document', () => {
  for (const { code, cites } of Object.values(reasons)) {
    assert.equal(cites.instrument ? cites.quote.length > 0 : isQuoted(cites), true, code)
  }
})

test('every reason is one Chinese sentence without codes or blanks', () => {
  for (const reason of Object.values(reasons)) {
    const sentence = sayBecause(because(reason, from, to, 20))
    assert.match(sentence, /^[^a-zA-Z\s]+。$/, reason.code)
    assert.doesNotMatch(sentence, /undefined|NaN/)
  }
})

test('a sentence says the days in Chinese and the working days as a number', () => {
  assert.equal(
    sayBecause(because(reasons.thirdPartyExcluded, from, to, 20)),
    '2026年6月1日征求第三方意见，至2026年6月30日共20个工作日，不计算在期限内。',
  )
  assert.equal(
    sayBecause(because(reasons.thirdPartyOpen, from)),
    '已于2026年6月1日征求第三方意见，等待期间不计算在期限内。',
  )
})

test('what was done too late or twice is a warning, what moves the day is not', () => {
  assert.deepEqual(
    Object.values(reasons)
      .map(({ code }) => code)
      .filter(isWarning),
    [
      'postConfirmedLate',
      'confirmedLater',
      'correctedAfterTerm',
      'correctionLate',
      'correctionRepeated',
      'consultationLate',
      'extensionCapped',
      'extensionLate',
      'laterDayEarlier',
      'laterDayLate',
      'feeNoticeLate',
    ],
  )
})
