import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { dataOf } from './area-data.ts'
import { randomOf } from './random.ts'
import { realPlaces } from './real-places.ts'
import { countyOf, testSpan } from './testing.ts'
import { growTree } from './tree.ts'

const textOf = (seed: string): string => {
  const { area, data } = countyOf(seed)
  return JSON.stringify([
    area,
    {
      ...data,
      cases: data.cases.map(({ telling: { steps, facts, sealed }, ...rest }) => ({
        ...rest,
        steps,
        facts,
        sealed,
      })),
    },
  ])
}
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const text = textOf('2026')

test('the same seed gives the same district to the last letter, another seed another', () => {
  assert.equal(hashOf(textOf('2026')), hashOf(text))
  assert.notEqual(hashOf(textOf('2027')), hashOf(text))
})

test('no real province or city stands anywhere in the district', () => {
  for (const place of realPlaces) assert.equal(text.includes(place), false, place)
})

test('every identity number, credit code and telephone is of a range that nobody has', () => {
  for (const [number] of text.matchAll(/(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/g))
    assert.match(number, /^(99|..99)/)
  for (const [number] of text.matchAll(/(?<![\da-f-])1[3-9]\d{9}(?![\da-f])/g)) assert.match(number, /^154/)
  for (const [number] of text.matchAll(/(?<![\da-f-])0\d{2,3}-\d{7,8}(?![\da-f])/g))
    assert.match(number, /^0980-/)
  for (const [, host = ''] of text.matchAll(/[\w.]+@([\w.]+)/g)) assert.match(host, /\.(example|invalid)$/)
})

test('a province has thousands of organs, and its seat and that of a city have items, requests and reports too', () => {
  const random = randomOf('2026')
  const areas = growTree(random, 'province')
  assert.equal(areas.length, 1 + 14 * 11)
  const organs = areas.flatMap((area) => area.organs)
  assert.ok(organs.length > 5_000, `${organs.length}`)
  assert.equal(new Set(organs.map(({ code }) => code)).size, organs.length)
  assert.equal(new Set(organs.map(({ creditCode }) => creditCode)).size, organs.length)
  const keys = { identity: () => '', queryCode: () => '' }
  for (const area of areas.slice(0, 2)) {
    const data = dataOf(random, area, { span: testSpan, keys, hashOf: () => '' })
    assert.ok(data.items.length > 3_000 && data.cases.length > 800 && data.reports.length === 60, area.name)
  }
})
