import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chineseNumeral, citeInChinese, citeInFull, citeInShort } from './citation.ts'

test('numbers are said in Chinese as statutes write them', () => {
  assert.deepEqual([1, 7, 10, 11, 20, 33, 56, 100, 101, 110, 115, 240].map(chineseNumeral), [
    '一',
    '七',
    '十',
    '十一',
    '二十',
    '三十三',
    '五十六',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十五',
    '二百四十',
  ])
})

test('a place in the Regulation is cited by article, paragraph and item', () => {
  const quote = '应当自收到申请之日起20个工作日内予以答复'
  assert.equal(citeInChinese({ article: 33, paragraph: 2, quote }), '第三十三条第二款')
  assert.equal(citeInChinese({ article: 36, item: 4, quote }), '第三十六条第四项')
  assert.equal(
    citeInFull({ article: 33, paragraph: 2, quote }),
    '《中华人民共和国政府信息公开条例》第三十三条第二款',
  )
})

test('another document is cited by its title, and by its number where no article is given', () => {
  assert.equal(
    citeInChinese({ instrument: 'reconsiderationLaw', article: 23, paragraph: 1, item: 4, quote: '' }),
    '《中华人民共和国行政复议法》第二十三条第一款第四项',
  )
  assert.equal(
    citeInFull({ instrument: 'feeMeasures', quote: '' }),
    '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  )
  assert.equal(
    citeInChinese({ instrument: 'litigationInterpretation', article: 48, quote: '' }),
    '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第四十八条',
  )
})

test('a short form of the place serves files that other programs read', () => {
  assert.equal(citeInShort({ article: 33, paragraph: 2, quote: '' }), '33.2')
  assert.equal(citeInShort({ article: 31, item: 3, quote: '' }), '31#3')
  assert.equal(citeInShort({ article: 29, paragraph: 2, item: 1, quote: '' }), '29.2#1')
  assert.equal(citeInShort({ instrument: 'feeMeasures', quote: '' }), 'feeMeasures')
  assert.equal(citeInShort({ instrument: 'feeMeasures', article: 4, quote: '' }), 'feeMeasures 4')
})
