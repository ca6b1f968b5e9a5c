import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCreditCode, isResidentNumber } from './identity.ts'
import { checkIntake, intakeFields } from './intake.ts'
import { sayProblem } from './problems.ts'

const person = {
  category: 'naturalPerson',
  name: '周禾',
  idKind: 'residentId',
  idNumber: '990101199003070015',
  telephone: '13900000000',
  title: '柳湾村征地补偿方案',
  formWanted: 'electronic',
  wayWanted: 'online',
}

const problemsOf = (more: Record<string, unknown>): string[] => {
  const checked = checkIntake({ ...person, ...more })
  return 'problems' in checked ? checked.problems.map(({ field, code }) => `${field} ${code}`) : []
}

test('第二十九条: name, proof of identity, contact, content and form are asked for, and nothing more is required', () => {
  const required = Object.entries(intakeFields).filter(([, field]) => field.required)
  assert.deepEqual(
    required.map(([name]) => name),
    ['category', 'name', 'idKind', 'idNumber', 'title', 'formWanted', 'wayWanted'],
  )
  assert.deepEqual(problemsOf({}), [])
})

test('第二十七条: no purpose is asked for', () => {
  const words = Object.values(intakeFields).map(({ label }) => label)
  assert.equal(
    words.some((label) => /用途|目的|需要的原因/u.test(label)),
    false,
  )
})

test('every empty entry is told at once, beside its field', () => {
  const checked = checkIntake({})
  assert.ok('problems' in checked)
  assert.deepEqual(
    checked.problems.map(({ field }) => field),
    ['category', 'name', 'idKind', 'idNumber', 'title', 'formWanted', 'wayWanted'],
  )
  assert.equal(checked.problems.map(sayProblem)[1], '请填写姓名或者名称')
})

test('a resident number must fit its check digit and name an existing day of birth', () => {
  assert.equal(isResidentNumber('990101199003070015'), true)
  assert.equal(isResidentNumber('990101198511124628'), true)
  assert.equal(isResidentNumber('990101199003070016'), false)
  assert.equal(isResidentNumber('990101199002300018'), false)
  assert.equal(isResidentNumber('99010119900307001'), false)
  assert.deepEqual(problemsOf({ idNumber: '990101199003070016' }), ['idNumber identityNumberWrong'])
})

test('a credit code must fit its check character', () => {
  assert.equal(isCreditCode('91990101MA5K3N7X2X'), true)
  assert.equal(isCreditCode('11990101mb1a2b3c4y'), true)
  assert.equal(isCreditCode('91990101MA5K3N7X2Y'), false)
  assert.equal(isCreditCode('91990101MA5I3N7X2X'), false)
  assert.deepEqual(problemsOf({ idKind: 'creditCode', idNumber: '91990101MA5K3N7X2Y' }), [
    'idNumber creditCodeWrong',
  ])
})

test('a passport is taken as it is written', () => {
  assert.deepEqual(problemsOf({ idKind: 'passport', idNumber: 'E12345678' }), [])
})

test('one way to be reached is enough, and the one that the answer is to take must be there', () => {
  assert.deepEqual(problemsOf({ telephone: '' }), ['telephone contactMissing'])
  assert.deepEqual(problemsOf({ telephone: '', address: '清溪县人民路1号' }), [])
  assert.deepEqual(problemsOf({ wayWanted: 'post' }), ['address contactForWay'])
  assert.deepEqual(problemsOf({ wayWanted: 'email' }), ['email contactForWay'])
})

test('a telephone and a mail address are looked at for slips', () => {
  for (const good of ['13900000000', '0990-5550100', '09905550100', '400-555-0100', '0990-5550100-12']) {
    assert.deepEqual(problemsOf({ telephone: good }), [], good)
  }
  for (const bad of ['1390000000', '12345', '电话']) {
    assert.deepEqual(problemsOf({ telephone: bad }), ['telephone telephoneWrong'], bad)
  }
  assert.deepEqual(problemsOf({ email: 'zhou@example' }), ['email emailWrong'])
  assert.deepEqual(problemsOf({ email: 'zhou@example.com' }), [])
})

test('what is not on the form is not taken, and what is too long is told', () => {
  const checked = checkIntake({ ...person, purpose: '自用' })
  assert.equal('intake' in checked && 'purpose' in checked.intake, false)
  assert.deepEqual(problemsOf({ title: '长'.repeat(501) }), ['title tooLong'])
  assert.deepEqual(problemsOf({ formWanted: 'gold' }), ['formWanted notAChoice'])
})
