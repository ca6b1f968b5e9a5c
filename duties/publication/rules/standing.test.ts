import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { batches, batchesOf, batchNames, isBatch } from './batch.ts'
import { everyRole, Office, whole } from './office.cases.ts'
import { type ReviewLevel, reviewLevels } from './settings.ts'
import { waitingFor } from './stage.ts'
import { rolesAtStanding, standingOf } from './standing.ts'

const standings = (office: Office) => standingOf(office.item, office.settings)

test('a text stands at secrecy review and its level, then at the next, then at its release; a scheduled one nowhere', () => {
  const office = new Office()
  assert.deepEqual(standings(office), [])
  office.take('submit')
  assert.deepEqual(standings(office), ['secrecy', 'officer'])
  office.take('secrecyReview', { passed: true, opinion: '不涉密', checked: ['text'] })
  office.take('review', { passed: true, opinion: '同意' }, ['reviewer'])
  assert.deepEqual(standings(office), ['leader'])
  office.settings = { ...office.settings, levels: ['officer'] }
  assert.deepEqual(standings(office), ['approve'])
  office.take('approve')
  assert.deepEqual(standings(office), ['release'])
  office.take('schedule', { releaseAt: '2026-03-05 09:00' })
  assert.deepEqual(standings(office), [])
})

test('第十七条: secrecy and legality are reviewed text by text, never several at once', () => {
  assert.deepEqual([isBatch('secrecy'), isBatch('legal')], [false, false])
  assert.deepEqual(batchesOf(['secrecyReviewer', 'legalReviewer', 'handler', 'auditor']), [])
  assert.deepEqual(batchesOf(['publisher']), ['publisher', 'approve', 'release'])
})

test('whoever may pass items somewhere is waited for there, and the other way about', () => {
  for (const name of batchNames)
    assert.deepEqual(
      rolesAtStanding(name).filter((role) => !batches[name].roles.includes(role)),
      [],
      name,
    )
  const levels = fc.uniqueArray(fc.constantFrom<ReviewLevel>(...reviewLevels), { minLength: 1 })
  const roles = fc.array(fc.constantFrom(...everyRole), { maxLength: 8 })
  fc.assert(
    fc.property(levels, roles, fc.boolean(), (chosen, reviewers, withheld) => {
      const office = new Office(
        withheld ? { ...whole, attribute: 'withheld', ground: 'process', groundWords: '讨论记录' } : whole,
      )
      office.settings = { ...office.settings, levels: chosen }
      office.take('submit')
      for (const role of reviewers) {
        office.take('secrecyReview', { passed: true, opinion: '', checked: ['text'] }, [role])
        office.take('review', { passed: true, opinion: '同意' }, [role])
      }
      const waited = new Set(standings(office).flatMap(rolesAtStanding))
      assert.deepEqual(new Set(waitingFor(office.item, office.settings)), waited)
    }),
  )
})
