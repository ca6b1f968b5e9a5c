import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { beginRemedy, type RemedyDeskAnswer, takeRemedyStep } from './desk.ts'
import type { RemedyStepName } from './rules/steps.ts'
import { countedRemedies } from './store.ts'
import { remedyList, remedyView } from './view.ts'

const clerk = { personId: '00000000-0000-4000-a000-000000000001', roles: ['handler'] as const }

const notice = {
  on: '2025-11-03',
  kind: 'review',
  body: '清溪县人民政府',
  number: '清政复〔2025〕7号',
  about: 'reply',
  claims: '撤销答复，责令重新答复',
  party: '周禾',
}

async function office(t: Parameters<typeof testPlatform>[0]) {
  const made = await testPlatform(t, '2025-12-30T01:00:00Z')
  const organId = await testOrgan(made.platform.db, 'MZJ')
  const begin = (ask: Record<string, unknown> = {}, askId: string = randomUUID()) =>
    beginRemedy(made.platform, organId, { askId, ask: { ...notice, ...ask } }, clerk)
  const step = async (caseId: string, name: RemedyStepName, ask: Record<string, unknown>) => {
    const seenSeq = (await remedyView(made.platform, organId, caseId, clerk))?.seq ?? 0
    const sent = { askId: randomUUID(), seenSeq, ask }
    return takeRemedyStep(made.platform, organId, caseId, name, sent, clerk)
  }
  return { ...made, organId, begin, step }
}

const caseOf = (answer: RemedyDeskAnswer): string =>
  answer.kind === 'done' ? answer.caseId : assert.fail(JSON.stringify(answer))

test('第五十一条: a reconsideration is pending at the end of its year, and stands in the year of its result', async (t) => {
  const { platform, organId, begin, step, at } = await office(t)
  const caseId = caseOf(await begin())
  at('2026-02-20T01:00:00Z')
  caseOf(
    await step(caseId, 'conclude', {
      on: '2026-02-10',
      result: 'revoked',
      number: '清政复决〔2026〕1号',
      reasons: '未检索',
    }),
  )
  const count = (year: number, cutOff: string) => countedRemedies(platform.db, organId, year, cutOff)
  assert.deepEqual(await count(2025, '2026-01-10T00:00:00Z'), [{ caseId, kind: 'review', column: 'pending' }])
  assert.deepEqual(await count(2026, '2027-01-10T00:00:00Z'), [
    { caseId, kind: 'review', column: 'corrected' },
  ])
  assert.deepEqual(await count(2027, '2028-01-10T00:00:00Z'), [])
})

test('the party is sealed: the row of the ledger holds no name, and who does not need it does not see it', async (t) => {
  const { platform, organId, begin } = await office(t)
  const caseId = caseOf(await begin())
  const [fact] = await platform.db.selectFrom('fact').select('body').where('case_id', '=', caseId).execute()
  assert.doesNotMatch(JSON.stringify(fact), /周禾/)
  assert.equal((await remedyView(platform, organId, caseId, clerk))?.party, '周禾')
  const auditor = { ...clerk, roles: ['auditor'] as const }
  assert.equal((await remedyView(platform, organId, caseId, auditor))?.party, null)
})

test('the same form sent twice is one case; a request that is not there is named at its field', async (t) => {
  const { platform, organId, begin } = await office(t)
  const askId = randomUUID()
  assert.equal(caseOf(await begin({}, askId)), caseOf(await begin({}, askId)))
  assert.equal((await remedyList(platform, organId, {})).rows.length, 1)
  const wrong = await begin({ requestId: '清民公申〔2025〕999号' })
  assert.deepEqual(wrong.kind === 'invalid' && wrong.errors.map((each) => each.field), ['requestId'])
})

test('a step upon an older state than another has just recorded is refused, and nothing is kept', async (t) => {
  const { platform, organId, begin, step } = await office(t)
  const caseId = caseOf(await begin())
  caseOf(await step(caseId, 'note', { text: '已电话联系' }))
  const late = { askId: randomUUID(), seenSeq: 1, ask: { text: '后到' } }
  assert.equal((await takeRemedyStep(platform, organId, caseId, 'note', late, clerk)).kind, 'movedOn')
  assert.equal((await remedyView(platform, organId, caseId, clerk))?.timeline.length, 2)
})
