import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '#law/roles.ts'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from '#platform/http/testing.ts'
import { type Day, day } from '#time/day.ts'
import { recordChannel } from '../channels/store.ts'
import { ground } from '../desk.cases.ts'
import { rebuildItems } from '../rebuild.ts'
import type { ChannelFact } from '../rules/channels/facts.ts'
import { checkOrgan } from './check.ts'
import { rebuildReminders } from './reminders.ts'
import { publicationSupervisionRoutes } from './routes.ts'

async function office(t: TestContext) {
  const made = await ground(t)
  const { platform, county, organId } = made
  const app = await testApp(testGround(platform.db))
  publicationSupervisionRoutes(app, platform)
  t.after(() => app.close())
  const signedIn = async (organ: string, role: Role) => {
    const username = `p${randomUUID().slice(0, 12)}`
    const personId = await testPerson(platform.db, { username, organId: organ, roles: [role] })
    const headers = await sessionOf(testGround(platform.db), personId)
    const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
      const answer = await app.inject({
        ...{ method, url: `/api/organs/${url}`, headers },
        ...(payload ? { payload } : {}),
      })
      const body = /json/u.test(String(answer.headers['content-type'])) ? answer.json() : {}
      return { ...body, status: answer.statusCode, text: answer.body }
    }
    return {
      get: (url: string) => ask('GET', url),
      post: (url: string, body: object) => ask('POST', url, body),
      put: (url: string, body: object) => ask('PUT', url, body),
    }
  }
  return { ...made, signedIn, county, organId }
}

type Shown = { indicator: string; count: number; state: string; findings: Record<string, unknown>[] }
const by = (found: { indicators: Shown[] }, name: string): Shown => {
  assert.ok(found.indicators, JSON.stringify(found))
  const one = found.indicators.find(({ indicator }) => indicator === name)
  assert.ok(one, name)
  return one
}

test('国办秘函〔2019〕19号: the home page two weeks and notices six months after their last update fail, each with its page and day', async (t) => {
  const { publish, signedIn, organId, at } = await office(t)
  at('2026-03-12T02:00:00Z')
  await publish({ kind: 'notice' })
  await publish({ kind: 'news', title: '全县防汛演练' })
  const officer = await signedIn(organId, 'informationOfficer')
  const self = () => officer.get(`${organId}/publication-supervision`)
  const stands = async (name: string) => {
    const { state, findings } = by(await self(), name)
    return [state, ...findings.map(({ address, newestOn, by: until }) => [address, newestOn, until])]
  }
  assert.deepEqual(await stands('home'), ['well'])
  at('2026-03-24T02:00:00Z')
  assert.deepEqual(await stands('home'), ['soon', ['/organs/MZ', '2026-03-12', '2026-03-26']])
  at('2026-03-26T10:00:00Z')
  assert.deepEqual((await stands('home'))[0], 'soon')
  at('2026-03-26T16:30:00Z')
  assert.deepEqual(await stands('home'), ['fails', ['/organs/MZ', '2026-03-12', '2026-03-26']])
  assert.deepEqual(await stands('news'), ['fails', ['/items?organ=MZ&kind=news', '2026-03-12', '2026-03-26']])
  assert.deepEqual(await stands('notice'), ['well'])
  at('2026-09-13T02:00:00Z')
  assert.deepEqual(await stands('notice'), [
    'fails',
    ['/items?organ=MZ&kind=notice', '2026-03-12', '2026-09-12'],
  ])
  // A department keeps 机关职能 and 财政预决算; neither has anything.
  assert.deepEqual(
    by(await self(), 'empty').findings.map(({ about }) => about),
    ['机关职能和机构', '财政预算决算'],
  )
  assert.deepEqual((await self()).vetoes, ['首页不更新1个'])
})

