import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { decisionRoutes } from './routes.ts'
import { openForOpinions, rebuildDecisions } from './store.ts'

async function office(t: Parameters<typeof testPlatform>[0]) {
  const { platform, at } = await testPlatform(t, '2026-03-02T02:00:00Z')
  const organId = await testOrgan(platform.db, 'xzf', null, { kind: 'government' })
  const app = await testApp(testGround(platform.db))
  decisionRoutes(app, platform)
  t.after(() => app.close())
  const roles = ['officeHead', 'legalReviewer', 'publisher'] as const
  const personId = await testPerson(platform.db, { username: 'juece', organId, roles })
  const headers = await sessionOf(testGround(platform.db), personId)
  const root = `/api/organs/${organId}/decisions`
  const get = async (url: string) => (await app.inject({ url: root + url, headers })).json()
  const post = async (url: string, on: string, ask: object, more: object = {}) => {
    at(`${on}T02:00:00Z`)
    const seq = url === '' ? 0 : ((await get(url.replace(/\/steps.*/, ''))).seq ?? 0)
    const payload = { askId: randomUUID(), seenSeq: seq, ask, ...more }
    const answer = await app.inject({ method: 'POST', url: root + url, headers, payload })
    return { status: answer.statusCode, ...answer.json() }
  }
  return { platform, organId, get, post }
}

const listed = { title: '城区公交线网调整', drafter: '县交通运输局', agreedOn: '2026-02-27' }

test('国令第713号: a major decision goes through the desk step by step; a step too early or without its predecessor is told why', async (t) => {
  const { get, post, platform, organId } = await office(t)
  const { decisionId } = await post('', '2026-03-02', listed)
  const step = (name: string, on: string, ask: object) => post(`/${decisionId}/steps/${name}`, on, ask)
  const early = await step('discuss', '2026-03-03', {
    meeting: 'x',
    materials: ['x'],
    headLast: true,
    result: 'adopted',
  })
  assert.deepEqual([early.status, early.detail], [409, '集体讨论决定以前应当先合法性审查意见'])
  await step('propose', '2026-03-09', { reason: '市民反映强烈' })
  await step('draft', '2026-04-08', { about: '新增三条线路' })
  const short = await step('openSolicitation', '2026-04-15', { until: '2026-04-25', how: '政府网站' })
  assert.deepEqual([short.status, short.cites[0].place], [422, '《重大行政决策程序暂行条例》第十五条'])
  await step('openSolicitation', '2026-04-15', { until: '2026-05-15', how: '政府网站' })
  assert.deepEqual(
    (await openForOpinions(platform.db, platform.today(), 9)).map((row) => row.opinions_until),
    ['2026-05-15'],
  )
  const view = await get(`/${decisionId}`)
  assert.equal(view.statusLabel, '正在征求意见')
  const offer = view.offers.find((each: { step: string }) => each.step === 'closeSolicitation')
  assert.deepEqual(
    [offer.allowed, offer.refusal],
    [false, '征求意见2026年5月15日截止，截止以后才能反馈采纳情况'],
  )
  const before = await platform.db.selectFrom('decision_row').selectAll().execute()
  await sql`update decision_row set title = 'x', opinions_until = null`.execute(platform.db)
  assert.equal(await rebuildDecisions(platform.db, before[0]?.updated_at ?? ''), 1)
  assert.deepEqual(await platform.db.selectFrom('decision_row').selectAll().execute(), before)
  assert.equal(before[0]?.organ_id, organId)
})

test('the same form sent twice lists one decision; who comes second with a step is told, and nothing is written over', async (t) => {
  const { get, post } = await office(t)
  const askId = randomUUID()
  const first = await post('', '2026-03-02', listed, { askId })
  const again = await post('', '2026-03-02', listed, { askId })
  assert.equal(first.decisionId, again.decisionId)
  assert.equal((await get('')).rows.length, 1)
  await post(`/${first.decisionId}/steps/propose`, '2026-03-09', { reason: '甲' })
  const late = await post(`/${first.decisionId}/steps/draft`, '2026-03-10', { about: '乙' }, { seenSeq: 1 })
  assert.equal(late.status, 409)
  assert.match(late.detail, /其他人刚刚办理/u)
})
