import assert from 'node:assert/strict'
import test from 'node:test'
import {
  decisionStatusOf,
  foldDecision,
  isOpenForOpinions,
  lastOf,
} from '#duties/publication/rules/decisions/decision.ts'
import { plusDays } from '#time/day.ts'
import { decisionsOf } from './decisions.ts'
import { itemsOf } from './items.ts'
import { randomOf } from './random.ts'
import { staffOf } from './staff.ts'
import { testSpan } from './testing.ts'
import { growTree, partNamesOf } from './tree.ts'

const { today } = testSpan
const seed = randomOf('2026')
const [area] = growTree(seed, 'county')
const government = area?.organs[0] ?? assert.fail()
const items = itemsOf(seed, government, area ? partNamesOf(area)(government) : [], testSpan)
const told = decisionsOf(staffOf(seed, government), items, testSpan).map(
  ({ facts }) => foldDecision(facts) ?? assert.fail(),
)

test('国令第713号: a matter of the county is open for opinions with days to come, another went through every step', () => {
  assert.deepEqual(
    told.map((decision) => decisionStatusOf(decision, today)),
    ['soliciting', 'published'],
  )
  const [open, decided] = told
  assert.equal(open && isOpenForOpinions(open, today), true)
  assert.equal(open && lastOf(open, 'openSolicitation')?.said.until, plusDays(today, 12))
  assert.equal(decided && lastOf(decided, 'publish')?.said.item !== '', true)
})

test('the decided matter bears the name and the index number of the document that it came out as', () => {
  const [, decided] = told
  const document = items.find(
    ({ indexNumber }) => indexNumber === (decided && lastOf(decided, 'publish')?.said.item),
  )
  assert.equal(document?.kind, 'normative')
  const name = /《(.+?)》/.exec(decided?.title ?? '')?.[1] ?? ''
  assert.ok(document?.title.includes(name), `${document?.title} ${name}`)
})
