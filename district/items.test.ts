import assert from 'node:assert/strict'
import test from 'node:test'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { type Day, day } from '#time/day.ts'
import { type Item, itemsOf } from './items.ts'
import { randomOf } from './random.ts'
import { realPlaces } from './real-places.ts'
import { growTree, partNamesOf } from './tree.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const today = day('2026-11-20')
const seed = randomOf('2026')
const [area] = growTree(seed, 'county')
assert.ok(area)
const partNames = partNamesOf(area)
const byOrgan = new Map(
  area.organs.map((organ) => [
    organ,
    itemsOf(seed, organ, partNames(organ), { from: day('2024-01-01'), today, calendar }),
  ]),
)
const all: Item[] = [...byOrgan.values()].flat()
const publishedOn = (item: Item): Day => (item.publishedAt ?? '').slice(0, 10) as Day

test('three years of items: some thousands, of every kind and every heading that a county has', () => {
  assert.ok(all.length > 6_000 && all.length < 10_000, `${all.length}`)
  assert.equal(new Set(all.map(({ kind }) => kind)).size, 27)
  assert.equal(new Set(all.map(({ catalogue }) => catalogue)).size, 16)
  assert.equal(new Set(all.map(({ itemId }) => itemId)).size, all.length)
})

test('第二十六条: what is published was published within twenty working days of its forming, and not in the future', () => {
  for (const item of all) {
    assert.equal(item.publishedAt !== undefined, item.status === 'published' || item.status === 'withdrawn')
    if (!item.publishedAt) continue
    assert.ok(publishedOn(item) <= today && publishedOn(item) >= item.formedOn, item.title)
    assert.ok(calendar.workdaysBetween(item.formedOn, publishedOn(item)) <= 20, item.title)
  }
})

test('items are formed on working days, but for one in forty drawn on another day', () => {
  const free = all.filter(({ formedOn }) => !calendar.isWorkday(formedOn))
  assert.ok(free.length > 0 && free.length < all.length * 0.02, `${free.length}`)
})

test('the index numbers of an organ run through its years without a gap', () => {
  for (const [organ, items] of byOrgan) {
    for (const year of ['2024', '2025', '2026']) {
      const numbers = items
        .filter(({ formedOn }) => formedOn.startsWith(year))
        .map(({ indexNumber }) => indexNumber)
      const expected = numbers.map((_, i) => `${organ.creditCode}/${year}-${String(i + 1).padStart(5, '0')}`)
      assert.deepEqual(numbers, expected)
    }
  }
})

test('no document number is given twice', () => {
  const numbers = all.map(({ documentNumber }) => documentNumber).filter((number) => number !== '')
  assert.equal(new Set(numbers).size, numbers.length)
})

test('every interpretation is bound to a normative document of its organ, at most three working days older', () => {
  const byId = new Map(all.map((item) => [item.itemId, item]))
  const interpretations = all.filter(({ kind }) => kind === 'interpretation')
  assert.ok(interpretations.length > 30)
  for (const item of interpretations) {
    const document = byId.get(item.interprets ?? '')
    assert.equal(document?.kind, 'normative')
    assert.equal(document?.organId, item.organId)
    if (document && item.publishedAt)
      assert.ok(calendar.workdaysBetween(publishedOn(document), publishedOn(item)) <= 3)
  }
})

test('bodies are clean HTML: the plain tags, each closed, and nothing left unfilled', () => {
  for (const { body, title } of all) {
    assert.doesNotMatch(body, /<(?!\/?(?:p|h3|ul|li|table|thead|tbody|tr|th|td)>)|[{}]|undefined|NaN/, title)
    const opened = body.match(/<[a-z]/g)?.length
    assert.equal(body.match(/<\//g)?.length, opened, title)
  }
})

test('no real province or city is named', () => {
  const text = all.map(({ title, body }) => title + body).join('\n')
  for (const place of realPlaces) assert.equal(text.includes(place), false, place)
})

test('the same seed gives the same items, another seed others', () => {
  const organ = area.organs[1]
  assert.ok(organ)
  const span = { from: day('2024-01-01'), today, calendar }
  const again = itemsOf(randomOf('2026'), organ, partNames(organ), span)
  assert.deepEqual(again, byOrgan.get(organ))
  assert.notDeepEqual(itemsOf(randomOf('2027'), organ, partNames(organ), span), again)
})
