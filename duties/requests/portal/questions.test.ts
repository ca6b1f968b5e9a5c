import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sealWith } from '#platform/files/seal.ts'
import { newDraft, openDraft, sealDraft } from './draft.ts'
import { errorsIn, firstOpen, intakeAskOf, questionBefore } from './questions.ts'

const answers = {
  category: 'naturalPerson',
  name: '沈知远',
  idKind: 'residentId',
  idNumber: '990121199001011236',
  title: '2025年农村危房改造补助对象名单',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
  telephone: '13900000000',
  email: '',
  address: '',
}
const fieldsWrong = (question: Parameters<typeof errorsIn>[0], given: object) =>
  errorsIn(question, { ...answers, ...given }).map(({ field }) => field)

test('one question is checked before the others are answered', () => {
  assert.deepEqual(errorsIn('applicant', { category: 'naturalPerson' }), [])
  assert.deepEqual(
    errorsIn('identity', { name: '沈知远', idKind: 'passport' }).map(({ field }) => field),
    ['idNumber'],
  )
})

test('第二十九条第二款第一项: an identity number is held against its check digit', () => {
  assert.deepEqual(fieldsWrong('identity', { idNumber: '990121199001011237' }), ['idNumber'])
  assert.deepEqual(fieldsWrong('identity', { idNumber: '990121199001011236' }), [])
})

test('what is chosen is asked to be chosen, what is written to be filled in', () => {
  assert.equal(errorsIn('applicant', {})[0]?.message, '请选择申请人类别')
  assert.equal(errorsIn('content', {})[0]?.message, '请填写所申请信息的名称、文号')
})

test('who wants the reply by post must give an address', () => {
  assert.deepEqual(fieldsWrong('contact', { wayWanted: 'post' }), ['address'])
  assert.deepEqual(fieldsWrong('contact', { wayWanted: 'post', address: '望川街道梅隐路3号' }), [])
})

test('the form goes on with the first question that is not in order', () => {
  assert.equal(firstOpen({}), 'applicant')
  assert.equal(firstOpen({ ...answers, idKind: 'other', title: '' }), 'content')
  assert.equal(firstOpen({ ...answers, idKind: 'other' }), undefined)
  assert.equal(questionBefore('applicant'), undefined)
  assert.equal(questionBefore('receive'), 'content')
})

test('what the desk gets holds no entry that was not made', () => {
  const ask = intakeAskOf({ ...answers, help: '' })
  assert.ok(!('help' in ask))
  assert.equal(ask.title, answers.title)
})

test('a draft opens only where it was sealed, for the organ it was begun for, and unchanged', () => {
  const seal = sealWith(Buffer.alloc(32, 7))
  const sealed = sealDraft(seal, { ...newDraft('qingxi-mzj'), answers })
  assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /990121/)
  assert.deepEqual(openDraft(seal, sealed, 'qingxi-mzj')?.answers, answers)
  assert.equal(openDraft(seal, sealed, 'qingxi-czj'), undefined)
  assert.equal(openDraft(sealWith(Buffer.alloc(32, 8)), sealed, 'qingxi-mzj'), undefined)
  assert.equal(openDraft(seal, `${sealed.slice(0, -3)}AAA`, 'qingxi-mzj'), undefined)
  assert.equal(openDraft(seal, '', 'qingxi-mzj'), undefined)
})
