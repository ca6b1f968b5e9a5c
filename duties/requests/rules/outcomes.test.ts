import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeCodes, outcomes, outcomesFor } from './outcomes.ts'

test('第五十条: table three has 21 result rows, and every one is reached by an outcome', () => {
  assert.equal(new Set(outcomesFor('request').map((code) => outcomes[code].row)).size, 21)
})

test('第三十六条第一项、第二项: what is public already and what is provided stand in one row', () => {
  assert.equal(outcomes.G1.row, outcomes.G2.row)
})

test('第三十六条第四项、第五项: not existing and not ours stand in one row', () => {
  assert.equal(outcomes.U1a.row, outcomes.U1b.row)
})

test('行政复议法第二十三条: reconsideration comes first for 第十四、十五、十六条 alone', () => {
  assert.deepEqual(
    outcomeCodes.filter((code) => outcomes[code].reconsiderationFirst === true),
    ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'],
  )
  for (const code of outcomeCodes) {
    const articles = outcomes[code].cites.map((cites) => (cites.instrument ? 0 : cites.article))
    const isDenial = articles.some((article) => article >= 14 && article <= 16)
    assert.equal(isDenial, outcomes[code].reconsiderationFirst === true, code)
  }
})

test('第三十六条第七项: an administrative query stands among the denials but is sued directly', () => {
  assert.equal(outcomes.D8.class, 'denied')
  assert.equal(outcomes.D8.reconsiderationFirst, false)
})

test('第四十一、四十七、五十五条: cases outside the statistics have no row', () => {
  for (const kind of ['rectification', 'complaint', 'enterprise'] as const) {
    for (const code of outcomesFor(kind)) assert.equal(outcomes[code].row, null, code)
  }
})

test('every outcome has an article, but for R5 and O3, which are rows of the form alone', () => {
  assert.deepEqual(
    outcomeCodes.filter((code) => outcomes[code].cites.length === 0),
    ['R5', 'O3'],
  )
})

test('no particular is asked for twice, and every choice has something to choose', () => {
  for (const code of outcomeCodes) {
    const { states } = outcomes[code]
    assert.equal(new Set(states.map((state) => state.key)).size, states.length, code)
    for (const state of states) assert.equal(state.kind === 'choice', Boolean(state.choices?.length), code)
  }
})
