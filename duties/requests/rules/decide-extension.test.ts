import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, Office } from './office.cases.ts'

const reason = '需要多个单位核实'

test('第三十三条第二款: the period is extended until its last day, and not after', () => {
  // Received Monday 2026-03-02: the twentieth working day is Monday 2026-03-30.
  const office = new Office('2026-03-02')
  assert.equal(codeOf(office.ask('2026-03-30', 'extend', { workingDays: 20, reason })), 'done')
  assert.equal(codeOf(office.ask('2026-03-31', 'extend', { workingDays: 20, reason })), 'extensionAfterTerm')
})

test('第三十三条第二款: what was agreed in time may be recorded later under its own day', () => {
  const office = new Office('2026-03-02')
  const late = { on: '2026-03-30', workingDays: 5, reason }
  assert.equal(codeOf(office.ask('2026-04-02', 'extend', late)), 'done')
})

test('第三十三条第二款: all extensions together are twenty working days at most', () => {
  const office = new Office('2026-03-02')
  assert.equal(codeOf(office.ask('2026-03-10', 'extend', { workingDays: 21, reason })), 'tooLarge')
  office.do('2026-03-10', 'extend', { workingDays: 12, reason })
  assert.equal(codeOf(office.ask('2026-03-11', 'extend', { workingDays: 9, reason })), 'extensionTooLong')
  office.do('2026-03-11', 'extend', { workingDays: 8, reason })
  assert.equal(codeOf(office.ask('2026-03-12', 'extend', { workingDays: 1, reason })), 'extensionUsedUp')
})

test('第三十三条第二款: the head of the disclosure office agrees to it, the handler alone cannot', () => {
  const office = new Office()
  const ask = { workingDays: 5, reason }
  assert.equal(codeOf(office.ask('2026-03-10', 'extend', ask, { roles: ['handler'] })), 'roleWrong')
  const answer = office.ask('2026-03-10', 'extend', ask, { roles: ['officeHead'], by: 'head-1' })
  assert.equal(answer.kind, 'done')
  const [first] = answer.kind === 'done' ? answer.facts : []
  assert.deepEqual(first?.fact, {
    type: 'extended',
    workingDays: 5,
    reason,
    approvedBy: 'head-1',
    letter: { kind: 'extension', number: '' },
  })
})

test('第三十五条: unreasonable reasons are needed before a mass request is not processed', () => {
  const office = new Office()
  const draft = { parts: [{ what: '全部合同', outcome: 'R4', states: { figures: '41件', why: '反复' } }] }
  assert.equal(codeOf(office.ask('2026-03-04', 'draft', draft)), 'reasonsNotWeighed')
  office.do('2026-03-04', 'askReasons', { figures: '三个月41件', answerBy: '2026-03-13' })
  assert.equal(codeOf(office.ask('2026-03-05', 'draft', draft)), 'reasonsNotWeighed')
  office.do('2026-03-06', 'recordReasons', { reasons: '研究需要' })
  office.do('2026-03-09', 'weighReasons', { reasonable: 'no', why: '与前次相同' })
  assert.equal(codeOf(office.ask('2026-03-10', 'draft', draft)), 'done')
})

test('第三十五条: reasons found reasonable must be followed by handling', () => {
  const office = new Office()
  const draft = { parts: [{ what: '全部合同', outcome: 'R4', states: { figures: '41件', why: '反复' } }] }
  office.do('2026-03-04', 'askReasons', { figures: '三个月41件', answerBy: '2026-03-13' })
  office.do('2026-03-06', 'recordReasons', { reasons: '诉讼需要' })
  assert.equal(
    codeOf(office.ask('2026-03-06', 'setLaterDay', { dueOn: '2026-06-30', why: '数量多' })),
    'reasonsNotReasonable',
  )
  office.do('2026-03-09', 'weighReasons', { reasonable: true, why: '确有需要' })
  assert.equal(codeOf(office.ask('2026-03-10', 'draft', draft)), 'reasonsReasonable')
  const early = { dueOn: '2026-03-30', why: '数量多' }
  assert.equal(codeOf(office.ask('2026-03-10', 'setLaterDay', early)), 'laterDayNotLater')
  assert.equal(codeOf(office.ask('2026-03-10', 'setLaterDay', { ...early, dueOn: '2026-03-31' })), 'done')
})

test('第三十五条: silence about the reasons is weighed only when the day set for them has passed', () => {
  const office = new Office()
  const weigh = { reasonable: false, why: '没有说明' }
  assert.equal(codeOf(office.ask('2026-03-05', 'weighReasons', weigh)), 'reasonsNotAsked')
  office.do('2026-03-04', 'askReasons', { figures: '三个月41件', answerBy: '2026-03-13' })
  assert.equal(codeOf(office.ask('2026-03-13', 'weighReasons', weigh)), 'reasonsTermRuns')
  assert.equal(codeOf(office.ask('2026-03-14', 'weighReasons', weigh)), 'done')
})

test('第三十五条: the applicant gives the reasons online', () => {
  const office = new Office()
  office.do('2026-03-04', 'askReasons', { figures: '三个月41件', answerBy: '2026-03-13' })
  const own = { by: 'applicant', roles: ['applicant'] as const }
  assert.equal(codeOf(office.ask('2026-03-06', 'recordReasons', { reasons: '研究' }, own)), 'done')
  assert.equal(
    codeOf(office.ask('2026-03-06', 'weighReasons', { reasonable: true, why: '' }, own)),
    'roleWrong',
  )
})

test('第四十一条: a rectification has no period that could be extended', () => {
  const office = new Office('2026-03-02', { intake: { kind: 'rectification' } })
  assert.equal(codeOf(office.ask('2026-03-10', 'extend', { workingDays: 5, reason })), 'kindWrong')
})
