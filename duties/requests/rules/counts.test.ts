import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countCase, rowIn } from './counts.ts'
import { Office } from './office.cases.ts'
import { defaultSettings } from './settings.ts'

const late = '2027-06-30T00:00:00Z'
const g1 = { outcome: 'G1', states: { where: '门户网站' } } as const

const acrossNewYear = (): Office => {
  const office = new Office('2025-12-22')
  office.decide('2025-12-31', [g1])
  office.do('2026-01-05', 'serve', { method: 'post' })
  return office
}

test('a request of December answered in January is new and carried out, then carried in and answered', () => {
  const { facts } = acrossNewYear()
  assert.deepEqual(countCase(facts, 2025, late), {
    column: 'naturalPerson',
    new: true,
    carriedIn: false,
    carriedOut: true,
  })
  assert.deepEqual(countCase(facts, 2026, late), {
    column: 'naturalPerson',
    new: false,
    carriedIn: true,
    carriedOut: false,
    row: 'granted',
  })
  assert.equal(countCase(facts, 2024, late), undefined)
  assert.equal(countCase(facts, 2027, late), undefined)
})

test('an office that counts by the day of the decision finds the same case answered in December', () => {
  const { facts } = acrossNewYear()
  const settings = { ...defaultSettings, resultOn: 'decided' } as const
  assert.equal(countCase(facts, 2025, late, settings)?.row, 'granted')
  assert.equal(countCase(facts, 2026, late, settings), undefined)
})

test('what was not yet recorded at the cut-off is not counted', () => {
  const { facts } = acrossNewYear()
  assert.equal(countCase(facts, 2025, '2025-12-21T00:00:00Z'), undefined)
  assert.equal(countCase(facts, 2026, '2026-01-04T00:00:00Z')?.carriedOut, true)
  assert.equal(countCase(facts, 2026, '2026-01-06T00:00:00Z')?.row, 'granted')
})

test('第三十条: a corrected request is the same request, counted new once', () => {
  const office = new Office('2025-12-22')
  office.do('2025-12-24', 'askCorrection', { items: ['年份'], workingDays: 10 })
  office.do('2026-01-06', 'recordCorrected', { description: '2025年' })
  assert.equal(countCase(office.facts, 2025, late)?.new, true)
  assert.equal(countCase(office.facts, 2026, late)?.new, false)
})

test('a letter that nobody confirmed is not received and not counted', () => {
  assert.equal(countCase(new Office('2026-03-02', { channel: 'ordinaryPost' }).facts, 2026, late), undefined)
})

test('第四十一、四十七、五十五条: other kinds of cases are outside the table', () => {
  for (const kind of ['rectification', 'complaint', 'enterprise'] as const) {
    assert.equal(countCase(new Office('2026-03-02', { intake: { kind } }).facts, 2026, late), undefined)
  }
})

test('a withdrawn request stands among the other endings', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-05', 'withdraw', { statement: '不再需要' })
  assert.equal(countCase(office.facts, 2026, late)?.row, 'other_other')
})

test('a split request counts as its parts, never as the whole', () => {
  const office = new Office('2025-12-30')
  office.do('2026-01-05', 'split', { titles: ['批复', '附图'] })
  assert.equal(countCase(office.facts, 2025, late), undefined)
  assert.equal(countCase(office.facts, 2026, late), undefined)
})

test('a request handed over in its year counts at the other organ; later it is one of the other endings', () => {
  const same = new Office('2026-03-02')
  same.do('2026-03-05', 'handOver', { to: 'organ-2', reason: '职权已划转' })
  assert.equal(countCase(same.facts, 2026, late), undefined)
  const later = new Office('2025-12-30')
  later.do('2026-01-05', 'handOver', { to: 'organ-2', reason: '职权已划转' })
  assert.equal(countCase(later.facts, 2025, late)?.carriedOut, true)
  assert.equal(countCase(later.facts, 2026, late)?.row, 'other_other')
})

test('the first reply counts; one that a remedy ordered is shown in table four', () => {
  const office = new Office('2026-03-02')
  office.decide('2026-03-04', [{ outcome: 'D5', states: { type: '人事管理', why: '内部' } }])
  office.do('2026-03-05', 'serve', { method: 'handedOver' })
  office.do('2026-05-11', 'reopen', { order: '清复决〔2026〕5号' })
  office.decide('2026-05-12', [g1])
  office.do('2026-05-13', 'serve', { method: 'handedOver' })
  assert.equal(countCase(office.facts, 2026, late)?.row, 'denied_internal')
})

test('an amended category moves the case to another column', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'amend', { seq: 1, category: 'research', reason: '登记有误' })
  assert.equal(countCase(office.facts, 2026, late)?.column, 'research')
})

test('the form of 2019 has one row where that of 2021 has three', () => {
  assert.equal(rowIn('2019', 'other_overdue_fee'), 'other_total')
  assert.equal(rowIn('2021', 'other_overdue_fee'), 'other_overdue_fee')
  assert.equal(rowIn('2019', 'granted'), 'granted')
})
