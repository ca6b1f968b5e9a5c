import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openDatabase } from '#platform/database/database.ts'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { day } from '#time/day.ts'
import { calendarFor } from './calendar-store.ts'
import { calendarRoutes } from './routes.ts'

const { db, url } = await testDatabase({ after })
const ground = testGround(db)
const app = await testApp(ground)
const told: string[] = []
calendarRoutes(app, ground, async (_, organId) => {
  told.push(organId)
})
after(() => app.close())

const county = await testOrgan(db, 'qxx')
const civil = await testOrgan(db, 'mzj', county)
const elsewhere = await testOrgan(db, 'bxx')
const administrator = await sessionOf(
  ground,
  await testPerson(db, { username: 'gao.shan', organId: county, roles: ['supervisor'] }),
)

const enter = (payload: object, organId = county) =>
  app.inject({
    method: 'POST',
    url: `/api/organs/${organId}/calendar/notices`,
    headers: administrator,
    payload,
  })

const storm = {
  kind: 'local',
  year: 2026,
  number: '清政办〔2026〕41号',
  title: '关于暴雨期间停止办公的通知',
  source: '',
  festivals: [{ name: '暴雨停工', off: ['2026-12-01'], on: [] }],
}
const notice2027 = {
  kind: 'notice',
  year: 2027,
  number: '国办发明电〔2026〕9号',
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  source: '',
  publishedOn: '2026-11-20',
  covers: { from: '2027-01-01', upTo: '2027-12-31' },
  festivals: [{ name: '元旦', off: ['2027-01-01', '2027-01-02', '2027-01-03'], on: ['2027-01-10'] }],
}

test('the State Council’s notices hold for every organ', async () => {
  const calendar = await calendarFor(db, civil)
  assert.deepEqual(calendar.nature(day('2026-10-10')), { kind: 'makeUp', name: '国庆节', provisional: false })
  assert.equal(calendar.nature(day('2027-03-01')).provisional, true)
  assert.equal(await calendarFor(db, elsewhere), calendar)
})

test('local days hold for the organ that entered them and all below it; another process sees them at once', async () => {
  const other = openDatabase(url, { connections: 1 })
  after(() => other.close())
  const before = await calendarFor(other.db, civil)
  const response = await enter(storm)
  assert.equal(response.statusCode, 201)
  const changed = await calendarFor(other.db, civil)
  assert.notEqual(changed.version, before.version)
  assert.equal(changed.version, response.json().version)
  assert.deepEqual(changed.nature(day('2026-12-01')), {
    kind: 'holiday',
    name: '暴雨停工',
    provisional: false,
  })
  assert.equal((await calendarFor(db, elsewhere)).isWorkday(day('2026-12-01')), true)
  assert.deepEqual(told.splice(0), [county])
})

test('a year’s notice entered at the desk settles that year', async () => {
  assert.equal((await enter(notice2027)).statusCode, 201)
  const calendar = await calendarFor(db, civil)
  assert.deepEqual(calendar.nature(day('2027-01-10')), { kind: 'makeUp', name: '元旦', provisional: false })
  assert.equal(calendar.nature(day('2027-03-01')).provisional, false)
  const page = await app.inject({ url: `/api/organs/${civil}/calendar?year=2027`, headers: administrator })
  assert.equal(page.json().settled, true)
  assert.equal(page.json().days.length, 365)
  assert.deepEqual(
    page.json().notices.map(({ notice }: { notice: { number: string } }) => notice.number),
    ['清政办〔2026〕41号', '国办发明电〔2026〕9号'],
  )
})

test('a notice entered by mistake is withdrawn, and the calendar is as before', async () => {
  const before = (await calendarFor(db, civil)).version
  const { noticeId } = (
    await enter({ ...storm, festivals: [{ name: '误', off: ['2026-12-02'], on: [] }] })
  ).json()
  assert.notEqual((await calendarFor(db, civil)).version, before)
  const address = `/api/organs/${county}/calendar/notices/${noticeId}`
  assert.equal((await app.inject({ method: 'DELETE', url: address, headers: administrator })).statusCode, 204)
  assert.equal((await calendarFor(db, civil)).version, before)
  assert.equal((await app.inject({ method: 'DELETE', url: address, headers: administrator })).statusCode, 404)
})

test('what is wrong with a notice stands beside its field', async () => {
  const errors = async (payload: object) => {
    const response = await enter(payload)
    assert.equal(response.statusCode, 422)
    return response.json().errors
  }
  const festival = (off: string[], on: string[] = []) => ({ ...storm, festivals: [{ name: '节', off, on }] })
  assert.deepEqual(await errors(festival([])), [
    { field: 'festivals.0.off', message: '请填写放假日或调休上班日。' },
  ])
  assert.deepEqual(await errors(festival(['2025-06-01'])), [
    { field: 'festivals.0.off', message: '2025-06-01 不在所安排的范围内。' },
  ])
  assert.deepEqual(await errors(festival(['2026-06-01'], ['2026-06-02'])), [
    { field: 'festivals.0.on', message: '2026-06-02 不是周末，无需调休上班。' },
  ])
  assert.deepEqual(await errors(festival(['2026-06-06'], ['2026-06-06'])), [
    { field: 'festivals.0.off', message: '2026-06-06 重复出现。' },
  ])
  assert.deepEqual(await errors({ ...notice2027, covers: { from: '2027-01-01', upTo: '2027-06-30' } }), [
    { field: 'covers.from', message: '年度安排应覆盖全年。' },
  ])
  const misspelt = await errors(festival(['2026-02-30']))
  assert.equal(misspelt.length, 1)
})
