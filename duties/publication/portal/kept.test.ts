import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { openDatabase } from '#platform/database/database.ts'
import { type App, buildApp, setErrorPage } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { registerAssets } from '#platform/pages/assets.ts'
import { errorPage } from '#platform/pages/error-page.tsx'
import { keptFor } from '#platform/pages/kept.ts'
import type { Platform } from '#platform/platform.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import type { ItemRow } from '../tables.ts'
import { publicationPages } from './routes.tsx'

async function serverOn(t: TestContext, platform: Platform): Promise<App> {
  const app = await buildApp(platform, {
    secret: testSecret,
    logger: false,
    http: { lagLimit: 0, requestsPerMinute: 100_000 },
  })
  setErrorPage(app, errorPage)
  registerAssets(app)
  publicationPages(app, platform)
  t.after(() => app.close())
  return app
}

async function ground(t: TestContext) {
  const { platform, database } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const app = await serverOn(t, platform)
  const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const organId = await testOrgan(platform.db, 'mzj', county, { name: '清溪县民政局' })
  const other = await testOrgan(platform.db, 'jyj', county, { name: '清溪县教育局' })
  const publish = async (more: Partial<ItemRow> = {}): Promise<ItemRow> => {
    const row: ItemRow = {
      organ_id: organId,
      item_id: randomUUID(),
      seq: 1,
      index_number: '99MZJX000000000000/2026-00001',
      kind: 'notice',
      catalogue_code: '20-11',
      title: '关于低保标准的通知',
      document_number: '',
      summary: '',
      body: '<p>正文</p>',
      formed_on: '2026-03-01',
      published_at: '2026-03-02T01:00:00.000Z',
      validity: 'none',
      interprets: null,
      status: 'published',
      updated_at: '2026-03-02T01:00:00.000Z',
      ...more,
    }
    await platform.db.insertInto('item_row').values(row).execute()
    return row
  }
  const set = (row: ItemRow, more: Partial<ItemRow>) =>
    platform.db
      .updateTable('item_row')
      .set(more)
      .where('organ_id', '=', row.organ_id)
      .where('item_id', '=', row.item_id)
      .execute()
  return { platform, database, app, county, organId, other, publish, set }
}

const get = (app: App, url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } })

const address = '/items/mzj/2026-00001'

test('two servers on one database: what one publishes, amends or takes down, the other shows at once', async (t) => {
  const { platform, database, app, publish, set } = await ground(t)
  const elsewhere = openDatabase(database.url, { connections: 3 })
  t.after(() => elsewhere.close())
  const far = await serverOn(t, openPlatform(elsewhere.db, platform.config, platform.now))
  const places = [
    '/',
    '/items',
    '/organs/mzj',
    '/items?organ=mzj',
    '/items?kind=notice',
    '/items?catalogue=20-11',
  ]
  const shows = async (words: string) =>
    Promise.all(places.map(async (place) => (await get(far, place)).payload.includes(words)))
  assert.deepEqual(new Set(await shows('关于低保标准的通知')), new Set([false]))
  const row = await publish()
  assert.deepEqual(new Set(await shows('关于低保标准的通知')), new Set([true]))
  assert.equal((await get(far, address)).statusCode, 200)
  await set(row, { title: '关于低保标准的通知（修订）' })
  assert.deepEqual(new Set(await shows('（修订）')), new Set([true]))
  assert.match((await get(far, address)).payload, /（修订）/)
  await set(row, { validity: 'repealed' })
  assert.match((await get(far, address)).payload, /已废止/)
  await set(row, { status: 'withdrawn' })
  assert.deepEqual(new Set(await shows('关于低保标准的通知')), new Set([false]))
  for (const server of [app, far]) {
    const gone = await get(server, address)
    assert.equal(gone.statusCode, 410)
    assert.doesNotMatch(gone.payload, /低保标准/)
    assert.match(gone.payload, /已经撤下/)
  }
})

test('while items are published one after another, no answer that was asked for later misses one', async (t) => {
  const { app, publish, other } = await ground(t)
  const readers = Array.from({ length: 4 }, async () => {
    for (let i = 0; i < 60; i++) await get(app, '/items')
  })
  for (let i = 1; i <= 25; i++) {
    const title = `第${i}件`
    await publish({
      organ_id: other,
      index_number: `n/2026-${i}`,
      title,
      published_at: new Date(Date.UTC(2026, 4, i)).toISOString(),
    })
    assert.ok((await get(app, '/items')).payload.includes(`>${title}<`), title)
  }
  await Promise.all(readers)
})

