import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import type { Channel } from './facts.ts'
import { anIntake, codeOf, Office, warningsOf } from './office.cases.ts'
import { type Arrival, register } from './register.ts'
import { defaultSettings } from './settings.ts'
import { defaultClockSettings } from './terms.ts'

const office = new Office()
const come = (channel: Channel, arrival: Partial<Arrival>, today = '2026-03-06') =>
  register({ ...anIntake, channel }, { arrivedOn: day('2026-03-04'), ...arrival }, office.context(today))

const typesOf = (answer: ReturnType<typeof come>) =>
  answer.kind === 'done'
    ? answer.facts.map(({ fact, happenedOn }) => [fact.type, happenedOn])
    : codeOf(answer)

test('第三十一条第一项: handed in at the counter, received that day', () => {
  assert.deepEqual(typesOf(come('counter', {})), [['received', '2026-03-04']])
})

test('第三十一条第二项: signed for, received that day', () => {
  assert.deepEqual(typesOf(come('registeredPost', {})), [['received', '2026-03-04']])
})

test('第三十一条第二项: an ordinary letter waits for the confirmation with the applicant', () => {
  assert.deepEqual(typesOf(come('ordinaryPost', {})), [['arrived', '2026-03-04']])
  const confirmed = come('ordinaryPost', { receivedOn: day('2026-03-05'), confirmation: '电话确认' })
  assert.deepEqual(typesOf(confirmed), [
    ['arrived', '2026-03-04'],
    ['received', '2026-03-05'],
  ])
  assert.deepEqual(warningsOf(confirmed), ['confirmedLate'])
})

test('第三十一条第三项: e-mail and fax wait for both sides to confirm', () => {
  for (const channel of ['email', 'fax'] as const) {
    assert.deepEqual(typesOf(come(channel, {})), [['arrived', '2026-03-04']])
  }
})

test('第三十一条第三项: online is received on submission where the organ published that rule', () => {
  assert.deepEqual(typesOf(come('online', {})), [
    ['arrived', '2026-03-04'],
    ['received', '2026-03-04'],
  ])
  const settings = { ...defaultSettings, clock: { ...defaultClockSettings, onlineConfirmsAtOnce: false } }
  const answer = register(
    { ...anIntake, channel: 'online' },
    { arrivedOn: day('2026-03-04') },
    { ...office.context('2026-03-04'), settings },
  )
  assert.deepEqual(typesOf(answer), [['arrived', '2026-03-04']])
})

test('what a person files online is filed today, whatever day is sent', () => {
  const context = office.context('2026-03-06', { by: 'applicant', roles: ['applicant'] })
  const answer = register({ ...anIntake, channel: 'online' }, { arrivedOn: day('2026-01-05') }, context)
  assert.deepEqual(typesOf(answer), [
    ['arrived', '2026-03-06'],
    ['received', '2026-03-06'],
  ])
})

test('a request does not come tomorrow, nor is it received before it came', () => {
  assert.equal(codeOf(come('counter', { arrivedOn: day('2026-03-07') })), 'dayInFuture')
  assert.equal(codeOf(come('email', { receivedOn: day('2026-03-03') })), 'dayBeforeArrival')
  assert.equal(codeOf(come('email', { receivedOn: day('2026-03-09') })), 'dayInFuture')
})

test('a counter that received on a Sunday off is asked to look again; a make-up Sunday is a working day', () => {
  assert.deepEqual(warningsOf(come('counter', { arrivedOn: day('2026-03-01') })), ['receivedOnRestDay'])
  assert.deepEqual(warningsOf(come('counter', { arrivedOn: day('2026-01-04') })), [])
})

test('第二十九条第一款: what is asked for orally is written down, and by whom', () => {
  const answer = come('oral', {})
  const fact = answer.kind === 'done' ? answer.facts[0]?.fact : undefined
  assert.equal(fact?.type === 'received' && fact.intake?.writtenDownBy, 'officer-1')
})

test('a reviewer does not register requests', () => {
  const context = office.context('2026-03-06', { roles: ['reviewer'] })
  assert.equal(codeOf(register(anIntake, { arrivedOn: day('2026-03-04') }, context)), 'roleWrong')
})
