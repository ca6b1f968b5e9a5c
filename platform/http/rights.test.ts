import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { after, test } from 'node:test'
import { Type } from 'typebox'
import { calendarRoutes } from '#platform/calendar/routes.ts'
import { identityRoutes } from '#platform/identity/routes.ts'
import { mergeOrgan, moveOrgan } from '#platform/organs/changes.ts'
import { organRoutes } from '#platform/organs/routes.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { day } from '#time/day.ts'
import type { App } from './app.ts'
import { trouble } from './problem.ts'
import { anyone, holders } from './rights.ts'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from './testing.ts'
import { type Walk, walkRights } from './walk-rights.ts'

const { db } = await testDatabase({ after })
const ground = testGround(db)

const county = await testOrgan(db, 'qxx')
const civil = await testOrgan(db, 'mzj', county)
const finance = await testOrgan(db, 'czj', county)
const cityCivil = await testOrgan(db, 'lj-mzj')
const span = { fromOn: day('2020-01-01'), today: ground.today() }
await moveOrgan(db, { organId: civil, axis: 'vertical', parentId: cityCivil, ...span })

const people = new Map<string, string>()
for (const organId of [county, civil, finance, cityCivil]) {
  people.set(organId, await testPerson(db, { username: `clerk.${people.size}`, organId, roles: ['handler'] }))
}
const cases = new Map<string, string>([civil, finance].map((organId) => [organId, randomUUIDv7()]))

const CaseParams = Type.Object({
  organId: Type.String({ format: 'uuid' }),
  caseId: Type.String({ format: 'uuid' }),
})
const caseRoute = '/api/organs/:organId/requests/:caseId'
const handlers = ['handler', 'officeHead'] as const

/** A case as any duty serves it: asked for by organ and id together. */
function caseRoutes(app: App, isOurs: (organId: string, caseId: string) => boolean): void {
  const config = holders('organId', handlers, { anyOf: ['supervisor'], along: ['region', 'vertical'] })
  app.get(caseRoute, { config, schema: { params: CaseParams } }, async ({ params }) => {
    if (!isOurs(params.organId, params.caseId)) throw trouble('notFound')
    return params
  })
  app.post(
    `${caseRoute}/steps`,
    { config: holders('organId', handlers), schema: { params: CaseParams } },
    async ({ params }) => {
      if (!isOurs(params.organId, params.caseId)) throw trouble('notFound')
      return {}
    },
  )
}

const sessions = new Map<string, Record<string, string>>()
const walk: Walk = {
  organs: [county, civil, finance, cityCivil],
  isAbove: (upper, lower, axis) =>
    axis === 'region'
      ? upper === county && (lower === civil || lower === finance)
      : upper === cityCivil && lower === civil,
  signInAs: async (role, organId) => {
    const key = `${role} ${organId}`
    const username = `walker.${sessions.size}`
    const headers =
      sessions.get(key) ??
      (await sessionOf(ground, await testPerson(db, { username, organId, roles: [role] })))
    sessions.set(key, headers)
    return headers
  },
  idAt: (parameter, organId) => {
    if (parameter === 'caseId') return cases.get(organId)
    if (parameter === 'personId' || parameter === 'absentId' || parameter === 'standInId')
      return people.get(organId)
    return parameter === 'role' ? 'handler' : undefined
  },
}

async function appWith(add: (app: App) => void): Promise<App> {
  const app = await testApp(ground)
  add(app)
  after(() => app.close())
  return app
}

test('no role finds a way to another organ’s case, people or settings', async () => {
  const app = await appWith((to) => {
    identityRoutes(to, ground)

    organRoutes(to, ground)
    calendarRoutes(to, ground)
    caseRoutes(to, (organId, caseId) => cases.get(organId) === caseId)
  })
  const found = await walkRights(app, walk)
  assert.deepEqual(found.wrong, [])
  assert.ok(found.routes >= 20 && found.requests > 2000, JSON.stringify(found))
})

test('the walk sees a case that is asked for by its id alone', async () => {
  const app = await appWith((to) => caseRoutes(to, (_, caseId) => [...cases.values()].includes(caseId)))
  const found = await walkRights(app, walk)
  assert.ok(found.wrong.includes(`GET ${caseRoute}: handler with another organ's caseId gets 200`))
  assert.ok(found.wrong.includes(`POST ${caseRoute}/steps: officeHead with another organ's caseId gets 200`))
})

test('a route under /api/ that states no demand, or names an organ that its address lacks, is refused', async () => {
  const app = await appWith(() => {})
  assert.throws(() => app.get('/api/open', async () => ({})), /no demand stated: GET \/api\/open/)
  assert.throws(
    () => app.get('/api/cases/:id', { config: holders('organId', ['handler']) }, async () => ({})),
    /no :organId/,
  )
  assert.doesNotThrow(() => app.get('/api/public', { config: anyone }, async () => ({})))
})

test('who may, of the same organ: 403 names the roles that may', async () => {
  const app = await appWith((to) => caseRoutes(to, () => true))
  const headers = await walk.signInAs('publisher', civil)
  const url = `/api/organs/${civil}/requests/${cases.get(civil)}`
  const response = await app.inject({ url, headers })
  assert.equal(response.statusCode, 403)
  assert.equal(response.json().detail, '此事须由承办人、公开工作机构负责人办理。如需办理，请联系管理员。')
})

test('a supervisor above sees from both lines; a colleague beside does not', async () => {
  const app = await appWith((to) => caseRoutes(to, () => true))
  const url = `/api/organs/${civil}/requests/${cases.get(civil)}`
  const status = async (role: 'supervisor' | 'handler', organId: string) =>
    (await app.inject({ url, headers: await walk.signInAs(role, organId) })).statusCode
  assert.equal(await status('supervisor', county), 200)
  assert.equal(await status('supervisor', cityCivil), 200)
  assert.equal(await status('supervisor', finance), 404)
  assert.equal(await status('handler', county), 404)
})

test('国办公开办函〔2019〕14号: the successor of an organ that has ended answers for its cases', async () => {
  const app = await appWith((to) => caseRoutes(to, () => true))
  const [old, next] = [await testOrgan(db, 'lyj', county), await testOrgan(db, 'zrzyj', county)]
  const url = `/api/organs/${old}/requests/${randomUUIDv7()}`
  const headers = await walk.signInAs('handler', next)
  const above = await walk.signInAs('supervisor', county)
  assert.equal((await app.inject({ url, headers })).statusCode, 404)
  const merger = { how: 'merged', basis: '清委编〔2026〕3号', today: ground.today() } as const
  await mergeOrgan(db, { organId: old, successorId: next, onDay: day('2026-07-01'), ...merger })
  assert.equal((await app.inject({ url, headers })).statusCode, 200)
  assert.equal((await app.inject({ url, headers: above })).statusCode, 200)
})
