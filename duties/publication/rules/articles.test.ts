import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isQuoted } from '#law/regulation.ts'
import { articles } from './articles.ts'

test('every article that publication quotes stands in the Regulation in these words', () => {
  for (const [name, cites] of Object.entries(articles)) assert.equal(isQuoted(cites), true, name)
})
