import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from '#platform/http/testing.ts'
import { ground } from '../desk.cases.ts'
import { gazettePages } from '../portal/gazette/routes.tsx'
import { countedOrgans, countsOf } from './counts.ts'
import { channelRoutes } from './routes.ts'
import { rebuildChannels } from './store.ts'

/** A 设区的市 above the county, with its office, and two published documents of the department below. */
async function office(t: TestContext) {
  const made = await ground(t)
  const { platform, county, publish } = made
  const city = await testOrgan(platform.db, 'LJ', null, {
    ...{ kind: 'government', level: 'city', name: '澜江市人民政府', shortName: '澜江市' },
  })
  const app = await testApp(testGround(platform.db))
  channelRoutes(app, platform)
  gazettePages(app, platform)
  t.after(() => app.close())
  const signedIn = async (organId: string) => {
    const username = `p${randomUUID().slice(0, 12)}`
    const personId = await testPerson(platform.db, { username, organId, roles: ['officeHead'] })
    const headers = await sessionOf(testGround(platform.db), personId)
    const url = `/api/organs/${organId}/gazette-issues`
    return {
      get: async () => (await app.inject({ url, headers })).json(),
      post: async (payload: object) => {
        const answer = await app.inject({ method: 'POST', url, headers, payload })
        return { status: answer.statusCode, ...answer.json() }
      },
    }
  }
  const page = async (url: string) => {
    const { statusCode, body } = await app.inject({ url })
    return { status: statusCode, body }
  }
  const first = await publish({ title: '关于防汛的通告' })
  const second = await publish({ title: '关于春耕的通知' })
  const rows = await platform.db.selectFrom('item_row').select(['item_id', 'index_number']).execute()
  const numberOf = (itemId: string) =>
    rows.find((row) => row.item_id === itemId)?.index_number ?? assert.fail()
  await platform.db
    .insertInto('organ_parent')
    .values({ organ_id: county, axis: 'region', from_on: '2019-01-01', until_on: null, parent_id: city })
    .execute()
  await platform.db
    .insertInto('organ_closure')
    .values(
      [made.organId, county].map((descendant_id, i) => ({
        ...{ organ_id: city, descendant_id, axis: 'region' as const, depth: 2 - i },
      })),
    )
    .execute()
  return { ...made, city, signedIn, page, first, second, numberOf }
}

const issue = (indexNumbers: readonly string[], more: object = {}) => ({
  ...{ askId: randomUUID(), seenSeq: 0, year: 2026, number: 1, issuedOn: '2026-03-02', indexNumbers },
  ...more,
})

test('国办发〔2018〕22号: a city enters an issue with what is printed in it; the portal lists it, and it counts as gone out by the gazette', async (t) => {
  const { city, organId, signedIn, page, first, second, numberOf, platform } = await office(t)
  const desk = await signedIn(city)
  assert.deepEqual((await desk.get()).next, { year: 2026, number: 1 })
  const unknown = await desk.post(issue([numberOf(first), '99X/2026-77777']))
  assert.deepEqual(
    [unknown.status, unknown.errors[0].field, unknown.errors[0].message],
    [422, 'indexNumbers', '没有找到本机关或者下级机关已经公开的信息：99X/2026-77777'],
  )
  const form = issue([numberOf(second), numberOf(first)])
  const { id } = await desk.post(form)
  assert.equal((await desk.post(form)).id, id)
  const again = await desk.post(issue([numberOf(first)]))
  assert.deepEqual([again.status, again.errors[0].field], [422, 'number'])
  const { issues, next } = await desk.get()
  assert.deepEqual(next, { year: 2026, number: 2 })
  assert.deepEqual(
    issues.map((each: { label: string; items: { title: string }[] }) => [
      each.label,
      each.items.map(({ title }) => title),
    ]),
    [['2026年第1期', ['关于春耕的通知', '关于防汛的通告']]],
  )
  const list = await page('/gazette')
  assert.match(list.body, /澜江市人民政府公报2026年第1期/u)
  const one = await page('/gazette/LJ/2026/1')
  assert.ok(one.body.indexOf('关于春耕的通知') < one.body.indexOf('关于防汛的通告'))
  assert.match(one.body, /href="\/items\/MZ\//u)
  assert.equal((await page('/gazette/LJ/2026/2')).status, 404)
  const gazette = (await countsOf(platform, city, 2026)).rows.filter(({ channel }) => channel === 'gazette')
  assert.deepEqual(
    gazette.map(({ items }) => items).reduce((a, b) => a + b, 0),
    2,
  )
  const all = await countsOf(platform, city, 2026, 'region')
  assert.deepEqual(
    all.rows.map(({ channel, kind, items, months }) => [channel, kind, items, months[2]]),
    [
      ['site', 'welfare', 2, 2],
      ['gazette', 'welfare', 2, 2],
    ],
  )
  const asked = { channel: 'site', kind: 'welfare', month: '2026-03', scope: 'region' } as const
  assert.deepEqual((await countedOrgans(platform, city, asked)).rows, [
    { organId, name: '清溪县MZ局', items: 2, address: '/items?organ=MZ&kind=welfare&year=2026' },
  ])
})

test('an issue is written anew where it was entered wrong, in its counts too; what was taken down is on its page no more', async (t) => {
  const { city, signedIn, page, first, second, numberOf, platform, done } = await office(t)
  const desk = await signedIn(city)
  await desk.post(issue([numberOf(first), numberOf(second)]))
  const [{ seq }] = (await desk.get()).issues
  const { status } = await desk.post(issue([numberOf(second)], { seenSeq: seq }))
  assert.equal(status, 200)
  const counted = async () =>
    (await countsOf(platform, city, 2026)).rows
      .filter(({ channel }) => channel === 'gazette')
      .reduce((sum, { items }) => sum + items, 0)
  assert.equal(await counted(), 1)
  assert.doesNotMatch((await page('/gazette/LJ/2026/1')).body, /关于防汛的通告/u)
  const rows = () => platform.db.selectFrom('channel_list').selectAll().execute()
  const before = await rows()
  await rebuildChannels(platform.db)
  assert.deepEqual(await rows(), before)
  await done(second, 'withdraw', { reason: '有误', note: '内容有误，已撤下' })
  const { body } = await page('/gazette/LJ/2026/1')
  assert.doesNotMatch(body, /关于春耕的通知/u)
  assert.match(body, /该信息已经撤下/u)
})

test('a county and a department keep no gazette, and the portal of a county has no page of one', async (t) => {
  const alone = await ground(t)
  const app = await testApp(testGround(alone.platform.db))
  gazettePages(app, alone.platform)
  t.after(() => app.close())
  assert.equal((await app.inject({ url: '/gazette' })).statusCode, 404)
  const { county, signedIn, first, numberOf } = await office(t)
  const desk = await signedIn(county)
  assert.equal((await desk.get()).keeps, false)
  const refused = await desk.post(issue([numberOf(first)]))
  assert.deepEqual(
    [refused.status, refused.detail],
    [409, '政府公报由设区的市级以上人民政府编发，本机关不编发公报'],
  )
})
