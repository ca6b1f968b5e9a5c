import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { deskAlert } from './alerts.ts'

const on = day('2026-03-30')
const told = (today: string) => deskAlert('release', on, { today: day(today), soonDays: 3 })?.key

test('第二十六条: told once that the day comes near and once that it has passed, for thirty days after', () => {
  assert.equal(told('2026-03-26'), undefined)
  assert.equal(told('2026-03-27'), 'release:soon:2026-03-30')
  assert.equal(told('2026-03-30'), 'release:soon:2026-03-30')
  assert.equal(told('2026-03-31'), 'release:overdue:2026-03-30')
  assert.equal(told('2026-04-29'), 'release:overdue:2026-03-30')
  assert.equal(told('2026-04-30'), undefined)
})

test('政策解读: a document without an interpretation is told of in a sentence with its last day', () => {
  assert.equal(
    deskAlert('interpretation', on, { today: day('2026-03-31'), soonDays: 3 })?.sentence,
    '政策解读最迟应于2026年3月30日发布，至今没有拟稿。',
  )
})
