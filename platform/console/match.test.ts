import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillPath, matchPath } from './match.ts'

test('a pattern takes its named segments from the path', () => {
  assert.deepEqual(matchPath('/:organId/requests/:caseId', '/a1/requests/b2'), {
    organId: 'a1',
    caseId: 'b2',
  })
})

test('a path of another length or another word does not fit', () => {
  assert.equal(matchPath('/:organId/requests', '/a1/requests/b2'), null)
  assert.equal(matchPath('/:organId/requests', '/a1/reports'), null)
})

test('a slash at the end makes no difference, and a broken escape is taken as it is', () => {
  assert.deepEqual(matchPath('/:organId/today', '/a1/today/'), { organId: 'a1' })
  assert.deepEqual(matchPath('/:cell', '/%E0%A4%A'), { cell: '%E0%A4%A' })
})

test('a filled pattern is read back', () => {
  const path = fillPath('/:organId/reports/:year', { organId: '清溪/县', year: '2025' })
  assert.equal(path, '/%E6%B8%85%E6%BA%AA%2F%E5%8E%BF/reports/2025')
  assert.deepEqual(matchPath('/:organId/reports/:year', path), { organId: '清溪/县', year: '2025' })
  assert.throws(() => fillPath('/:organId', {}), /organId/)
})
