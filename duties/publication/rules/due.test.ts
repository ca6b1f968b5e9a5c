import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { due, sayDue } from './due.ts'
import { calendar, Office, whole } from './office.cases.ts'

const given = { calendar, interpretationWorkingDays: 3 }

test('第二十六条: twenty working days from the day after forming', () => {
  const answer = due(new Office().item, given)
  assert.equal(answer.kind === 'due' && answer.on, '2026-03-30')
  assert.equal(sayDue(answer), '应当于2026年3月30日前（含当日）公开')
})

test('第二十六条: another period set by law is reckoned instead, and its law is told', () => {
  const period = { workingDays: 7, basis: '《行政处罚法》第四十八条：七个工作日内公开' }
  const answer = due(new Office({ ...whole, period }).item, given)
  assert.equal(answer.kind === 'due' && answer.on, '2026-03-11')
  assert.equal(answer.kind === 'due' && answer.because.at(-1)?.sentence, period.basis)
})

test('第二十六条: a change has its own twenty working days, from the day of the change', () => {
  const office = new Office()
  office.publish()
  office.today = day('2026-03-10')
  office.take('amend', { reason: '标准调整', changedOn: '2026-03-09' })
  const answer = due(office.item, given)
  assert.equal(answer.kind === 'due' && answer.on, '2026-04-07')
})

test('an interpretation follows its document within three working days', () => {
  const office = new Office({ ...whole, kind: 'interpretation', interprets: 'document' })
  const answer = due(office.item, { ...given, documentOn: day('2026-03-05') })
  assert.equal(answer.kind === 'due' && answer.on, '2026-03-10')
})

test('what is released is told to be in time or late; what is not to be published has no period', () => {
  const office = new Office()
  office.today = day('2026-04-01')
  office.publish()
  assert.equal(sayDue(due(office.item, given)), '2026年4月1日公开，超过期限（2026年3月30日）')
  const withheld = new Office({ ...whole, attribute: 'onRequest' })
  assert.equal(due(withheld.item, given).kind, 'none')
})
