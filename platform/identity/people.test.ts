import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Role } from '#law/roles.ts'
import {
  cookiesFrom,
  sessionOf,
  testApp,
  testGround,
  testOrgan,
  testPassword,
  testPerson,
} from '#platform/http/testing.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { day } from '#time/day.ts'
import { grantRole } from './holdings.ts'
import { identityRoutes } from './routes.ts'

const { db } = await testDatabase({ after })
const ground = testGround(db)
const app = await testApp(ground)
identityRoutes(app, ground)

after(() => app.close())

const county = await testOrgan(db, 'qxx', null, { kind: 'government' })
const civil = await testOrgan(db, 'mzj', county)
const town = await testOrgan(db, 'yst', county)

let made = 0
const person = (organId: string, ...roles: Role[]) =>
  testPerson(db, { username: `p${made++}.x`, organId, roles })
const usernameOf = async (personId: string) =>
  (
    await db
      .selectFrom('person')
      .select('username')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).username

const headOffice = await sessionOf(ground, await person(county, 'administrator'))
const administratorId = await person(civil, 'administrator')
const administrator = await sessionOf(ground, administratorId)

const send = (method: 'POST' | 'DELETE' | 'GET', url: string, payload?: object, headers = administrator) =>
  app.inject({ method, url: `/api/organs/${url}`, headers, ...(payload && { payload }) })
const rolesOf = async (personId: string) => {
  const response = await app.inject({ url: '/api/me', headers: await sessionOf(ground, personId) })
  return response.json().organs.flatMap((organ: { roles: Role[] }) => organ.roles)
}