test('第二十六、十八条: what is past its day is named inside; from above it is counted, and nothing unpublished is named', async (t) => {
  const { draft, done, publish, signedIn, county, organId, at, platform } = await office(t)
  const secret = '尚未公开的征地补偿方案'
  const itemId = await draft({ title: secret, formedOn: '2026-03-02' })
  // 20 working days from 2 March 2026: 30 March. Released on 1 April it was late.
  const late = await draft({ title: '一季度低保资金公示', formedOn: '2026-03-02' })
  at('2026-03-30T02:00:00Z')
  const inside = await signedIn(organId, 'officeHead')
  const above = await signedIn(county, 'supervisor')
  const own = () => inside.get(`${organId}/publication-supervision`)
  const due = by(await own(), 'late')
  assert.deepEqual(
    [due.count, due.state, ...due.findings.map(({ by: on, state }) => [on, state])],
    [0, 'soon', ['2026-03-30', 'soon'], ['2026-03-30', 'soon']],
  )
  at('2026-04-01T02:00:00Z')
  await done(late, 'discard', { reason: '重复' })
  await publish({ title: '一季度低保资金公示', formedOn: '2026-03-02' })
  const found = await own()
  assert.deepEqual(by(found, 'late').findings, [
    {
      ...{ about: secret, address: '', desk: `/${organId}/publication/${itemId}` },
      ...{ newestWords: '形成', newestOn: '2026-03-02', by: '2026-03-30', state: 'fails' },
    },
  ])
  assert.equal(by(found, 'releasedLate').count, 1)
  assert.equal(by(found, 'releasedLate').findings[0]?.by, '2026-03-30')
  const seen = await above.get(`${organId}/publication-supervision`)
  assert.equal(by(seen, 'late').count, 1)
  assert.equal(seen.text.includes(secret), false)
  assert.match(String(by(seen, 'late').findings[0]?.about), /^索引号99MZ/u)
  const below = await above.get(`${county}/publication-supervision/below?only=late`)
  assert.deepEqual(
    below.rows.map((row: { name: string; counts: Record<string, number> }) => [
      row.name,
      row.counts.late,
      row.counts.releasedLate,
    ]),
    [['清溪县MZ局', 1, 1]],
  )
  const file = await above.get(`${county}/publication-supervision/below/export?format=csv`)
  assert.match(file.text, /清溪县MZ局,5,/u)
  assert.equal((await inside.get(`${county}/publication-supervision/below`)).status, 404)
  const standing = () =>
    platform.db.selectFrom('publication_standing').select(['home_on', 'news_on']).execute()
  assert.deepEqual(await standing(), [{ home_on: '2026-04-01', news_on: null }])
})

test('a reminder of the organ above stands at the desk until it is answered; nobody reminds an organ that is not below', async (t) => {
  const { signedIn, county, organId, platform, at } = await office(t)
  at('2026-03-12T02:00:00Z')
  const above = await signedIn(county, 'supervisor')
  const officer = await signedIn(organId, 'informationOfficer')
  const other = await testOrgan(platform.db, 'JY', county)
  const stranger = await signedIn(other, 'supervisor')
  const root = `${organId}/publication-supervision/reminders`
  const ask = {
    ...{ askId: randomUUID(), fromId: county, indicator: 'empty', about: '财政预算决算' },
    ...{ address: '/items?organ=MZ&catalogue=20-07', words: '请于月底前补齐', answerBy: '2026-03-31' },
  }
  assert.equal((await stranger.post(root, ask)).status, 404)
  assert.equal((await above.post(root, { ...ask, fromId: other })).status, 403)
  const past = await above.post(root, { ...ask, answerBy: '2026-03-11' })
  assert.deepEqual([past.status, past.errors?.[0]?.message], [422, '回复期限不能早于今天'])
  const { reminderId } = await above.post(root, ask)
  assert.equal((await above.post(root, ask)).reminderId, reminderId)
  const [waiting, ...more] = (await officer.get(root)).rows
  assert.deepEqual(
    [waiting.fromName, waiting.about, waiting.late, more.length],
    ['清溪县XZF局', '财政预算决算', false, 0],
  )
  at('2026-04-01T02:00:00Z')
  assert.equal((await officer.get(root)).rows[0].late, true)
  const answer = { askId: randomUUID(), seenSeq: 1, answer: '已补充2026年部门预算' }
  assert.equal((await officer.post(`${root}/${reminderId}/answer`, answer)).status, 200)
  assert.deepEqual((await officer.get(root)).rows, [])
  const seen = await above.get(`${organId}/publication-supervision`)
  assert.deepEqual(
    [seen.reminders[0].answer, seen.mayAnswer, seen.mayRemind],
    ['已补充2026年部门预算', false, true],
  )
  const rows = () => platform.db.selectFrom('publication_reminder').selectAll().execute()
  const before = await rows()
  await sql`update publication_reminder set answer = 'x', answered_on = null`.execute(platform.db)
  assert.equal(await rebuildReminders(platform.db), 1)
  assert.deepEqual(await rows(), before)
})

