import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, Office, warningsOf } from './office.cases.ts'
import type { OutcomeCode } from './outcomes.ts'
import { defaultSettings, stagesFor } from './settings.ts'

const g1 = { what: '补偿方案', outcome: 'G1', states: { where: '县政府门户网站征地专栏' } } as const
const d5 = {
  what: '考勤表',
  outcome: 'D5',
  states: { type: '人事管理', why: '只涉及内部管理' },
} as const

test('第四十五条: what gives out all that was asked is read by the head of the office', () => {
  const office = new Office()
  office.do('2026-03-04', 'draft', { parts: [g1] })
  assert.equal(codeOf(office.ask('2026-03-04', 'decide')), 'reviewMissing')
  assert.equal(
    codeOf(office.ask('2026-03-04', 'review', { passed: true, opinion: '同意' }, { roles: ['leader'] })),
    'reviewNone',
  )
  office.do('2026-03-04', 'review', { passed: true, opinion: '同意' }, { roles: ['officeHead'] })
  assert.equal(codeOf(office.ask('2026-03-04', 'decide')), 'done')
})

test('第四十五条: a refusal also goes to the leader, after the head of the office', () => {
  const office = new Office()
  office.do('2026-03-04', 'draft', { parts: [d5] })
  const pass = { passed: true, opinion: '同意' }
  assert.equal(codeOf(office.ask('2026-03-04', 'review', pass, { roles: ['leader'] })), 'reviewNone')
  office.do('2026-03-04', 'review', pass, { roles: ['officeHead'] })
  assert.equal(codeOf(office.ask('2026-03-04', 'decide')), 'reviewMissing')
  office.do('2026-03-04', 'review', pass, { roles: ['leader'] })
  assert.equal(codeOf(office.ask('2026-03-04', 'decide')), 'done')
})

test('第四十五条: an organ that sets more stages gets them in its order', () => {
  const review = {
    ...defaultSettings.review,
    refusing: ['legal', 'secrecy', 'officeHead', 'leader'],
  } as const
  const office = new Office('2026-03-02', { settings: { review } })
  office.do('2026-03-04', 'draft', { parts: [d5] })
  const pass = { passed: true, opinion: '同意' }
  for (const role of ['legalReviewer', 'secrecyReviewer', 'officeHead', 'leader'] as const) {
    office.do('2026-03-04', 'review', pass, { roles: [role] })
  }
  assert.equal(codeOf(office.ask('2026-03-04', 'decide')), 'done')
})

test('a draft sent back must be written anew, and its reviews with it', () => {
  const office = new Office()
  office.do('2026-03-04', 'draft', { parts: [d5] })
  office.do('2026-03-04', 'review', { passed: true, opinion: '同意' })
  const remarks = [{ paragraph: 2, remark: '理由过于简单' }]
  office.do('2026-03-04', 'review', { passed: false, opinion: '请补充理由', remarks })
  assert.equal(codeOf(office.ask('2026-03-05', 'decide')), 'draftReturned')
  office.do('2026-03-05', 'draft', { parts: [d5] })
  assert.equal(codeOf(office.ask('2026-03-05', 'decide')), 'reviewMissing')
})

test('第三十六条第三项: a refusal without its reason is not taken', () => {
  const answer = new Office().ask('2026-03-04', 'draft', { parts: [{ ...d5, states: { type: '人事管理' } }] })
  assert.deepEqual(answer.kind === 'invalid' && answer.problems.map(({ field, code }) => [field, code]), [
    ['parts.0.states.why', 'statementMissing'],
  ])
})

test('第十六条: the kind of internal matter is one of the three that the law names', () => {
  const other = { ...d5, states: { type: '其他', why: '内部' } }
  assert.equal(codeOf(new Office().ask('2026-03-04', 'draft', { parts: [other] })), 'statementNotAChoice')
})

test('第三十六条第四项: not existing must be shown by a search', () => {
  const office = new Office()
  const draft = { parts: [{ what: '方案', outcome: 'U1a', states: { search: '检索了档案室' } }] }
  assert.equal(codeOf(office.ask('2026-03-04', 'draft', draft)), 'searchMissing')
  office.do('2026-03-04', 'logSearch', { where: '档案室', words: '征地\n补偿', by: '王某', found: '没有' })
  assert.deepEqual(office.c.searches[0]?.words, ['征地', '补偿'])
  assert.equal(codeOf(office.ask('2026-03-04', 'draft', draft)), 'done')
})

test('第三十六条第六项: a repeated request needs the number and day of the earlier reply', () => {
  const draft = { parts: [{ what: '方案', outcome: 'R2', states: { previousNumber: '清公复〔2025〕3号' } }] }
  assert.equal(codeOf(new Office().ask('2026-03-04', 'draft', draft)), 'statementMissing')
})

test('no reply before receipt, none in the future, none in a year without a calendar', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'draft', { parts: [g1] })
  office.review('2026-03-04')
  assert.equal(codeOf(office.ask('2026-03-04', 'decide', { on: '2026-02-27' })), 'dayBeforeReceipt')
  assert.equal(codeOf(office.ask('2026-03-04', 'decide', { on: '2026-03-05' })), 'dayInFuture')
  assert.equal(codeOf(office.ask('2026-03-04', 'decide', { on: '1999-12-31' })), 'dayOutOfCalendar')
  assert.equal(codeOf(office.ask('2026-03-04', 'decide', { on: '2026-02-30' })), 'notADay')
})

