import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isQuoted, regulation, wordsOf } from './regulation.ts'

test('the Regulation has fifty-six articles in six chapters', () => {
  assert.deepEqual(
    regulation.map((a) => a.number),
    Array.from({ length: 56 }, (_, i) => i + 1),
  )
  assert.deepEqual(
    [...new Set(regulation.map((a) => a.chapter))],
    ['总则', '公开的主体和范围', '主动公开', '依申请公开', '监督和保障', '附则'],
  )
  assert.equal(regulation.find((a) => a.number === 27)?.chapter, '依申请公开')
  assert.equal(regulation.find((a) => a.number === 45)?.chapter, '依申请公开')
})

test('第二十条 has fifteen items, 第三十六条 seven, 第三十一条 three', () => {
  const items = (n: number) => regulation[n - 1]?.paragraphs[0]?.items.length
  assert.deepEqual([items(20), items(36), items(31)], [15, 7, 3])
  assert.equal(regulation[32]?.paragraphs.length, 3)
})

test('the words of a place are the paragraph or the item that is cited', () => {
  assert.equal(
    wordsOf({ article: 33, paragraph: 3, quote: '' }),
    '行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。',
  )
  assert.equal(
    wordsOf({ article: 36, item: 4, quote: '' }),
    '（四）经检索没有所申请公开信息的，告知申请人该政府信息不存在；',
  )
  assert.equal(wordsOf({ article: 33, quote: '' }).split('\n').length, 3)
  assert.equal(wordsOf({ article: 57, quote: '' }), '')
  assert.equal(wordsOf({ instrument: 'feeMeasures', quote: '' }), '')
})

test('a quotation stands where it is said to stand, and nowhere else', () => {
  const quote = '应当自收到申请之日起20个工作日内予以答复'
  assert.equal(isQuoted({ article: 33, paragraph: 2, quote }), true)
  assert.equal(isQuoted({ article: 33, paragraph: 1, quote }), false)
  assert.equal(isQuoted({ article: 33, quote: '' }), false)
})

const official = new URL('../../shared/law/regulation-2019-text.md', import.meta.url)

test('every paragraph and item is the text as promulgated', { skip: !existsSync(official) }, () => {
  const text = readFileSync(official, 'utf8').replaceAll('(', '（').replaceAll(')', '）')
  for (const { paragraphs } of regulation) {
    for (const { text: lead, items } of paragraphs) {
      for (const line of [lead, ...items]) assert.equal(text.includes(line), true, line)
    }
  }
})