test('the nightly check finds a link into the portal and an attachment that no longer open, and forgets what was mended', async (t) => {
  const { publish, signedIn, organId, platform, at } = await office(t)
  at('2026-03-12T02:00:00Z')
  const itemId = await publish()
  const officer = await signedIn(organId, 'informationOfficer')
  const link = '<p><a href="/items/MZ/2020-00009">原通知</a></p>'
  await sql`update item_row set public_files = ${[randomUUID()]}::uuid[], body = body || ${link}
    where item_id = ${itemId}`.execute(platform.db)
  const check = (status: number) =>
    platform.db.transaction().execute((tx) => checkOrgan(tx, platform, organId, async () => ({ status })))
  assert.equal(await check(404), 1)
  const found = by(await officer.get(`${organId}/publication-supervision`), 'broken')
  assert.deepEqual(
    [found.count, ...found.findings.map(({ about }) => about).sort()],
    [
      2,
      '关于调整农村低保标准的通知：链接“/items/MZ/2020-00009”打不开',
      '关于调整农村低保标准的通知：附件打不开',
    ],
  )
  await sql`update item_row set public_files = '{}' where item_id = ${itemId}`.execute(platform.db)
  await check(200)
  assert.equal(by(await officer.get(`${organId}/publication-supervision`), 'broken').count, 0)
})

test('the numbers of the state may be made stricter for an organ and those below it, never looser', async (t) => {
  const { publish, signedIn, county, organId, at } = await office(t)
  at('2026-03-12T02:00:00Z')
  await publish()
  at('2026-03-23T02:00:00Z')
  const above = await signedIn(county, 'supervisor')
  const state = async () => by(await above.get(`${organId}/publication-supervision`), 'home').state
  assert.equal(await state(), 'soon')
  const url = `${county}/publication-inspection-settings`
  const { settings, usual, setBy } = await above.get(url)
  assert.deepEqual([settings, setBy], [usual, null])
  const looser = await above.put(url, { ...settings, homeDays: 15 })
  assert.deepEqual(
    [looser.status, looser.errors],
    [422, [{ field: 'homeDays', message: '首页更新不得超过14天：国家规定的期限为14天，只能更严' }]],
  )
  assert.equal((await above.put(url, { ...settings, homeDays: 10 })).status, 200)
  assert.equal(await state(), 'fails')
  const head = await signedIn(organId, 'officeHead')
  const own = `${organId}/publication-inspection-settings`
  const shown = await head.get(own)
  assert.deepEqual([shown.settings.homeDays, shown.setBy], [10, { name: '清溪县XZF局', isOwn: false }])
  const again = await head.put(own, { ...settings, homeDays: 12 })
  assert.match(again.errors[0].message, /上级机关设定的期限为10天/u)
  const saved = await head.put(own, { ...settings, homeDays: 7 })
  assert.deepEqual([saved.settings.homeDays, saved.setBy.isOwn], [7, true])
  const officer = await signedIn(organId, 'informationOfficer')
  assert.equal((await officer.get(own)).status, 403)
})

