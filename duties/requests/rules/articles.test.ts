import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Citation } from '#law/citation.ts'
import { isQuoted } from '#law/regulation.ts'
import { articles } from './articles.ts'

test('every quotation stands in the Regulation at the place it names', () => {
  for (const [name, cites] of Object.entries<Citation>(articles)) assert.equal(isQuoted(cites), true, name)
})