test('a decision is not dated before its last review', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'draft', { parts: [g1] })
  office.review('2026-03-06')
  assert.equal(codeOf(office.ask('2026-03-06', 'decide', { on: '2026-03-05' })), 'dayBeforeStep')
})

test('国办公开办函〔2016〕235号: posted on the last day is in time, a day later it is late and says so', () => {
  const office = new Office('2026-03-02')
  office.decide('2026-03-27', [g1])
  const post = { method: 'post', proof: 'EMS99000000001CN' }
  assert.deepEqual(warningsOf(office.ask('2026-03-30', 'serve', post)), [])
  assert.deepEqual(warningsOf(office.ask('2026-03-31', 'serve', post)), ['repliedLate'])
  assert.deepEqual(warningsOf(office.ask('2026-04-07', 'serve', { ...post, on: '2026-03-30' })), [])
})

const g2 = { what: '方案', outcome: 'G2', states: { enclosures: '方案', form: '电子数据' } } as const

test('第十七条: an organ that reviews secrets elsewhere is told where a decision bears no such review', () => {
  const review = { ...defaultSettings.review, granting: ['officeHead'] } as const
  const office = new Office('2026-03-02', { settings: { review } })
  assert.deepEqual(warningsOf(office.decide('2026-03-04', [g2])), ['secrecyNotReviewed'])
})

test('保密法实施条例第四十二条: whatever gives information out passes the secrecy review first', () => {
  const stages = (...parts: readonly { what: string; outcome: OutcomeCode; states: object }[]) =>
    stagesFor(
      parts.map((part) => ({ ...part, states: {} })),
      defaultSettings,
    )
  const p1 = { what: '名册', outcome: 'P1', states: {} } as const
  assert.deepEqual(stages(g2), ['secrecy', 'officeHead'])
  assert.deepEqual(stages(g1, g2), ['secrecy', 'officeHead'])
  assert.deepEqual(stages(g2, d5), ['secrecy', 'officeHead', 'leader'])
  assert.deepEqual(stages(p1), ['secrecy', 'officeHead', 'leader'])
  assert.deepEqual(stages(g1), ['officeHead'])
  assert.deepEqual(stages(g1, d5), ['officeHead', 'leader'])
  const office = new Office()
  office.do('2026-03-04', 'draft', { parts: [g2] })
  const pass = { passed: true, opinion: '同意' }
  assert.equal(codeOf(office.ask('2026-03-04', 'review', pass, { roles: ['officeHead'] })), 'reviewNone')
  office.do('2026-03-04', 'review', pass, { roles: ['secrecyReviewer'] })
  office.do('2026-03-04', 'review', pass, { roles: ['officeHead'] })
  assert.deepEqual(warningsOf(office.ask('2026-03-04', 'decide')), [])
})

test('an organ that asks for four eyes has nobody review a draft of their own', () => {
  const office = new Office('2026-03-02', { settings: { fourEyes: true } })
  office.do('2026-03-04', 'draft', { parts: [g1] })
  const pass = { passed: true, opinion: '同意' }
  assert.equal(codeOf(office.ask('2026-03-04', 'review', pass)), 'reviewOwnDraft')
  assert.equal(codeOf(office.ask('2026-03-04', 'review', pass, { by: 'officer-2' })), 'done')
})

test('第三十六条第二项: what was decided to be given goes with the service; where nothing was, no file goes', () => {
  const office = new Office()
  office.decide('2026-03-04', [g2])
  const enclosures = ['file-1']
  office.do('2026-03-05', 'serve', { method: 'online', enclosures })
  const { fact } = office.facts.at(-1) ?? assert.fail('nothing served')
  assert.deepEqual(fact, { type: 'served', method: 'online', enclosures })
  for (const parts of [[g1], [d5]]) {
    const other = new Office()
    other.decide('2026-03-04', parts)
    assert.equal(codeOf(other.ask('2026-03-05', 'serve', { method: 'online', enclosures })), 'nothingGiven')
  }
})

test('the applicant withdraws until the reply is served, and not after', () => {
  const office = new Office()
  office.decide('2026-03-04', [g1])
  const own = { by: 'applicant', roles: ['applicant'] as const }
  assert.equal(codeOf(office.ask('2026-03-05', 'withdraw', { statement: '不再需要' }, own)), 'done')
  office.do('2026-03-05', 'serve', { method: 'handedOver' })
  assert.equal(codeOf(office.ask('2026-03-06', 'withdraw', { statement: '不再需要' }, own)), 'stateWrong')
})

test('after a remedy ordered a new reply the case is open again, and its first reply is kept', () => {
  const office = new Office()
  office.decide('2026-03-04', [d5])
  office.do('2026-03-05', 'serve', { method: 'handedOver' })
  office.do('2026-03-06', 'archive')
  office.do('2026-05-11', 'reopen', { order: '清复决〔2026〕5号', dueOn: '2026-06-10' })
  assert.equal(office.c.state, 'open')
  assert.equal(office.c.earlier[0]?.decision.countsAs, 'D5')
  office.decide('2026-05-20', [g1])
  office.do('2026-05-21', 'serve', { method: 'post' })
  assert.equal(office.c.state, 'closed')
})

test('a case that was never answered is not reopened', () => {
  const office = new Office()
  office.do('2026-03-05', 'withdraw', { statement: '不再需要' })
  assert.equal(codeOf(office.ask('2026-03-06', 'reopen', { order: '决定' })), 'notReplied')
})
