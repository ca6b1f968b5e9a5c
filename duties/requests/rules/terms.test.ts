import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Term } from '#law/citation.ts'
import { isQuoted } from '#law/regulation.ts'
import { defaultClockSettings, terms } from './terms.ts'

test('each number of working days stands in the words quoted for it', () => {
  for (const [name, { workingDays, cites }] of Object.entries<Term>(terms)) {
    assert.equal(cites.quote.includes(`${workingDays}个工作日`), true, name)
    if (!cites.instrument) assert.equal(isQuoted(cites), true, name)
  }
})

test('the numbers are those of 第三十、三十二、三十三、三十四条 and of the fee measures', () => {
  assert.deepEqual(
    Object.fromEntries(Object.entries<Term>(terms).map(([name, term]) => [name, term.workingDays])),
    {
      reply: 20,
      extension: 20,
      correctionNotice: 7,
      thirdPartyOpinion: 15,
      coMakerOpinion: 15,
      feePayment: 20,
    },
  )
})

test('an open question is read so that the due day is the earlier one, except where practice is settled', () => {
  assert.equal(defaultClockSettings.lateCorrectionRestarts, false)
  assert.equal(defaultClockSettings.repeatedCorrectionRestarts, false)
  assert.equal(defaultClockSettings.lateExtensionCounts, false)
  assert.equal(defaultClockSettings.reasonsAskedStops, false)
  assert.equal(defaultClockSettings.consultationEndsWithTerm, true)
  assert.equal(defaultClockSettings.otherOrganWorkingDays, 15)
  assert.equal(defaultClockSettings.feePaymentRestarts, true)
})
