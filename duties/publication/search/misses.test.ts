import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { day } from '#time/day.ts'
import { search } from './desk.ts'
import { countable } from './mask.ts'
import { missesOf, recordMiss } from './misses.ts'
import { changeSynonyms, resetSynonyms, synonymGroups, synonymsOf } from './synonyms.ts'

test('A search that is counted holds no number of a person, no telephone, no address of mail', () => {
  assert.equal(countable('低保 标准 2025'), '低保 标准 2025')
  assert.equal(countable('張三 11010119900307123X 低保'), '张三 ＊ 低保')
  assert.equal(countable('13800000000'), undefined)
  assert.equal(countable('0999-1234567 停水'), '＊ 停水')
  assert.equal(countable('chenhe@example.cn'), undefined)
  assert.equal(countable('我家住在石桥村三组因为去年拆迁补偿款没有拿到想问一问'), undefined)
  assert.equal(countable('保'), undefined)
})

test('What three visitors or three days asked in vain is shown; what one asked again and again is not', async (t) => {
  const { platform, at } = await testPlatform(t, '2026-11-23T01:00:00Z')
  const { db } = platform
  const organId = await testOrgan(db, 'qxx', null, { kind: 'government' })
  const miss = (typed: string, visitor: string, on = '2026-11-23') =>
    recordMiss(db, { organId, typed, visitor, today: day(on) })
  for (const visitor of ['甲', '乙', '丙']) await miss('校车 路线', visitor)
  for (let i = 0; i < 9; i++) await miss('张三 低保', '甲')
  for (const on of ['2026-11-01', '2026-11-02', '2026-11-03', '2026-10-03']) await miss('护林员', '丁', on)
  assert.deepEqual(await missesOf(db, organId, undefined), {
    months: ['2026-11', '2026-10'],
    misses: [
      { words: '护林员', asked: 3, days: 3, month: '2026-11' },
      { words: '校车 路线', asked: 3, days: 1, month: '2026-11' },
    ],
  })
  at('2026-12-01T01:00:00Z')
  for (const visitor of ['甲', '乙', '丙']) await search(platform, { q: '龙舟' }, visitor)
  await search(platform, { q: '龙舟', year: '2025' }, '丁')
  assert.deepEqual((await missesOf(db, organId, '2026-12')).misses, [
    { words: '龙舟', asked: 3, days: 1, month: '2026-12' },
  ])
})

test('A portal changes, adds and takes back groups of synonyms; the list of 200 and more comes with the program', async (t) => {
  const { platform } = await testPlatform(t, '2026-11-23T01:00:00Z')
  const { db } = platform
  const organId = await testOrgan(db, 'qxx', null, { kind: 'government' })
  const change = (head: string, words: string[]) =>
    changeSynonyms(db, { organId, change: { head, words }, by: organId, at: '2026-11-23T01:00:00Z' })
  assert.ok((await synonymGroups(db, organId)).length >= 200)
  await change('低保', [])
  await change('山货节', ['山货', '农产品展销'])
  const groups = await synonymGroups(db, organId)
  assert.deepEqual(
    groups.find(({ head }) => head === '低保'),
    { head: '低保', words: [], from: 'changed' },
  )
  assert.equal(groups.at(-1)?.from, 'added')
  const synonyms = synonymsOf(groups)
  assert.equal(
    synonyms.some(({ word }) => word === '低保'),
    false,
  )
  assert.deepEqual(synonyms.find(({ word }) => word === '山货节')?.others, ['山货', '农产品展销'])
  await resetSynonyms(db, organId, '低保')
  assert.equal((await synonymGroups(db, organId)).find(({ head }) => head === '低保')?.from, 'given')
})
