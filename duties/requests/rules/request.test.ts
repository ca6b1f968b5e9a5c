import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import type { RequestFact } from './facts.ts'
import { mended } from './mended.ts'
import { Office } from './office.cases.ts'
import { fold } from './request.ts'
import { statusLabel } from './status.ts'

test('a case goes from receipt to archive, and its status says where it stands', () => {
  const office = new Office('2026-03-02', { channel: 'ordinaryPost' })
  const seen = [statusLabel(office.c)]
  const see = (today: string, step: Parameters<Office['do']>[1], ask = {}): void => {
    office.do(today, step, ask)
    seen.push(statusLabel(office.c))
  }
  see('2026-03-02', 'confirmReceipt', { confirmation: '电话确认' })
  see('2026-03-02', 'claim')
  see('2026-03-03', 'askCorrection', { items: ['年份'], workingDays: 10 })
  see('2026-03-09', 'recordCorrected', { description: '2025年' })
  see('2026-03-10', 'consult', { with: 'coMaker', party: '县自然资源局', about: '红线图' })
  see('2026-03-16', 'recordConsultationAnswered', { consultationId: 'id-1', answer: 'agrees' })
  see('2026-03-17', 'draft', { parts: [{ what: '方案', outcome: 'G1', states: { where: '门户网站' } }] })
  see('2026-03-18', 'review', { passed: false, opinion: '请写明栏目' })
  see('2026-03-19', 'draft', { parts: [{ what: '方案', outcome: 'G1', states: { where: '征地专栏' } }] })
  office.review('2026-03-19')
  see('2026-03-20', 'decide')
  see('2026-03-20', 'serve', { method: 'email' })
  see('2026-03-23', 'archive')
  assert.deepEqual(seen, [
    '待确认收到',
    '待分办',
    '办理中',
    '待申请人补正',
    '办理中',
    '征求意见中',
    '办理中',
    '审核中',
    '审核退回',
    '审核中',
    '待送达',
    '已答复',
    '已归档',
  ])
})

test('nothing came in, no case', () => {
  assert.equal(fold([]), undefined)
})

test('an amended fact is read with its right day, and stays in the ledger as it was typed', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-03', 'amend', { seq: 1, correctOn: '2026-02-27', reason: '签收日登记有误' })
  assert.equal('receivedOn' in office.c && office.c.receivedOn, '2026-02-27')
  assert.equal(office.facts[0]?.happenedOn, '2026-03-02')
  assert.equal(mended(office.facts)[0]?.happenedOn, '2026-02-27')
})

test('of two amendments of one fact the later is read', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-03', 'amend', { seq: 1, correctOn: '2026-02-26', reason: '登记有误' })
  office.do('2026-03-04', 'amend', { seq: 1, correctOn: '2026-02-27', reason: '再次核对' })
  assert.equal(mended(office.facts)[0]?.happenedOn, day('2026-02-27'))
})

test('第四十五条: an archived case still takes a note and an amendment, nothing else', () => {
  const office = new Office()
  office.do('2026-03-03', 'withdraw', { statement: '不再需要' })
  office.do('2026-03-04', 'archive')
  assert.equal(office.ask('2026-03-05', 'note', { text: '补记' }).kind, 'done')
  assert.equal(office.ask('2026-03-05', 'askCorrection', { items: ['年份'], workingDays: 5 }).kind, 'refused')
})

test('facts of before, without a letter or a contact of their own, still fold', () => {
  const office = new Office('2026-03-02')
  const letter = { kind: 'consultThirdParty', number: '清民公告〔2026〕2号' }
  const older: RequestFact[] = [
    {
      type: 'consultationSent',
      consultationId: '1',
      with: 'thirdParty',
      about: '报价',
      party: 'sealed-2',
      letter,
    },
    { type: 'materialAsked', materialId: '2', unit: '规划股', what: '卷宗', answerBy: day('2026-03-09') },
    { type: 'handedOver', to: 'organ-2', reason: '职权已划转' },
  ]
  const facts = older.map((fact, i) => ({
    seq: i + 2,
    happenedOn: day('2026-03-03'),
    recordedAt: '2026-03-03T02:00:00.000Z',
    recordedBy: 'officer-1',
    fact,
  }))
  const c = fold([...office.facts, ...facts])
  assert.equal(c?.consultations[0]?.contact, undefined)
  assert.equal(c?.materials[0]?.letter, undefined)
  assert.deepEqual(c && 'closing' in c && c.closing, {
    how: 'handedOver',
    on: '2026-03-03',
    to: 'organ-2',
    reason: '职权已划转',
  })
})
