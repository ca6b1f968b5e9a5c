import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexNumbersOf, indexSlug } from './index-number.ts'

const credit = '11990421MB0000001X'

test('the address of an item is short where its index number begins with the credit code of its organ', () => {
  assert.equal(indexSlug(`${credit}/2026-00012`, credit), '2026-00012')
  assert.deepEqual(indexNumbersOf('2026-00012', credit), [`${credit}/2026-00012`, '2026-00012'])
})

test('an index number of another pattern keeps all its parts', () => {
  assert.equal(indexSlug('990421/07/2026-00012', credit), '990421~07~2026-00012')
  assert.equal(indexNumbersOf('990421~07~2026-00012', credit)[1], '990421/07/2026-00012')
})
