import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, Office, warningsOf } from './office.cases.ts'

const ask = { items: ['请写明文件的年份'], workingDays: 10 }

test('第三十条: what is to be corrected is told once; a second notice is refused', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'askCorrection', ask)
  assert.equal(codeOf(office.ask('2026-03-05', 'askCorrection', ask)), 'correctionAlreadyAsked')
})

test('第三十条: a second notice is refused after the correction came in too', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'askCorrection', ask)
  office.do('2026-03-10', 'recordCorrected', { description: '2025年' })
  assert.equal(codeOf(office.ask('2026-03-11', 'askCorrection', ask)), 'correctionAlreadyAsked')
})

test('第三十条: a notice on the seventh working day is in time, on the eighth it passes with a warning', () => {
  // 2026-03-02 is a Monday; the seventh working day is Wednesday 03-11.
  const office = new Office('2026-03-02')
  assert.deepEqual(warningsOf(office.ask('2026-03-11', 'askCorrection', ask)), [])
  assert.deepEqual(warningsOf(office.ask('2026-03-12', 'askCorrection', ask)), ['correctionLate'])
})

test('第三十条: the notice must say what to correct and within which reasonable period', () => {
  const office = new Office()
  assert.equal(codeOf(office.ask('2026-03-04', 'askCorrection', { workingDays: 10 })), 'missing')
  assert.equal(codeOf(office.ask('2026-03-04', 'askCorrection', { items: ['年份'] })), 'missing')
  assert.equal(
    codeOf(office.ask('2026-03-04', 'askCorrection', { items: ['年份'], workingDays: 0 })),
    'tooSmall',
  )
})

test('第三十条: the applicant corrects online, today, and the words of the request change', () => {
  const office = new Office()
  office.do('2026-03-04', 'askCorrection', ask)
  office.do(
    '2026-03-06',
    'recordCorrected',
    { on: '2026-03-05', title: '2025年征地补偿方案', description: '全文' },
    { by: 'applicant', roles: ['applicant'] },
  )
  assert.equal(office.c.title, '2025年征地补偿方案')
  assert.equal(office.c.correction?.correctedOn, '2026-03-06')
})

test('第三十条: a correction after its period is taken, with a word about a good reason', () => {
  const office = new Office()
  office.do('2026-03-04', 'askCorrection', { items: ['年份'], workingDays: 5 })
  office.do('2026-03-05', 'recordCorrectionServed')
  // Five working days after Thursday 03-05 end on Thursday 03-12.
  assert.deepEqual(warningsOf(office.ask('2026-03-12', 'recordCorrected', { description: '2025年' })), [])
  assert.deepEqual(warningsOf(office.ask('2026-03-13', 'recordCorrected', { description: '2025年' })), [
    'correctedLate',
  ])
})

test('第三十条: giving up is assumed only after the served notice ran out uncorrected', () => {
  const draft = { parts: [{ what: '补偿方案', outcome: 'O1', states: {} }] }
  const office = new Office()
  assert.equal(codeOf(office.ask('2026-03-04', 'draft', draft)), 'correctionNotAsked')
  office.do('2026-03-04', 'askCorrection', { items: ['年份'], workingDays: 5 })
  assert.equal(codeOf(office.ask('2026-05-04', 'draft', draft)), 'correctionNotServed')
  office.do('2026-03-05', 'recordCorrectionServed')
  assert.equal(codeOf(office.ask('2026-03-12', 'draft', draft)), 'correctionTermRuns')
  assert.equal(codeOf(office.ask('2026-03-13', 'draft', draft)), 'done')
  office.do('2026-03-13', 'recordCorrected', { description: '2025年' })
  assert.equal(codeOf(office.ask('2026-03-14', 'draft', draft)), 'alreadyCorrected')
})

test('第三十条: still unclear can be said only after a correction', () => {
  const draft = { parts: [{ what: '补偿方案', outcome: 'U3', states: { unclear: '年份' } }] }
  const office = new Office()
  assert.equal(codeOf(office.ask('2026-03-04', 'draft', draft)), 'correctionNotAnswered')
  office.do('2026-03-04', 'askCorrection', ask)
  office.do('2026-03-10', 'recordCorrected', { description: '全部' })
  assert.equal(codeOf(office.ask('2026-03-11', 'draft', draft)), 'done')
})

test('a notice is not served before it is sent', () => {
  const office = new Office()
  office.do('2026-03-05', 'askCorrection', ask)
  assert.equal(
    codeOf(office.ask('2026-03-09', 'recordCorrectionServed', { on: '2026-03-04' })),
    'dayBeforeStep',
  )
})
