import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, Office, warningsOf } from './office.cases.ts'

test('第三十一条: a letter is received on the day it is confirmed with the applicant', () => {
  const office = new Office('2026-03-02', { channel: 'ordinaryPost' })
  assert.equal(office.c.state, 'arrived')
  assert.equal(codeOf(office.ask('2026-03-03', 'draft', { parts: [] })), 'stateWrong')
  const early = { on: '2026-03-01', confirmation: '电话' }
  assert.equal(codeOf(office.ask('2026-03-03', 'confirmReceipt', early)), 'dayBeforeArrival')
  const done = office.do('2026-03-03', 'confirmReceipt', { confirmation: '与申请人电话确认' })
  assert.deepEqual(warningsOf(done), ['confirmedLate'])
  assert.deepEqual({ ...office.c, state: 'open', receivedOn: '2026-03-03' }, office.c)
})

test('a case is claimed once, handed back by its handler alone, and then free again', () => {
  const office = new Office()
  office.do('2026-03-02', 'claim', {}, { by: 'officer-2' })
  assert.equal(codeOf(office.ask('2026-03-02', 'claim')), 'alreadyAssigned')
  assert.equal(codeOf(office.ask('2026-03-02', 'handBack', { reason: '休假' })), 'notAssignedToYou')
  const search = { where: '档案室', words: ['征地'], by: '王某', found: '有' }
  const other = { by: 'officer-1', roles: ['handler'] } as const
  assert.equal(codeOf(office.ask('2026-03-02', 'logSearch', search, other)), 'assignedToAnother')
  const cover = { ...other, coversFor: ['officer-2'] }
  assert.equal(codeOf(office.ask('2026-03-02', 'logSearch', search, cover)), 'done')
  const head = { by: 'head-1', roles: ['handler', 'officeHead'] } as const
  assert.equal(codeOf(office.ask('2026-03-02', 'logSearch', search, head)), 'done')
  office.do('2026-03-03', 'handBack', { reason: '休假' }, { by: 'officer-2' })
  assert.equal(office.c.assignee, undefined)
})

test('一事一申请: a form that asks for several things becomes as many cases, received the same day', () => {
  const office = new Office('2026-03-02')
  assert.equal(codeOf(office.ask('2026-03-03', 'split', { titles: ['批复'] })), 'splitTooFew')
  const done = office.do('2026-03-03', 'split', { titles: ['批复', '附图', '验收报告'] })
  assert.equal(done.others?.length, 3)
  const [first] = done.others ?? []
  assert.equal(first?.facts[0]?.happenedOn, '2026-03-02')
  const fact = first?.facts[0]?.fact
  assert.equal(fact?.type === 'received' && fact.intake?.title, '批复')
  assert.equal(office.c.state, 'closed')
})

test('一事一申请: a confirmed letter keeps both its days in every case it is split into', () => {
  const office = new Office('2026-03-02', { channel: 'ordinaryPost' })
  office.do('2026-03-04', 'confirmReceipt', { confirmation: '电话确认' })
  const { others } = office.do('2026-03-05', 'split', { titles: ['批复', '附图'] })
  assert.deepEqual(
    others?.[1]?.facts.map(({ fact, happenedOn }) => [fact.type, happenedOn]),
    [
      ['arrived', '2026-03-02'],
      ['received', '2026-03-04'],
    ],
  )
})

test('a request is split at the start, not after the applicant was written to', () => {
  const office = new Office()
  office.do('2026-03-03', 'askCorrection', { items: ['年份'], workingDays: 10 })
  assert.equal(codeOf(office.ask('2026-03-03', 'split', { titles: ['甲', '乙'] })), 'splitTooLate')
})

test('第三十六条第五项: handing over a received request does not replace telling the applicant', () => {
  const office = new Office()
  const done = office.do('2026-03-03', 'handOver', { to: 'organ-2', reason: '职权已划转' })
  assert.deepEqual(warningsOf(done), ['handedOverAfterReceipt'])
})

test('a clerk’s slip is mended by another fact, and nothing is overwritten', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'amend', { seq: 1, category: 'company', reason: '登记有误' })
  assert.equal(office.c.intake.category, 'company')
  assert.equal(
    office.facts[0]?.fact.type === 'received' && office.facts[0].fact.intake?.category,
    'naturalPerson',
  )
  office.do('2026-03-05', 'amend', { seq: 1, correctOn: '2026-03-03', reason: '签收日登记有误' })
  assert.equal('receivedOn' in office.c && office.c.receivedOn, '2026-03-03')
  assert.equal(office.c.intake.category, 'company')
})

test('an amendment that would put a reply before its receipt is refused', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'askCorrection', { items: ['年份'], workingDays: 10 })
  const reason = '登记有误'
  assert.equal(
    codeOf(office.ask('2026-03-06', 'amend', { seq: 1, correctOn: '2026-03-05', reason })),
    'amendBreaksOrder',
  )
  assert.equal(
    codeOf(office.ask('2026-03-06', 'amend', { seq: 1, correctOn: '2026-03-07', reason })),
    'dayInFuture',
  )
  assert.equal(codeOf(office.ask('2026-03-06', 'amend', { seq: 1, reason })), 'amendNone')
  const early = { seq: '1', correctOn: '1990-03-02', reason }
  assert.equal(codeOf(office.ask('2026-03-06', 'amend', early)), 'dayOutOfCalendar')
  assert.equal(
    codeOf(office.ask('2026-03-06', 'amend', { seq: 9, correctOn: '2026-03-03', reason })),
    'amendUnknown',
  )
  assert.equal(codeOf(office.ask('2026-03-06', 'amend', { seq: 2, title: '新标题', reason })), 'amendUnknown')
})

test('material is asked of another unit and comes back once', () => {
  const office = new Office()
  office.do('2026-03-03', 'askMaterial', { unit: '规划股', what: '卷宗', answerBy: '2026-03-06' })
  const give = { materialId: 'id-1', answer: '已提供', files: ['file-1'] }
  office.do('2026-03-05', 'recordMaterial', give)
  assert.equal(office.c.files[0]?.file, 'file-1')
  assert.equal(codeOf(office.ask('2026-03-06', 'recordMaterial', give)), 'materialNone')
})