test('a page that shows one organ stays kept while another publishes', async (t) => {
  const { platform, app, publish, other } = await ground(t)
  await publish()
  let asked = 0
  const own = platform.db.selectFrom.bind(platform.db)
  Object.assign(platform.db, {
    selectFrom: (...args: Parameters<typeof own>) => {
      asked++
      return own(...args)
    },
  })
  await get(app, address)
  const before = asked
  await publish({ organ_id: other, index_number: 'x/2026-00001' })
  await get(app, address)
  assert.equal(asked, before)
  await get(app, '/items')
  assert.ok(asked > before)
})

test('validators: the same tag until the page changes; packed and plain have tags of their own', async (t) => {
  const { app, publish, set } = await ground(t)
  const row = await publish()
  const first = await get(app, address)
  const tag = String(first.headers.etag)
  assert.match(tag, /^"[\w-]{22}"$/)
  assert.equal(first.headers['cache-control'], 'no-cache')
  assert.equal(first.headers.vary, 'accept-encoding, cookie')
  const again = await get(app, address, { 'if-none-match': tag })
  assert.deepEqual([again.statusCode, again.payload], [304, ''])
  const packed = await get(app, address, { 'accept-encoding': 'gzip, br' })
  assert.equal(packed.headers['content-encoding'], 'br')
  assert.equal(packed.headers.etag, `${tag.slice(0, -1)}-br"`)
  assert.equal(brotliDecompressSync(packed.rawPayload).toString(), first.payload)
  await set(row, { title: '改过的标题' })
  const changed = await get(app, address, { 'if-none-match': tag })
  assert.equal(changed.statusCode, 200)
  assert.notEqual(changed.headers.etag, tag)
})

test('Last-Modified is told only once the second is over, and a change in the same second is never missed', async (t) => {
  const { app, publish, set } = await ground(t)
  const row = await publish()
  assert.equal((await get(app, address)).headers['last-modified'], undefined)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const told = String((await get(app, address)).headers['last-modified'])
  assert.ok(!Number.isNaN(Date.parse(told)))
  assert.equal((await get(app, address, { 'if-modified-since': told })).statusCode, 304)
  await set(row, { title: '改过的标题' })
  assert.equal((await get(app, address, { 'if-modified-since': told })).statusCode, 200)
})

test('large print and traditional characters are pages of their own under one address', async (t) => {
  const { app, publish } = await ground(t)
  await publish({ title: '关于养老机构的通知' })
  await get(app, address)
  assert.match((await get(app, address, { cookie: 'size=large' })).payload, /class="large"/)
  const traditional = (await get(app, address, { cookie: 'script=hant' })).payload
  assert.match(traditional, /<html lang="zh-Hant"/)
  assert.match(traditional, /關於養老機構的通知/)
  assert.match((await get(app, `${address}?script=hant`)).payload, /關於養老機構的通知/)
  assert.match(
    (await get(app, `${address}?script=hans`, { cookie: 'script=hant' })).payload,
    /关于养老机构的通知/,
  )
  assert.match((await get(app, address)).payload, /关于养老机构的通知/)
})

test('a changed setting of the site shows on the next page', async (t) => {
  const { platform, app, county } = await ground(t)
  await get(app, '/guide')
  await platform.db
    .insertInto('organ_setting')
    .values({
      organ_id: county,
      name: 'site',
      value: JSON.stringify({ idCode: '9900000001' }),
      changed_at: '2026-11-23T02:00:00Z',
      changed_by: null,
    })
    .execute()
  assert.match((await get(app, '/guide')).payload, /网站标识码：9900000001/)
})

test('a place behind the last entry of a list is answered 404, with the way back', async (t) => {
  const { app, publish } = await ground(t)
  await publish()
  const beyond = await get(app, `/items?after=2020-01-01T00:00:00.000Z~${randomUUID()}`)
  assert.equal(beyond.statusCode, 404)
  assert.match(beyond.payload, /回到最新/)
})

test('what is kept is bounded: the page asked for longest ago goes first, and endless addresses fill nothing', async (t) => {
  const { platform, app, publish } = await ground(t)
  await publish()
  const kept = keptFor(platform)
  kept.room = 500_000
  const keys = () => [...kept.entries.keys()]
  await get(app, '/guide')
  for (let i = 0; i < 80; i++) {
    await get(app, `/items?year=${1950 + i}`, { 'accept-encoding': 'br' })
    await get(app, '/guide')
    assert.ok(kept.bytes <= kept.room, `${kept.bytes}`)
  }
  assert.ok(keys().some((key) => key.endsWith(' /guide')))
  assert.ok(!keys().some((key) => key.endsWith('year=1950')))
  const before = kept.entries.size
  await get(app, `/items?${'x'.repeat(500)}`)
  assert.equal(kept.entries.size, before)
  const weighed = [...kept.entries.values()].reduce(
    (sum, { plain, packed }) =>
      sum + 600 + plain.length + packed.values().reduce((all, bytes) => all + bytes.length, 0),
    0,
  )
  assert.equal(kept.bytes, weighed)
})
