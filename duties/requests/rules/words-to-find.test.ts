import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsToFind } from './words-to-find.ts'

test('a title is looked for by all of its own words, then by the two longest', () => {
  assert.deepEqual(wordsToFind('申请公开清溪县 2025 年农村 低保 标准文件')[0]?.includes('申请'), false)
  assert.deepEqual(wordsToFind('低保 标准 2025'), [
    ['低保', '标准', '2025'],
    ['2025', '低保'],
  ])
  assert.deepEqual(wordsToFind('低保标准'), [['低保', '标准']])
})

test('a title that says nothing in particular is not looked for', () => {
  assert.deepEqual(wordsToFind('我想 申请 公开 有关 信息'), [])
  assert.deepEqual(wordsToFind(''), [])
})
