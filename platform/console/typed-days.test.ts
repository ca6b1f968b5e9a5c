import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedDays } from './typed-days.ts'

test('days and spans of a notice are understood, each day once and in order', () => {
  assert.deepEqual(typedDays('2027-02-13\n2027年2月5日至2027年2月7日、2027-02-06'), {
    days: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-13'],
    wrong: [],
  })
})

test('what is no day, a span backwards, and a span longer than any holiday are named as typed', () => {
  assert.deepEqual(typedDays('元旦, 2027-01-03 至 2027-01-01; 2027-01-01~2027-12-31'), {
    days: [],
    wrong: ['元旦', '2027-01-03 至 2027-01-01', '2027-01-01~2027-12-31'],
  })
})
