import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { feedRoutes } from '../feeds/routes.ts'
import type { ItemRow } from '../tables.ts'
import { makeOpenFiles } from './nightly.ts'
import { openDataPages } from './pages.tsx'
import { openDataRoutes } from './routes.ts'

const noon = '2026-11-23T04:00:00.000Z'

async function ground(t: TestContext) {
  const { platform, at } = await testPlatform(t, noon)
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  openDataRoutes(app, platform)
  openDataPages(app, platform)
  feedRoutes(app, platform)
  t.after(() => app.close())
  const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const organId = await testOrgan(platform.db, 'mzj', county, { name: '清溪县民政局' })
  let order = 0
  const publish = async (more: Partial<ItemRow> = {}): Promise<ItemRow> => {
    order++
    const instant = new Date(Date.UTC(2026, 2, 1) + order * 60_000).toISOString()
    const row: ItemRow = {
      organ_id: organId,
      item_id: randomUUID(),
      seq: 1,
      index_number: `99MZJX000000000000/2026-${String(order).padStart(5, '0')}`,
      kind: 'notice',
      catalogue_code: '20-11',
      title: `第${order}件`,
      document_number: '',
      summary: '',
      body: '<p>正文</p>',
      formed_on: '2026-03-01',
      published_at: instant,
      validity: 'none',
      interprets: null,
      status: 'published',
      updated_at: instant,
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
  const get = (url: string) => app.inject({ url })
  return { platform, at, app, county, organId, publish, set, get }
}

test('every list is there as JSON and CSV with the same fields, which the API describes', async (t) => {
  const { publish, get } = await ground(t)
  await publish({ kind: 'normative', validity: 'repealed', document_number: '清民发〔2026〕3号' })
  const page = (await get('/api/open-data/items?organ=mzj')).json()
  const [item] = page.items
  assert.equal(item.indexNumber, '99MZJX000000000000/2026-00001')
  assert.equal(item.validityLabel, '已废止')
  assert.match(item.address, /\/items\/mzj\/2026-00001$/)
  const { payload } = await get('/api/open-data/items.csv')
  const [head = '', line = ''] = payload.split('\r\n')
  assert.equal(head.split(',').length, Object.keys(item).length)
  assert.match(head, /^\ufeff信息标识,索引号,/)
  assert.match(line, /清民发〔2026〕3号/)
  for (const name of ['organs', 'reports']) {
    assert.equal((await get(`/api/open-data/${name}`)).statusCode, 200)
    assert.equal((await get(`/api/open-data/${name}.csv`)).statusCode, 200)
  }
  assert.equal((await get('/api/open-data/organs')).json().items.length, 2)
  const { paths } = (await get('/api/openapi.json')).json()
  const described = JSON.stringify(paths['/api/open-data/items'])
  assert.match(described, /公开目录中的索引号，不变更，不重复使用/)
})

test('a cell that begins like a formula comes as text', async (t) => {
  const { publish, get } = await ground(t)
  await publish({ title: '=HYPERLINK("http://evil.example")' })
  assert.match((await get('/api/open-data/items.csv')).payload, /"'=HYPERLINK\(""http:\/\/evil\.example""\)"/)
})

test('a list goes on by key to its end', async (t) => {
  const { publish, get, organId } = await ground(t)
  await publish()
  for (let i = 0; i < 204; i++)
    await publish({ organ_id: organId, index_number: `n/${i}`, published_at: '2026-05-01T00:00:00.000Z' })
  const first = (await get('/api/open-data/items')).json()
  const second = (await get(`/api/open-data/items?after=${encodeURIComponent(first.next)}`)).json()
  assert.deepEqual([first.items.length, second.items.length, second.next], [200, 5, null])
  const ids = new Set([...first.items, ...second.items].map(({ itemId }: { itemId: string }) => itemId))
  assert.equal(ids.size, 205)
})

test('a key that no list gave is told, so that no program begins again for ever', async (t) => {
  const { publish, get } = await ground(t)
  await publish()
  const id = '0199a000-0000-7000-8000-000000000001'
  for (const place of [
    'items?after=zzz',
    `items?after=2026-99-99T00:00:00Z~${id}`,
    `items?after=2026-03-01T00:00:00Z~${'-'.repeat(36)}`,
    'items.csv?after=zzz',
    `normative-documents?after=2026-02-30~${id}`,
  ]) {
    const answer = await get(`/api/open-data/${place}`)
    assert.deepEqual([answer.statusCode, answer.json().errors?.[0]?.field], [422, 'after'], place)
  }
  for (const since of [
    'yesterday',
    '2026-13-01',
    `2026-03-01T00:00:00Z~${'-'.repeat(36)}`,
    '+012026-01-01T00:00:00Z',
  ])
    assert.equal(
      (await get(`/api/open-data/changes?since=${encodeURIComponent(since)}`)).statusCode,
      422,
      since,
    )
  for (const since of ['2026', '2026-01-01', '2026-01-01T08:00:00+08:00'])
    assert.equal(
      (await get(`/api/open-data/changes?since=${encodeURIComponent(since)}`)).json().changes.length,
      1,
      since,
    )
})

test('normative documents and major decisions are data sets too, with the fields that the API describes', async (t) => {
  const { platform, publish, get, county } = await ground(t)
  await publish({ kind: 'normative', title: '清溪县养犬管理办法', validity: 'inForce' })
  await sql`UPDATE item_row SET expires_on = '2026-11-22'`.execute(platform.db)
  await publish({ kind: 'notice' })
  await platform.db
    .insertInto('decision_row')
    .values({
      organ_id: county,
      decision_id: '0199a000-0000-7000-8000-000000000001',
      seq: 1,
      title: '清溪县城区公交线路调整',
      drafter: '清溪县交通运输局',
      listed_on: '2026-02-02',
      opinions_from: '2026-03-02',
      opinions_until: '2026-04-01',
      published_on: null,
      ended_on: null,
      updated_at: noon,
    })
    .execute()
  const documents = (await get('/api/open-data/normative-documents')).json()
  assert.deepEqual(
    documents.items.map(({ title, validity }: Record<string, string>) => [title, validity]),
    [['清溪县养犬管理办法', 'expired']],
  )
  assert.match((await get('/api/open-data/normative-documents.csv')).payload, /清溪县养犬管理办法/)
  const [decision] = (await get('/api/open-data/decisions')).json().items
  assert.deepEqual(
    [decision.title, decision.opinionsUntil, decision.publishedOn, decision.organName],
    ['清溪县城区公交线路调整', '2026-04-01', null, '清溪县人民政府'],
  )
  assert.match(decision.address, /\/decisions\/xzf\/0199a000-0000-7000-8000-000000000001$/)
  assert.match((await get('/api/open-data/decisions.csv')).payload, /清溪县交通运输局/)
  assert.match((await get('/open-data')).payload, /id="decisions"[\s\S]*征求意见截止/)
})

test('one item by its address; one taken down is gone, without its words', async (t) => {
  const { publish, set, get } = await ground(t)
  const row = await publish({ title: '不该公开的名单' })
  const place = '/api/open-data/items/mzj/2026-00001'
  assert.equal((await get(place)).json().title, '不该公开的名单')
  await set(row, { status: 'withdrawn' })
  const gone = await get(place)
  assert.equal(gone.statusCode, 410)
  assert.doesNotMatch(gone.payload, /不该公开/)
  assert.equal((await get('/api/open-data/items/mzj/2026-99999')).statusCode, 404)
  const { paths } = (await get('/api/openapi.json')).json()
  assert.match(JSON.stringify(paths['/api/open-data/items/{organCode}/{slug}']), /interpretedBy/)
})

test('第二十三条: a file made before an item was taken down is given to nobody until it is made anew', async (t) => {
  const { platform, at, publish, set, county, get } = await ground(t)
  const gone = await publish({ title: '不该公开的名单' })
  await publish({ organ_id: county, index_number: 'x/2026-00009' })
  await makeOpenFiles(platform)
  const places = ['all', 'mzj', 'xzf'].flatMap((scope) =>
    ['csv', 'ndjson'].map((format) => `/open-data/files/${scope}/items.${format}.gz`),
  )
  const statuses = async () =>
    Object.fromEntries(
      await Promise.all(places.map(async (place) => [place, (await get(place)).statusCode] as const)),
    )
  assert.deepEqual(new Set(Object.values(await statuses())), new Set([200]))
  await set(gone, { status: 'withdrawn', updated_at: '2026-11-23T04:05:00.000Z' })
  const refused = await get('/open-data/files/mzj/items.csv.gz')
  assert.deepEqual([refused.statusCode, refused.headers['retry-after']], [503, '300'])
  assert.match(refused.json().detail, /正在重新生成/)
  assert.deepEqual(
    Object.values(await statuses()),
    // Of the county itself nothing was taken down.
    [503, 503, 503, 503, 200, 200],
  )
  at('2026-11-23T04:10:00.000Z')
  await makeOpenFiles(platform)
  assert.deepEqual(Object.values(await statuses()), [200, 200, 404, 404, 200, 200])
  const all = gunzipSync((await get('/open-data/files/all/items.ndjson.gz')).rawPayload).toString()
  assert.doesNotMatch(all, /不该公开/)
})

test('the changes since a time hold what was published, amended and withdrawn, the last without its words', async (t) => {
  const { publish, set, get } = await ground(t)
  const old = await publish()
  const gone = await publish({ title: '不该公开的名单' })
  const kept = await publish()
  const since = '2026-04-01T00:00:00Z'
  await set(old, { title: '改过的标题', updated_at: '2026-05-01T00:00:00.000Z' })
  await set(gone, { status: 'withdrawn', updated_at: '2026-05-02T00:00:00.000Z' })
  const { changes, isLast, next } = (await get(`/api/open-data/changes?since=${since}`)).json()
  assert.deepEqual(
    changes.map((each: { change: string; itemId: string }) => [each.change, each.itemId]),
    [
      ['published', old.item_id],
      ['withdrawn', gone.item_id],
    ],
  )
  assert.equal(changes[0].item.title, '改过的标题')
  assert.equal(changes[1].item, null)
  assert.doesNotMatch(JSON.stringify(changes), /不该公开/)
  assert.equal(isLast, true)
  await set(kept, { updated_at: '2026-05-03T00:00:00.000Z' })
  const later = (await get(`/api/open-data/changes?since=${encodeURIComponent(next)}`)).json()
  assert.deepEqual(
    later.changes.map(({ itemId }: { itemId: string }) => itemId),
    [kept.item_id],
  )
})

test('whoever goes on from the last key misses nothing that was being written in the last two minutes', async (t) => {
  const { publish, get } = await ground(t)
  await publish({ updated_at: '2026-11-23T03:59:30.000Z' })
  const first = (await get('/api/open-data/changes?since=2026-11-23T00:00:00Z')).json()
  assert.equal(first.next, '2026-11-23T03:58:00.000Z')
  await publish({ updated_at: '2026-11-23T03:59:10.000Z' })
  const second = (await get(`/api/open-data/changes?since=${encodeURIComponent(first.next)}`)).json()
  assert.equal(second.changes.length, 2)
  assert.equal((await get('/api/open-data/changes?since=yesterday')).statusCode, 422)
})

test('whole collections as files: each organ and all, every line once, readable as one file', async (t) => {
  const { platform, publish, county, get } = await ground(t)
  await publish()
  await publish({ organ_id: county, index_number: 'x/2026-00009' })
  await publish({ status: 'withdrawn' })
  await makeOpenFiles(platform)
  const files = (await get('/open-data/files.json')).json().files
  assert.deepEqual(
    files.map(({ address, rows }: { address: string; rows: number }) => [address, rows]),
    [
      ['/open-data/files/all/items.ndjson.gz', 2],
      ['/open-data/files/all/items.csv.gz', 2],
      ['/open-data/files/mzj/items.ndjson.gz', 1],
      ['/open-data/files/mzj/items.csv.gz', 1],
      ['/open-data/files/xzf/items.ndjson.gz', 1],
      ['/open-data/files/xzf/items.csv.gz', 1],
    ],
  )
  const all = await get('/open-data/files/all/items.ndjson.gz')
  const lines = gunzipSync(all.rawPayload)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    lines.map(({ body }) => body),
    ['<p>正文</p>', '<p>正文</p>'],
  )
  const csv = gunzipSync((await get('/open-data/files/all/items.csv.gz')).rawPayload).toString()
  assert.equal(csv.split('\r\n').length, 4)
  assert.equal(csv.match(/信息标识/g)?.length, 1)
  assert.equal((await get('/open-data/files/none/items.csv.gz')).statusCode, 404)
  assert.equal((await get('/open-data/files/..%2f..%2fkey/items.csv.gz')).statusCode, 404)
})

test('the page names the conditions and every field, the catalogue every distribution', async (t) => {
  const { publish, get } = await ground(t)
  await publish()
  const { payload } = await get('/open-data')
  assert.match(payload, /id="licence"/)
  assert.match(payload, /<code>indexNumber<\/code>/)
  assert.ok(Buffer.byteLength(payload) < 34_000, String(Buffer.byteLength(payload)))
  const catalog = (await get('/open-data/catalog.jsonld')).json()
  assert.equal(catalog['@type'], 'dcat:Catalog')
  for (const set of catalog['dcat:dataset'])
    for (const each of set['dcat:distribution']) {
      const { pathname } = new URL(each['dcat:accessURL']['@id'])
      if (!pathname.endsWith('.gz')) assert.equal((await get(pathname)).statusCode, 200, pathname)
    }
})

test('the example on the page runs, and counts what there is', async (t) => {
  const { app, publish, set } = await ground(t)
  await publish()
  const gone = await publish()
  await publish({ published_at: '2025-03-01T00:00:00.000Z' })
  await set(gone, { status: 'withdrawn' })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'example.mjs'),
    address,
  ])
  assert.match(stdout, /^2025 1\n2026 1\n共 2 条；下次从 /)
})

