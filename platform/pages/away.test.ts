import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '#platform/database/database.ts'
import { setErrorPage } from '#platform/http/app.ts'
import { anyone } from '#platform/http/rights.ts'
import { testApp, testGround, testOrgan } from '#platform/http/testing.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { databaseDoor } from '#platform/testing/database-door.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { errorPageOn } from './error-page.tsx'
import { sendKept } from './kept.ts'

test('with the database away a kept page is not served as fresh: 503 with Retry-After, and after it what then holds', async (t) => {
  const { platform: own, database } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const organId = await testOrgan(own.db, 'mzj', null, { shortName: '民政局' })
  const door = await databaseDoor(t, database.url)
  const { db, close } = openDatabase(door.url, { connections: 3 })
  const platform = openPlatform(db, own.config, own.now)
  const app = await testApp({ ...testGround(db), db })
  t.after(async () => {
    await app.close()
    await close()
  })
  setErrorPage(app, errorPageOn(platform))
  app.get('/names', (request, reply) =>
    sendKept({ platform, request, reply }, '', async () => {
      const { rows } = await sql<{ name: string }>`SELECT short_name AS name FROM organ_name`.execute(db)
      return { body: rows.map(({ name }) => name).join(), type: 'text/html; charset=utf-8', shown: [] }
    }),
  )
  app.get('/api/names', { config: anyone }, () => sql`SELECT FROM organ_name`.execute(db))
  const get = (url: string, more: Record<string, string> = {}) =>
    app.inject({ url, headers: { accept: 'text/html', ...more } })

  const { body, headers } = await get('/names')
  assert.equal(body, '民政局')
  await door.shut()
  const away = await get('/names', { 'if-none-match': String(headers.etag) })
  assert.equal(away.statusCode, 503)
  assert.match(String(away.headers['retry-after']), /^\d+$/)
  assert.equal(away.headers['cache-control'], 'no-store')
  assert.match(away.body, /<h1>系统暂时不能使用<\/h1>[\s\S]*href="\/search"/)
  assert.doesNotMatch(away.body, /民政局/)
  // Told as its reader wants pages.
  const large = await get('/names', { cookie: 'size=large; script=hant' })
  assert.match(large.body, /<html[^>]* class="large"/)
  assert.match(large.body, /<h1>系統暫時不能使用<\/h1>/)
  const api = await get('/api/names')
  assert.equal(api.statusCode, 503)
  assert.match(String(api.headers['content-type']), /^application\/problem\+json/)
  assert.deepEqual([api.json().code, api.json().status], ['away', 503])
  assert.equal((await get('/healthz')).statusCode, 200)
  assert.equal((await get('/readyz')).statusCode, 503)
  await sql`UPDATE organ_name SET short_name = '民政' WHERE organ_id = ${organId}`.execute(own.db)
  await door.open()
  assert.equal((await get('/names')).body, '民政')
})

test('a database that was never there is told the same way', async (t) => {
  const { platform: own } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const { db, close } = openDatabase('postgres://nobody@127.0.0.1:9/none', { connections: 1 })
  const app = await testApp({ ...testGround(own.db), db })
  t.after(async () => {
    await app.close()
    await close()
  })
  app.get('/names', () => sql`SELECT 1`.execute(db))
  assert.equal((await app.inject('/names')).statusCode, 503)
})
