import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAsk } from './fields.ts'
import { may, need } from './step.ts'

const fields = {
  on: may('day', '日期'),
  days: need('number', '天数', { least: 1, most: 20 }),
  yuan: may('money', '金额'),
  yes: may('yesNo', '是否'),
  items: may('lines', '事项'),
  parts: may('parts', '决定'),
  remarks: may('remarks', '意见'),
} as const

const read = (ask: Record<string, unknown>) => {
  const answer = readAsk(fields, { days: 1, ...ask })
  return 'values' in answer ? answer.values : answer.problems.map(({ field, code }) => `${field} ${code}`)
}

test('what an HTML form sends reads as what a client sends', () => {
  const typed = read({ days: ' 5 ', yuan: '140.50', yes: 'yes', items: '甲\r\n\n乙 ', on: '2026-03-02' })
  const sent = read({ days: 5, yuan: 140.5, yes: true, items: ['甲', '乙'], on: '2026-03-02' })
  assert.deepEqual(typed, sent)
})

test('numbers are numbers, whole where they must be, within their limits', () => {
  assert.deepEqual(read({ days: '五' }), ['days notANumber'])
  assert.deepEqual(read({ days: 1.5 }), ['days notWhole'])
  assert.deepEqual(read({ days: 0 }), ['days tooSmall'])
  assert.deepEqual(read({ days: 21 }), ['days tooLarge'])
  assert.deepEqual(read({ days: Number.NaN }), ['days notANumber'])
})

test('days exist, and a yes is a yes', () => {
  assert.deepEqual(read({ on: '2026-02-29' }), ['on notADay'])
  assert.deepEqual(read({ on: 20260302 }), ['on notADay'])
  assert.deepEqual(read({ yes: 'maybe' }), ['yes notYesNo'])
})

test('lists are of the shape they claim', () => {
  assert.deepEqual(read({ parts: [{ what: '甲', outcome: 'G1' }] }), ['parts notAList'])
  assert.deepEqual(read({ parts: [{ what: '甲', outcome: 'G1', states: { why: 3 } }] }), ['parts notAList'])
  assert.deepEqual(read({ parts: 'G1' }), ['parts notAList'])
  assert.deepEqual(read({ remarks: [{ paragraph: 'x', remark: '改' }] }), ['remarks notAList'])
  assert.deepEqual(read({ items: Array.from({ length: 201 }, () => '甲') }), ['items tooMany'])
})

test('names that the step does not know are left alone, inherited ones too', () => {
  assert.deepEqual(read({ constructor: 'x', extra: 1 }), { days: 1 })
  assert.deepEqual(readAsk(fields, Object.create({ days: 3 })), {
    problems: [{ field: 'days', code: 'missing', params: { label: '天数' } }],
  })
})

test('blank is missing, not empty', () => {
  assert.deepEqual(read({ days: '  ' }), ['days missing'])
  assert.deepEqual(read({ items: [] }), { days: 1 })
})
