import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { calendarRoutes } from '#platform/calendar/routes.ts'
import { identityRoutes } from '#platform/identity/routes.ts'
import { organRoutes } from '#platform/organs/routes.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { checkOpenApi } from './check-openapi.ts'
import { testApp, testGround } from './testing.ts'

const { db } = await testDatabase({ after })
const ground = testGround(db)
const app = await testApp(ground)
for (const add of [identityRoutes, organRoutes, calendarRoutes]) add(app, ground)
after(() => app.close())

const response = await app.inject('/api/openapi.json')
const document = response.json()

test('the API is described at a public address, in OpenAPI 3.1', () => {
  assert.equal(response.statusCode, 200)
  assert.match(response.headers['content-type'] ?? '', /^application\/json/)
  assert.deepEqual(checkOpenApi(document, app.apiRoutes), [])
})

test('the check sees what is wrong', () => {
  const { '/api/me': _, ...paths } = document.paths
  assert.deepEqual(checkOpenApi({ ...document, paths }, app.apiRoutes), ['not listed: GET /api/me'])
  const nullable = {
    '/api/x': {
      get: { responses: { 200: { content: { 'application/json': { schema: { nullable: true } } } } } },
    },
  }
  assert.deepEqual(
    checkOpenApi({ ...document, openapi: '3.0.3', paths: { ...document.paths, ...nullable } }, app.apiRoutes),
    [
      'not OpenAPI 3.1: 3.0.3',
      'GET /api/x 200: no description',
      'GET /api/x: a schema with nullable, which 3.1 does not know',
    ],
  )
})

test('who needs no session is told apart', () => {
  assert.equal(document.paths['/api/session'].post.security, undefined)
  assert.deepEqual(document.paths['/api/me'].get.security, [{ session: [], csrf: [] }])
})
