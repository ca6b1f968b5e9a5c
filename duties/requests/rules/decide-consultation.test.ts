import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, Office, warningsOf } from './office.cases.ts'

const third = { with: 'thirdParty', party: '清溪某公司', about: '报价构成' }
const give = {
  parts: [{ what: '中标方案', outcome: 'G2', states: { enclosures: '方案一份', form: '电子数据' } }],
}
const withhold = {
  parts: [
    {
      what: '中标方案',
      outcome: 'D4',
      states: { interest: '商业秘密', why: '公开会损害其竞争地位', weighing: '不涉及公共利益' },
    },
  ],
}

/** Sent on 03-04, served on 03-05: the fifteen working days end on Thursday 2026-03-26. */
const consulted = (): Office => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'consult', third)
  office.do('2026-03-05', 'recordConsultationServed', { consultationId: 'id-1' })
  return office
}

test('第三十二条: the interests of a third party cannot be the ground before it was asked in writing', () => {
  assert.equal(codeOf(new Office().ask('2026-03-04', 'draft', withhold)), 'thirdPartyNotAsked')
})

test('第三十二条: nothing is given out while the third party may still answer', () => {
  const office = consulted()
  assert.equal(codeOf(office.ask('2026-03-26', 'draft', give)), 'thirdPartiesOpen')
  assert.equal(codeOf(office.ask('2026-03-27', 'draft', give)), 'done')
})

test('第三十二条: silence ends the consultation only after fifteen working days, and is not consent', () => {
  const office = consulted()
  const expired = { consultationId: 'id-1', why: 'expired' }
  assert.equal(codeOf(office.ask('2026-03-26', 'endConsultation', expired)), 'consultationTermRuns')
  assert.deepEqual(warningsOf(office.do('2026-03-27', 'endConsultation', expired)), ['silenceIsNotConsent'])
  assert.equal(codeOf(office.ask('2026-03-27', 'draft', give)), 'done')
  assert.equal(codeOf(office.ask('2026-03-27', 'draft', withhold)), 'done')
})

test('第三十四条: the silence of a co-maker is consent', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'consult', { ...third, with: 'coMaker' })
  office.do('2026-03-05', 'recordConsultationServed', { consultationId: 'id-1' })
  const ended = office.do('2026-03-27', 'endConsultation', { consultationId: 'id-1', why: 'expired' })
  assert.deepEqual(warningsOf(ended), ['silenceIsConsent'])
})

test('a term that never began cannot run out', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'consult', third)
  const expired = { consultationId: 'id-1', why: 'expired' }
  assert.equal(codeOf(office.ask('2026-05-20', 'endConsultation', expired)), 'consultationNotServed')
  assert.equal(codeOf(office.ask('2026-05-20', 'endConsultation', { ...expired, why: 'unservable' })), 'done')
})

test('第三十二条: an objection needs its reason, and the organ says whether it is reasonable', () => {
  const office = consulted()
  const objects = { consultationId: 'id-1', answer: 'objects' }
  assert.equal(codeOf(office.ask('2026-03-10', 'recordConsultationAnswered', objects)), 'missing')
  const full = { ...objects, reason: '商业秘密', reasonable: true }
  assert.equal(codeOf(office.ask('2026-03-10', 'recordConsultationAnswered', full)), 'done')
})

test('第三十二条: against a reasonable objection nothing is given out, until the public interest overrules it', () => {
  const office = consulted()
  office.do('2026-03-10', 'recordConsultationAnswered', {
    consultationId: 'id-1',
    answer: 'objects',
    reason: '商业秘密',
    reasonable: true,
  })
  assert.equal(codeOf(office.ask('2026-03-11', 'draft', give)), 'objectionStands')
  const told = office.do('2026-03-11', 'overruleObjection', {
    consultationId: 'id-1',
    publicInterest: '涉及饮用水安全',
  })
  assert.equal(told.letter?.kind, 'disclosureTold')
  assert.equal(codeOf(office.ask('2026-03-12', 'draft', give)), 'done')
  assert.equal(codeOf(office.ask('2026-03-12', 'draft', withhold)), 'objectionWasOverruled')
})

test('第三十七条: the part objected to may be withheld while the rest is given out', () => {
  const office = consulted()
  office.do('2026-03-10', 'recordConsultationAnswered', {
    consultationId: 'id-1',
    answer: 'objects',
    reason: '商业秘密',
    reasonable: true,
  })
  const both = { parts: [...give.parts, ...withhold.parts] }
  assert.equal(codeOf(office.ask('2026-03-11', 'draft', both)), 'done')
})

test('第十五条: with the consent of the third party its interests are no ground any more', () => {
  const office = consulted()
  office.do('2026-03-10', 'recordConsultationAnswered', { consultationId: 'id-1', answer: 'agrees' })
  assert.equal(codeOf(office.ask('2026-03-11', 'draft', withhold)), 'thirdPartyConsented')
  assert.equal(codeOf(office.ask('2026-03-11', 'draft', give)), 'done')
})

test('only the head of the office or the leader overrules an objection', () => {
  const office = consulted()
  const answer = office.ask('2026-03-11', 'overruleObjection', {}, { roles: ['handler'] })
  assert.equal(codeOf(answer), 'roleWrong')
})