test('which columns there must be is set for those below: what is missing is an empty column, and none of it is taken away below', async (t) => {
  const { signedIn, county, organId } = await office(t)
  const above = await signedIn(county, 'supervisor')
  const url = `${county}/publication-inspection-settings`
  const empty = async () => {
    const { findings } = by(await above.get(`${organId}/publication-supervision`), 'empty')
    return findings.map(({ about }) => about)
  }
  assert.deepEqual(await empty(), ['首页', '通知公告', '机关职能和机构', '财政预算决算'])
  const { settings } = await above.get(url)
  const columns = { ...settings.columns, department: ['home', '20-13'] }
  assert.equal((await above.put(url, { ...settings, columns })).status, 200)
  assert.deepEqual(await empty(), ['首页', '监督检查'])
  const unknown = { ...columns, department: ['home', '20-99'] }
  assert.ok((await above.put(url, { ...settings, columns: unknown })).status >= 400)
  const head = await signedIn(organId, 'officeHead')
  const fewer = { ...columns, department: ['home'] }
  const refused = await head.put(`${organId}/publication-inspection-settings`, {
    ...settings,
    columns: fewer,
  })
  assert.deepEqual(refused.errors, [
    { field: 'columns.department', message: '上级机关要求设置的栏目不能去掉：监督检查' },
  ])
})

test('国办发〔2018〕123号: an account that was never updated says so, and by when its first update was asked', async (t) => {
  const { signedIn, organId, platform, at } = await office(t)
  at('2026-03-30T02:00:00Z')
  const officer = await signedIn(organId, 'informationOfficer')
  const account = {
    ...{ type: 'placeKept' as const, channel: 'weibo' as const, name: '清溪民政', address: 'qingxi-mz' },
    ...{ supervising: '清溪县民政局', keeper: '蓝青', frequency: '每周一次' },
  }
  const id = randomUUID()
  const step = { organId, id, by: 'system', at: '2026-03-01T02:00:00Z' }
  const told = (seenSeq: number, fact: ChannelFact, happenedOn: Day) =>
    platform.db
      .transaction()
      .execute((tx) => recordChannel(tx, { ...step, askId: randomUUID(), seenSeq, fact, happenedOn }))
  const found = async () => {
    const [one] = by(await officer.get(`${organId}/publication-supervision`), 'accounts').findings
    return [one?.newestWords, one?.newestOn, one?.by]
  }
  await told(0, account, day('2026-03-01'))
  assert.deepEqual(await found(), ['开通后没有更新，开通', '2026-03-01', '2026-03-15'])
  await told(1, { type: 'placeUpdated', about: '转发通知' }, day('2026-03-10'))
  assert.deepEqual(await found(), ['最近更新', '2026-03-10', '2026-03-24'])
})

test('what is withdrawn leaves the counts and the newest days in the same step; writing all rows again changes neither', async (t) => {
  const { publish, done, platform, at } = await office(t)
  at('2026-03-12T02:00:00Z')
  await publish({ kind: 'notice' })
  at('2026-03-16T02:00:00Z')
  const second = await publish({ kind: 'notice', title: '第二份通知' })
  const stands = async () => {
    const { rows } = await sql<{ kind: string; items: number; notice_on: string; home_on: string }>`
      select c.kind, c.items, s.notice_on, s.home_on from publication_count c
      join publication_standing s on s.organ_id = c.organ_id`.execute(platform.db)
    return rows.map((row) => [row.kind, row.items, row.notice_on, row.home_on])
  }
  assert.deepEqual(await stands(), [['notice', 2, '2026-03-16', '2026-03-16']])
  await rebuildItems(platform)
  assert.deepEqual(await stands(), [['notice', 2, '2026-03-16', '2026-03-16']])
  await done(second, 'withdraw', { reason: '标准有误', note: '内容有误，已撤下' })
  assert.deepEqual(await stands(), [['notice', 1, '2026-03-12', '2026-03-12']])
})
