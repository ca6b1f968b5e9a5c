import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { askLink } from './link-check.ts'

test('a link leads to a published item and its attachments, or it is dead; what cannot be asked stops nothing', async (t) => {
  const { platform } = await testPlatform(t, '2026-06-01T02:00:00Z')
  const { db } = platform
  const organId = await testOrgan(db, 'mzj')
  await sql`insert into item_row (organ_id, item_id, seq, index_number, kind, catalogue_code, title, body, formed_on, published_at, status)
    values (${organId}, gen_random_uuid(), 0, 'x/2026-00001', 'notice', '20-15', '通知', '', '2026-01-20', '2026-01-21T02:00:00Z', 'published')`.execute(
    db,
  )
  assert.equal(await askLink(platform, '/items/mzj/x~2026-00001'), 'alive')
  assert.equal(await askLink(platform, '/items/mzj/x~2026-00002'), 'dead')
  assert.equal(await askLink(platform, '/items/mzj/x~2026-00001/files/no-such'), 'missingAttachment')
  assert.equal(await askLink(platform, '/guide'), 'unknown')
  assert.equal(await askLink(platform, 'http://['), 'dead')
})

test('an address outside that answers 404 is dead, one that answers is alive, one that does not is unknown', async (t) => {
  const { platform } = await testPlatform(t, '2026-06-01T02:00:00Z')
  const server = createServer((request, answer) => {
    answer.statusCode = request.url === '/gone' ? 404 : 200
    answer.end('x'.repeat(100_000))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => void server.close())
  const { port } = server.address() as AddressInfo
  const inside = { ...platform, config: { ...platform.config, intranet: ['127.0.0.0/8'] } }
  assert.equal(await askLink(inside, `http://127.0.0.1:${port}/gone`), 'dead')
  assert.equal(await askLink(inside, `http://127.0.0.1:${port}/there`), 'alive')
  assert.equal(await askLink(platform, 'http://127.0.0.2/x'), 'unknown')
})
