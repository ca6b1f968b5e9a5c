import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedDay } from './typed-day.ts'

test('a day is understood as people in an office write it', () => {
  for (const text of [
    '2026-11-01',
    '2026/11/1',
    '2026.11.1',
    '2026年11月1日',
    ' 20261101 ',
    '２０２６－１１－０１',
  ])
    assert.equal(typedDay(text), '2026-11-01', text)
})

test('a day that does not exist, or is not whole yet, is none', () => {
  for (const text of ['', '2026', '2026-11-', '2026-02-29', '2026-13-01', '11-01', '今天', '2026-11-011'])
    assert.equal(typedDay(text), undefined, text)
})
