import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importOldSite } from '../../../bench/import-run.ts'

test('An old site whose program is killed in the dry run and in the taking over comes whole: none twice and none lost', async (t) => {
  const figures = await importOldSite(t, 900, 220)
  assert.deepEqual(figures.wrong, [])
  assert.equal(figures.kills, 2)
})