test('what is filed under an entry of a standard catalogue is a list of its own, as data and as a feed', async (t) => {
  const { platform, publish, get } = await ground(t)
  await publish({ title: '低保对象公示' })
  await sql`UPDATE item_row SET entry = '08-003'`.execute(platform.db)
  await publish({ title: '其他通知' })
  for (const organ of ['xzf', 'mzj']) {
    const { items } = (await get(`/api/open-data/items?organ=${organ}&entry=08-003`)).json()
    assert.deepEqual(
      items.map(({ title }: { title: string }) => title),
      ['低保对象公示'],
    )
    const feed = (await get(`/feeds/items.atom?organ=${organ}&entry=08-003`)).payload
    assert.equal(feed.match(/<entry>/g)?.length, 1)
    assert.ok(feed.includes(`/standards/${organ}/08/003"`))
  }
  assert.equal((await get('/api/open-data/items?organ=xzf&entry=08-004')).json().items.length, 0)
})

test('Atom: every list as a feed, marks in titles, older entries by a link', async (t) => {
  const { publish, get } = await ground(t)
  await publish({ kind: 'normative', validity: 'repealed', title: '办法 <试行> & 细则' })
  await publish()
  const all = await get('/feeds/items.atom')
  assert.equal(all.headers['content-type'], 'application/atom+xml; charset=utf-8')
  assert.match(all.payload, /<title>【已废止】办法 &lt;试行&gt; &amp; 细则<\/title>/)
  assert.equal((await get('/feeds/items.atom?kind=notice')).payload.match(/<entry>/g)?.length, 1)
  assert.match((await get('/feeds/items.atom?organ=mzj')).payload, /<title>清溪县民政局主动公开信息<\/title>/)
  assert.equal((await get('/feeds/items.atom?organ=none')).statusCode, 404)
  assert.equal((await get('/feeds/reports.atom')).statusCode, 200)
})
