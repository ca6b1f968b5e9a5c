import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#time/day.ts'
import { existsOn, lastName, nameOn, type Organ } from './organ.ts'
import { randomOf } from './random.ts'
import { growTree } from './tree.ts'

const organsOf = (scale: 'county' | 'city') =>
  growTree(randomOf('2026'), scale).flatMap(({ organs }) => organs)
const county = organsOf('county')
const byCode = (code: string, among: readonly Organ[] = county): Organ => {
  const found = among.find((organ) => organ.code === code)
  assert.ok(found, code)
  return found
}

test('清溪县 has a government, 26 departments, 3 units led from above, 8 towns and streets, 40 villages', () => {
  const counted = new Map<string, number>()
  for (const organ of county) {
    if (!existsOn(organ, day('2026-01-01')) || (organ.kind === 'vertical' && organ.level === 'town')) continue
    counted.set(organ.kind, (counted.get(organ.kind) ?? 0) + 1)
  }
  assert.deepEqual(Object.fromEntries(counted), {
    government: 1,
    department: 26,
    vertical: 3,
    street: 2,
    town: 6,
    village: 40,
    enterprise: 4,
  })
})

test('codes, credit codes and ids are each used once, and every region code begins with 99', () => {
  const city = organsOf('city')
  for (const key of ['code', 'creditCode', 'organId'] as const) {
    assert.equal(new Set(city.map((organ) => organ[key])).size, city.length, key)
  }
  for (const organ of city) assert.match(organ.regionCode, /^99\d{4}(\d{3}(\d{3})?)?$/)
})

test('an organ renamed keeps its history: 数据局 was 政务服务和大数据管理局 until 6 January 2025', () => {
  const bureau = byCode('qingxi-shjj')
  assert.equal(nameOn(bureau, day('2025-01-05')), '清溪县政务服务和大数据管理局')
  assert.equal(nameOn(bureau, day('2025-01-06')), '清溪县数据局')
  assert.equal(lastName(bureau), '清溪县数据局')
})

test('an organ merged or moved has ended, and another answers for it', () => {
  const merged = byCode('qingxi-xczx')
  assert.equal(merged.endedOn, '2024-12-23')
  assert.equal(merged.succession?.how, 'merged')
  assert.equal(merged.succession?.successorId, byCode('qingxi-nynj').organId)
  const moved = byCode('qingxi-dzj')
  assert.equal(moved.succession?.how, 'moved')
  assert.equal(moved.succession?.successorId, byCode('qingxi-yjj').organId)
})

test('a village that went over to a street has two periods of parents, one day apart from none', () => {
  const moved = county.filter((organ) => organ.parents.length === 2 && organ.kind === 'village')
  assert.equal(moved.length, 1)
  const [before, after] = moved[0]?.parents ?? []
  assert.equal(before?.untilOn, after?.fromOn)
  assert.equal(before?.parentId, byCode('qingxi-songbei').organId)
  assert.equal(after?.parentId, byCode('qingxi-lanzhi').organId)
})

test('in a city each department of a county stands under the government here and the city’s department above', () => {
  const city = organsOf('city')
  const bureau = byCode('qingxi-mzj', city)
  const parents = Object.fromEntries(bureau.parents.map(({ axis, parentId }) => [axis, parentId]))
  assert.equal(parents.region, byCode('qingxi', city).organId)
  assert.equal(parents.vertical, byCode('lanjiang-mzj', city).organId)
  assert.equal(bureau.organId, byCode('qingxi-mzj').organId)
})

test('every parent and successor is an organ of the tree', () => {
  for (const among of [county, organsOf('city')]) {
    const ids = new Set(among.map(({ organId }) => organId))
    for (const organ of among) {
      for (const { parentId } of organ.parents) assert.ok(ids.has(parentId), organ.code)
      assert.ok(!organ.succession || ids.has(organ.succession.successorId))
    }
  }
})
