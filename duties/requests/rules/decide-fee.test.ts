import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, Office, warningsOf } from './office.cases.ts'

const notice = { by: 'piece', quantity: 12, why: '一个月内提出12件' }
const o2 = { parts: [{ what: '补偿方案', outcome: 'O2', states: {} }] }

test('109号办法第四条: the eleventh piece of a month is the first that may be charged', () => {
  const office = new Office()
  assert.equal(codeOf(office.ask('2026-03-04', 'noticeFee', { ...notice, quantity: 10 })), 'feeNothingDue')
  const done = office.do('2026-03-04', 'noticeFee', { ...notice, quantity: 11 })
  assert.equal(done.facts[0]?.fact.type === 'feeNoticed' && done.facts[0].fact.yuan, 100)
})

test('109号办法第三条: by piece or by page, never both for the same request', () => {
  const office = new Office()
  office.do('2026-03-04', 'noticeFee', notice)
  const second = { by: 'page', quantity: 200, why: '页数多' }
  assert.equal(codeOf(office.ask('2026-03-05', 'noticeFee', second)), 'feeAlreadyNoticed')
})

test('109号办法: the notice goes out within the period of the request', () => {
  const office = new Office('2026-03-02')
  assert.equal(codeOf(office.ask('2026-03-30', 'noticeFee', notice)), 'done')
  assert.equal(codeOf(office.ask('2026-03-31', 'noticeFee', notice)), 'feeAfterTerm')
})

test('109号办法: unpaid twenty working days after the notice was received, and only then, the request is given up', () => {
  // The fee notice of example L: received Wednesday 2026-06-10, payable until Thursday 2026-07-09.
  const office = new Office('2026-06-01')
  assert.equal(codeOf(office.ask('2026-06-09', 'draft', o2)), 'feeNotNoticed')
  office.do('2026-06-09', 'noticeFee', notice)
  assert.equal(codeOf(office.ask('2026-07-20', 'draft', o2)), 'feeNotServed')
  office.do('2026-06-10', 'recordFeeServed')
  assert.equal(codeOf(office.ask('2026-07-09', 'draft', o2)), 'feeTermRuns')
  assert.equal(codeOf(office.ask('2026-07-10', 'draft', o2)), 'done')
})

test('a fee is paid in full, also in parts, and never beyond', () => {
  const office = new Office()
  office.do('2026-03-04', 'noticeFee', { by: 'page', quantity: 44, why: '页数多' })
  office.do('2026-03-05', 'recordFeeServed')
  office.do('2026-03-06', 'recordFeePaid', { yuan: '100', receipt: '001' })
  assert.equal(office.c.fee?.paidOn, undefined)
  assert.equal(codeOf(office.ask('2026-03-09', 'recordFeePaid', { yuan: 41, receipt: '002' })), 'feeOverpaid')
  office.do('2026-03-09', 'recordFeePaid', { yuan: 40, receipt: '002' })
  assert.equal(office.c.fee?.paidOn, '2026-03-09')
  assert.equal(codeOf(office.ask('2026-03-10', 'draft', o2)), 'feeAlreadyPaid')
})

test('第四十二条: a reply with the fee still open passes, with a word that it is then not charged', () => {
  const office = new Office()
  office.do('2026-03-04', 'noticeFee', notice)
  office.do('2026-03-05', 'draft', {
    parts: [{ what: '方案', outcome: 'G1', states: { where: '门户网站' } }],
  })
  office.review('2026-03-05')
  assert.deepEqual(warningsOf(office.ask('2026-03-05', 'decide')), ['feeUnpaid'])
})
