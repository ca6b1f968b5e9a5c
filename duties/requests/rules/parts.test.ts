import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, Office } from './office.cases.ts'
import type { OutcomeCode } from './outcomes.ts'
import { mayCountAs, problemsOfParts } from './parts.ts'

const parts = (...codes: OutcomeCode[]) => codes.map((outcome) => ({ what: '信息', outcome, states: {} }))

test('只计这一情形: given in part and withheld in part counts as partly disclosed alone', () => {
  assert.deepEqual(mayCountAs(parts('G2', 'D5')), ['P1'])
  assert.deepEqual(mayCountAs(parts('P1', 'U1a')), ['P1'])
  assert.deepEqual(mayCountAs(parts('G1', 'D8', 'U2')), ['P1'])
})

test('one outcome counts as itself, several refusals as one of them', () => {
  assert.deepEqual(mayCountAs(parts('D4', 'D4')), ['D4'])
  assert.deepEqual(mayCountAs(parts('D4', 'D6')), ['D4', 'D6'])
  assert.deepEqual(mayCountAs(parts('U1a', 'R1')), ['U1a', 'R1'])
})

test('given and not held is for the officer to choose, partly disclosed first', () => {
  assert.deepEqual(mayCountAs(parts('G2', 'U1a')), ['P1', 'G2', 'U1a'])
  assert.deepEqual(mayCountAs(parts('G1', 'G2')), ['G1', 'G2'])
})

test('a request cannot be counted as something it was not decided as', () => {
  const draft = {
    parts: [
      { what: '批复', outcome: 'G1', states: { where: '门户网站' } },
      { what: '考勤表', outcome: 'D5', states: { type: '人事管理', why: '内部管理' } },
    ],
    countsAs: 'G1',
  }
  assert.equal(codeOf(new Office().ask('2026-03-04', 'draft', draft)), 'countsAsWrong')
})

test('第三十条: giving up ends the whole request and stands beside nothing', () => {
  const codes = problemsOfParts(parts('O1', 'G1'), 'request').map(({ code }) => code)
  assert.deepEqual(codes, ['mustStandAlone', 'statementMissing'])
})

test('第四十一条: a rectification ends in ways of its own', () => {
  assert.deepEqual(
    problemsOfParts(parts('G1'), 'rectification').map(({ code }) => code),
    ['outcomeNotForKind'],
  )
  const office = new Office('2026-03-02', { intake: { kind: 'rectification' } })
  const done = office.decide('2026-03-04', [{ outcome: 'C1', states: { why: '出生日期登记有误' } }])
  assert.equal(done.letter?.kind, 'rectification')
})

test('a part without a name, and an outcome that does not exist', () => {
  const unnamed = [{ what: ' ', outcome: 'G1' as const, states: {} }]
  assert.deepEqual(problemsOfParts(unnamed, 'request'), [{ field: 'parts.0.what', code: 'partNotNamed' }])
  const draft = { parts: [{ what: '方案', outcome: 'X9', states: {} }] }
  assert.equal(codeOf(new Office().ask('2026-03-04', 'draft', draft)), 'outcomeUnknown')
})

test('第三十七条: what a partial disclosure withholds needs all that its ground needs', () => {
  const states = { given: '批准文号', withheld: '报价', basis: 'D4', why: '商业秘密' }
  const draft = { parts: [{ what: '中标方案', outcome: 'P1', states }] }
  assert.equal(codeOf(new Office().ask('2026-03-04', 'draft', draft)), 'thirdPartyNotAsked')
})
