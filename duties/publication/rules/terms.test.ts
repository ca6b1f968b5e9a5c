import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isQuoted } from '#law/regulation.ts'
import { terms } from './terms.ts'

test('第二十六条: twenty working days from the day the information is formed or changed', () => {
  assert.equal(terms.publication.workingDays, 20)
  assert.equal(terms.publication.cites.quote.includes('20个工作日'), true)
  assert.equal(isQuoted(terms.publication.cites), true)
})
