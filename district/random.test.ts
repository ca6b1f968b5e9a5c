import assert from 'node:assert/strict'
import test from 'node:test'
import { randomOf } from './random.ts'

const first = (seed: string) => {
  const random = randomOf(seed)
  return [random.bits(), random.bits(), random.bits()]
}

test('the same seed gives the same numbers, another seed others', () => {
  assert.deepEqual(first('2026'), first('2026'))
  assert.notDeepEqual(first('2026'), first('2027'))
})

test('what is drawn from a branch moves nothing in the stem', () => {
  const one = randomOf('stem')
  const other = randomOf('stem')
  other.branch('leaf').whole(1, 6)
  assert.equal(one.bits(), other.bits())
  assert.notEqual(one.branch('leaf').bits(), one.branch('bud').bits())
})

test('whole numbers fall evenly between their bounds, both of them met', () => {
  const random = randomOf('dice')
  const counts = new Map<number, number>()
  for (let i = 0; i < 60_000; i++) {
    const face = random.whole(1, 6)
    counts.set(face, (counts.get(face) ?? 0) + 1)
  }
  assert.deepEqual([...counts.keys()].sort(), [1, 2, 3, 4, 5, 6])
  for (const count of counts.values()) assert.ok(count > 9_500 && count < 10_500, `${count}`)
})

test('some entries are different ones, in their order; an entry without weight is never drawn', () => {
  const random = randomOf('some')
  for (let i = 0; i < 200; i++) {
    const some = random.some([1, 2, 3, 4, 5], 3)
    assert.equal(some.length, 3)
    assert.deepEqual(some, [...new Set(some)].sort())
    assert.notEqual(
      random.weighted([
        ['never', 0],
        ['often', 3],
      ]),
      'never',
    )
  }
  assert.throws(() => random.pick([]), RangeError)
})
