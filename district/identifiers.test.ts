import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#time/day.ts'
import { creditCode, identityNumber, uuidOn } from './identifiers.ts'
import { randomOf } from './random.ts'

test('an identity number of the district ends in its check letter and lies in no region there is', () => {
  for (let i = 0; i < 50; i++) {
    const number = identityNumber('990121', day('1980-02-29'), i % 2 === 0, randomOf(`id${i}`))
    assert.match(number, /^99012119800229\d{3}[\dX]$/)
    // Doubling from the right modulo 11 is another way to the same check: the whole sum leaves 1.
    let rest = 0
    for (const letter of number.slice(0, 17)) rest = ((rest + Number(letter)) * 2) % 11
    const last = number.endsWith('X') ? 10 : Number(number.slice(-1))
    assert.equal((rest + last) % 11, 1)
    assert.equal(Number(number[16]) % 2 === 0, i % 2 === 0)
  }
})

test('a credit code has eighteen letters, and its check letter fills the weighted sum up to a multiple of 31', () => {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  for (let i = 0; i < 50; i++) {
    const code = creditCode('11', '990121', randomOf(`credit${i}`))
    assert.match(code, /^11990121[0-9A-HJ-NPQRTUWXY]{10}$/)
    const sum = [...code].reduce(
      (total, letter, at) => total + letters.indexOf(letter) * (at < 17 ? 3 ** at : 1),
      0,
    )
    assert.equal(sum % 31, 0)
  }
})

test('an id of the district is a UUID of version 7, of its day, and another each time', () => {
  const random = randomOf('ids')
  const ids = new Set(Array.from({ length: 2000 }, () => uuidOn(random, day('2025-03-03'))))
  assert.equal(ids.size, 2000)
  for (const id of ids) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const at = new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()
    assert.equal(at.slice(0, 10), '2025-03-03')
  }
})
