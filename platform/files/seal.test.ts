import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openSeal, readKey, sealWith } from './seal.ts'

const seal = sealWith(Buffer.alloc(32, 7))

test('What is sealed opens again in its place, and twice sealed does not look the same', () => {
  const person = { 姓名: '骆小满', 证件号码: '990321199001010019' }
  const sealed = seal.sealJson(person, 'case-1')
  assert.deepEqual(seal.unsealJson(sealed, 'case-1'), person)
  assert.notDeepEqual(seal.sealJson(person, 'case-1'), sealed)
  assert.equal(sealed.includes('990321199001010019'), false)
})

test('One changed bit, another place or another key, and it does not open', () => {
  const sealed = seal.seal('住址', 'case-1')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.throws(() => seal.unseal(changed, 'case-1'), `byte ${at}`)
  }
  assert.throws(() => seal.unseal(sealed, 'case-2'))
  assert.throws(() => sealWith(Buffer.alloc(32, 8)).unseal(sealed, 'case-1'))
  assert.throws(() => seal.unseal(Buffer.alloc(0), 'case-1'))
})

test('The same identity is recognised without being read, however wide its digits are typed', () => {
  assert.equal(seal.blindIndex('990321199001010019'), seal.blindIndex('９９０３２１199001010019'))
  assert.notEqual(seal.blindIndex('990321199001010019'), seal.blindIndex('990321199001010027'))
  assert.notEqual(seal.blindIndex('a'), sealWith(Buffer.alloc(32, 8)).blindIndex('a'))
  assert.notEqual(seal.secretFor('session'), seal.secretFor('query code'))
})

test('The key is made at the first start for its owner alone, and kept', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-key-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const sealed = openSeal(folder).seal('a', 'b')
  assert.equal(openSeal(folder).unseal(sealed, 'b').toString(), 'a')
  assert.equal(statSync(join(folder, 'key')).mode & 0o777, 0o600)
  writeFileSync(join(folder, 'key'), 'short')
  assert.throws(() => readKey(folder), /加密密钥不可用/)
})