test('an administrator makes a person, whose handed-out password is shown once and must be replaced', async () => {
  const body = { username: 'lu.hai', name: '陆海', roles: ['handler', 'informationOfficer'] }
  const response = await send('POST', `${civil}/people`, body)
  assert.equal(response.statusCode, 201)
  const { personId, temporaryPassword } = response.json()
  assert.match(temporaryPassword, /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  const payload = { username: 'lu.hai', password: temporaryPassword }
  const first = await app.inject({ method: 'POST', url: '/api/session', payload })
  assert.equal(first.json().person.mustChangePassword, true)
  assert.deepEqual(first.json().organs[0].roles, ['informationOfficer', 'handler'])
  const { people } = (await send('GET', `${civil}/people`)).json()
  const listed = people.find((each: { personId: string }) => each.personId === personId)
  assert.deepEqual(listed, {
    personId,
    username: 'lu.hai',
    name: '陆海',
    email: null,
    active: true,
    twoFactor: false,
    lockedUntil: null,
    temporaryPassword: true,
    roles: [
      { role: 'handler', fromOn: '2026-11-23', lastOn: null, coversFor: null },
      { role: 'informationOfficer', fromOn: '2026-11-23', lastOn: null, coversFor: null },
    ],
  })
  assert.deepEqual((await send('POST', `${civil}/people`, body)).json().errors, [
    { field: 'username', message: '这个用户名或电子邮箱已经有人使用。' },
  ])
})

test('a role granted until a day holds on that day and no longer', async () => {
  const personId = await person(civil, 'handler')
  const grant = {
    username: await usernameOf(personId),
    role: 'publisher',
    fromOn: '2026-11-23',
    lastOn: '2026-11-25',
  }
  assert.equal((await send('POST', `${civil}/roles`, grant)).statusCode, 204)
  ground.setClock('2026-11-25T15:59:00Z')
  assert.deepEqual(await rolesOf(personId), ['handler', 'publisher'])
  ground.setClock('2026-11-25T16:00:00Z')
  assert.deepEqual(await rolesOf(personId), ['handler'])
  ground.setClock('2026-11-23T01:00:00Z')
})

test('a role that is ended holds no more from that moment', async () => {
  const personId = await person(civil, 'handler', 'publisher')
  assert.equal((await send('DELETE', `${civil}/people/${personId}/roles/publisher`)).statusCode, 204)
  assert.deepEqual(await rolesOf(personId), ['handler'])
  assert.equal((await send('DELETE', `${civil}/people/${personId}/roles/publisher`)).statusCode, 404)
})

test('only at the government whose portal it is are people told that they keep it', async () => {
  const holds = async (organId: string) => {
    const headers = await sessionOf(ground, await person(organId, 'publisher'))
    const [organ] = (await app.inject({ url: '/api/me', headers })).json().organs
    return organ.holdsPortal
  }
  assert.deepEqual([await holds(county), await holds(civil)], [true, undefined])
})

test('absence cover: the stand-in holds the roles for those days, and only while the absent person holds them', async () => {
  const [absentId, standInId] = [await person(civil, 'officeHead', 'handler'), await person(civil, 'handler')]
  const cover = { absentId, standInId, fromOn: '2026-11-23', lastOn: '2026-11-27' }
  assert.deepEqual((await send('POST', `${civil}/covers`, cover)).json(), { roles: ['officeHead'] })
  const me = await app.inject({ url: '/api/me', headers: await sessionOf(ground, standInId) })
  assert.deepEqual(me.json().organs[0].roles, ['handler', 'officeHead'])
  assert.equal(me.json().organs[0].coversFor, `人员${await usernameOf(absentId)}`)
  await send('DELETE', `${civil}/people/${absentId}/roles/officeHead`)
  assert.deepEqual(await rolesOf(standInId), ['handler'])
  const refused = await send('POST', `${civil}/covers`, cover)
  assert.equal(refused.json().code, 'nothingToCover')
})

test('an absence cover can be ended early', async () => {
  const [absentId, standInId] = [await person(civil, 'leader'), await person(civil, 'handler')]
  await send('POST', `${civil}/covers`, { absentId, standInId, fromOn: '2026-11-23', lastOn: '2026-12-31' })
  assert.equal((await send('DELETE', `${civil}/covers/${absentId}/${standInId}`)).statusCode, 204)
  assert.deepEqual(await rolesOf(standInId), ['handler'])
})

test('an account out of use ends its sessions; brought back, it signs in again', async () => {
  const personId = await person(civil, 'handler')
  const headers = await sessionOf(ground, personId)
  assert.equal((await send('POST', `${civil}/people/${personId}/lock`)).statusCode, 204)
  assert.equal((await app.inject({ url: '/api/me', headers })).statusCode, 401)
  const payload = { username: await usernameOf(personId), password: testPassword }
  assert.equal((await app.inject({ method: 'POST', url: '/api/session', payload })).statusCode, 401)
  assert.equal((await send('POST', `${civil}/people/${personId}/unlock`)).statusCode, 204)
  const again = await app.inject({ method: 'POST', url: '/api/session', payload })
  assert.equal(again.statusCode, 200)
  assert.notEqual(cookiesFrom(again), '')
})

test('nobody grants roles to themselves, nor locks themselves out', async () => {
  const grant = { username: await usernameOf(administratorId), role: 'handler' }
  assert.equal((await send('POST', `${civil}/roles`, grant)).json().code, 'onOneself')
  assert.equal((await send('POST', `${civil}/people/${administratorId}/lock`)).json().code, 'onOneself')
  assert.equal(
    (await send('DELETE', `${civil}/people/${administratorId}/roles/administrator`)).json().code,
    'onOneself',
  )
})

test('an account is not taken over by giving its person a role: the password of somebody who serves elsewhere stays out of reach', async () => {
  const colleague = await person(county, 'officeHead')
  await send('POST', `${civil}/roles`, { username: await usernameOf(colleague), role: 'handler' })
  const reset = { alsoSecondFactor: true }
  const taken = await send('POST', `${civil}/people/${colleague}/password`, reset)
  assert.equal(taken.statusCode, 409)
  assert.equal(taken.json().code, 'heldElsewhere')
  const above = await send('POST', `${civil}/people/${colleague}/password`, reset, headOffice)
  assert.equal(above.statusCode, 200)
})

test('a person who never served at the organ is not found there', async () => {
  const stranger = await person(town, 'handler')
  assert.equal((await send('POST', `${civil}/people/${stranger}/lock`)).statusCode, 404)
  const cover = { absentId: stranger, standInId: administratorId, fromOn: '2026-11-23', lastOn: '2026-11-24' }
  const other = await person(civil, 'handler')
  assert.deepEqual((await send('POST', `${civil}/covers`, { ...cover, standInId: other })).json().errors, [
    { field: 'absentId', message: '请选择本单位的人员。' },
  ])
})

test('the administrator of the government above serves the organs below it, by region', async () => {
  const body = { username: 'shi.ye', name: '石野', roles: ['handler'] }
  assert.equal((await send('POST', `${town}/people`, body, headOffice)).statusCode, 201)
  assert.equal((await send('POST', `${town}/people`, { ...body, username: 'shi.er' })).statusCode, 404)
})

test('every deed is written down, and read by administrator and auditor, newest first', async () => {
  const organId = await testOrgan(db, 'nyj', county)
  const headers = await sessionOf(ground, await person(organId, 'administrator'))
  const subject = await person(organId, 'handler')
  for (const deed of ['lock', 'unlock'])
    await send('POST', `${organId}/people/${subject}/${deed}`, undefined, headers)
  const auditor = await sessionOf(ground, await person(organId, 'auditor'))
  const { entries, next } = (await send('GET', `${organId}/audit`, undefined, auditor)).json()
  assert.deepEqual(
    entries.map(({ label, subject: of }: { label: string; subject: string }) => [label, of]),
    [
      ['启用账号', subject],
      ['停用账号', subject],
    ],
  )
  assert.equal(next, null)
  const changed = db.updateTable('audit_entry').set({ action: 'x' }).where('organ_id', '=', organId).execute()
  await assert.rejects(changed, /permission denied|append-only/)
})

test('a role in the days to come does not hold yet', async () => {
  const personId = await person(civil, 'handler')
  const holding = {
    organId: civil,
    personId,
    role: 'leader',
    fromOn: day('2026-11-24'),
    lastOn: null,
  } as const
  await grantRole(db, { ...holding, grantedBy: null })
  assert.deepEqual(await rolesOf(personId), ['handler'])
})
