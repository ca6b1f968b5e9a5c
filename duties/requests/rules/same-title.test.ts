import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleKey } from './same-title.ts'

test('the same thing asked in other words of asking has one key', () => {
  const one = titleKey('2025年农村低保标准')
  assert.equal(one, '2025年农村低保标准')
  assert.equal(titleKey('申请公开“２０２５年农村低保标准”的相关信息'), one)
  assert.equal(titleKey('关于 2025 年农村低保标准的政府信息公开申请'), one)
  assert.equal(titleKey('请求公开：2025年农村低保标准。'), one)
})

test('another year or another place is another thing', () => {
  assert.notEqual(titleKey('2024年农村低保标准'), titleKey('2025年农村低保标准'))
  assert.notEqual(titleKey('柳湾村征地补偿方案'), titleKey('石桥村征地补偿方案'))
})

test('a title of nothing but words of asking keeps them', () => {
  assert.equal(titleKey('公开信息'), '公开信息')
  assert.equal(titleKey('——'), '')
})
