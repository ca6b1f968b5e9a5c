import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  indexNumberBy,
  indexNumbersOf,
  indexSlug,
  isIndexPattern,
  isRegisterPattern,
} from './index-number.ts'

const credit = '11990421MB0000001X'

test('the address of an item is short where its index number begins with the credit code of its organ', () => {
  assert.equal(indexSlug(`${credit}/2026-00012`, credit), '2026-00012')
  assert.deepEqual(indexNumbersOf('2026-00012', credit), [`${credit}/2026-00012`, '2026-00012'])
})

test('an index number of another pattern keeps all its parts', () => {
  assert.equal(indexSlug('990421/07/2026-00012', credit), '990421~07~2026-00012')
  assert.equal(indexNumbersOf('990421~07~2026-00012', credit)[1], '990421/07/2026-00012')
})

test('第十二条: an index number follows the pattern of its organ, by default credit code, year and five digits', () => {
  const parts = { credit, organ: 'qxx', region: '990421', on: '2026-03-09', n: 12 }
  assert.equal(indexNumberBy('{credit}/{year}-{n:5}', parts), '11990421MB0000001X/2026-00012')
  assert.equal(indexNumberBy('{region}-{organ}-{year}{month}-{n}', parts), '990421-qxx-202603-12')
})

test('a pattern without a running number, or with signs that an address cannot hold, is none', () => {
  assert.equal(isIndexPattern('{credit}/{year}-{n:5}'), true)
  assert.equal(isIndexPattern('{credit}/{year}'), false)
  assert.equal(isIndexPattern('{credit}?{n}'), false)
  assert.equal(isIndexPattern('{unknown}/{n}'), false)
})

test('国办发〔2018〕37号 三统一: a number of the register names the organ as documents do', () => {
  const parts = { credit, organ: 'qingxi-zjj', region: '990421', on: '2026-03-09', n: 1, short: '县住建局' }
  assert.equal(indexNumberBy('{short}规〔{year}〕{n}号', parts), '县住建局规〔2026〕1号')
  assert.deepEqual(
    ['{short}规〔{year}〕{n}号', '{organ}-{year}-{n:4}', '{short}规〔{year}〕'].map(isRegisterPattern),
    [true, true, false],
  )
  assert.equal(isIndexPattern('{short}规〔{year}〕{n}号'), false)
})
