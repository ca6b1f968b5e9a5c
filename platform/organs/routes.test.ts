import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Role } from '#law/roles.ts'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { organRoutes } from './routes.ts'

const { db } = await testDatabase({ after })
const ground = testGround(db)
const app = await testApp(ground)
organRoutes(app, ground)
after(() => app.close())

const county = await testOrgan(db, 'qxx')
const civil = await testOrgan(db, 'mzj', county)
const other = await testOrgan(db, 'bxx')

let made = 0
const as = async (organId: string, role: Role = 'administrator') =>
  sessionOf(ground, await testPerson(db, { username: `u${made++}.x`, organId, roles: [role] }))
const ofCounty = await as(county)
const ofCivil = await as(civil)

const post = (path: string, payload: object, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: `/api/organs/${path}`, payload, headers })

const rename = {
  name: '清溪县民政和社会事务局',
  shortName: '县民社局',
  fromOn: '2026-11-01',
  basis: '清委编〔2026〕2号',
}

test('anyone may read the tree and an organ’s page', async () => {
  const tree = await app.inject('/api/organs')
  assert.deepEqual(
    tree.json().organs.map(({ code, children }: { code: string; children: number }) => [code, children]),
    [
      ['bxx', 0],
      ['qxx', 1],
    ],
  )
  const below = await app.inject(`/api/organs?parent=${county}&axis=region`)
  assert.equal(below.json().organs[0].organId, civil)
  const page = await app.inject(`/api/organs/${civil}`)
  assert.equal(page.json().above[0].organ.organId, county)
  assert.equal((await app.inject('/api/organs/0199a000-0000-7000-8000-000000000001')).statusCode, 404)
})

test('the administrator of the government above renames an organ; its own may not', async () => {
  const refused = await post(`${civil}/name`, rename, ofCivil)
  assert.equal(refused.statusCode, 403)
  assert.equal(refused.json().detail, '机关的名称和隶属关系由上级政府的管理员调整。')
  const done = await post(`${civil}/name`, rename, ofCounty)
  assert.equal(done.json().organ.name, '清溪县民政和社会事务局')
  assert.equal((await post(`${civil}/name`, rename, await as(civil, 'officeHead'))).statusCode, 403)
  assert.equal((await post(`${civil}/name`, rename, await as(other))).statusCode, 404)
})

test('the organ at the top names itself', async () => {
  const response = await post(`${county}/name`, { ...rename, name: '清溪县人民政府' }, ofCounty)
  assert.equal(response.json().organ.name, '清溪县人民政府')
})

test('a day to come is refused beside its field', async () => {
  const response = await post(
    `${civil}/name`,
    { ...rename, name: '清溪县民生局', fromOn: '2026-11-24' },
    ofCounty,
  )
  assert.deepEqual(response.json().errors, [
    { field: 'fromOn', message: '请填写今天或以前的日期，且不早于上一次变动。' },
  ])
})

test('an organ is not handed to a government that the administrator does not serve', async () => {
  const move = { parentId: other, axis: 'region', fromOn: '2026-11-01' }
  assert.equal((await post(`${civil}/parent`, move, ofCounty)).statusCode, 403)
  const merge = { successorId: other, onDay: '2026-11-20', how: 'merged', basis: '' }
  assert.equal((await post(`${civil}/merger`, merge, ofCounty)).statusCode, 403)
})

test('a new organ stands under the one that set it up, and can be merged into another', async () => {
  const organ = {
    code: 'xfj',
    creditCode: '99XFJ1000000000001',
    kind: 'department',
    level: 'county',
    regionCode: '990321',
    name: '清溪县信访局',
    shortName: '县信访局',
    fromOn: '2026-01-01',
    basis: '清委编〔2025〕9号',
  }
  const { organId } = (await post(`${county}/below`, organ, ofCounty)).json().organ
  assert.equal((await post(`${county}/below`, { ...organ, code: 'xfj2' }, ofCounty)).json().code, 'codeTaken')
  const merge = { successorId: civil, onDay: '2026-11-20', how: 'merged', basis: '清委编〔2026〕5号' }
  const merged = await post(`${organId}/merger`, merge, ofCounty)
  assert.equal(merged.json().organ.endedOn, '2026-11-20')
})

test('an organ’s own administrator keeps what the guide says of it (第十二条)', async () => {
  const contact = {
    office: '局办公室',
    address: '云石路 12 号',
    postcode: '990321',
    hours: '工作日 8:30–12:00，14:30–18:00',
    telephone: '0990-5550123',
    fax: '',
    email: '',
    functions: '',
    leader: '',
    reconsiderationOrgan: '清溪县人民政府',
    court: '清溪县人民法院',
  }
  const url = `/api/organs/${civil}/contact`
  assert.equal((await app.inject({ method: 'PUT', url, payload: contact, headers: ofCivil })).statusCode, 200)
  assert.deepEqual((await app.inject(`/api/organs/${civil}`)).json().contact, contact)
})
