import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { buildApp, setErrorPage } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { errorPageOn } from '#platform/pages/error-page.tsx'
import { testPlatform } from '#platform/testing/platform.ts'
import { publicationPages } from './routes.tsx'

async function ground(t: TestContext, requestsPerMinute: number) {
  const { platform } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const app = await buildApp(platform, {
    secret: testSecret,
    logger: false,
    http: { lagLimit: 0, requestsPerMinute },
  })
  setErrorPage(app, errorPageOn(platform))
  publicationPages(app, platform)
  t.after(() => app.close())
  await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const get = (url: string, remoteAddress: string) =>
    app.inject({ url, remoteAddress, headers: { accept: 'text/html' } })
  return { app, platform, get }
}

test('a crawler at full speed is slowed and told for how long, while people are served', async (t) => {
  const { get } = await ground(t, 60)
  const crawled = []
  for (let i = 0; i < 150; i++) crawled.push(await get(`/items?year=${1900 + i}`, '203.0.113.9'))
  const slowed = crawled.filter(({ statusCode }) => statusCode === 429)
  assert.equal(slowed.length, 90)
  for (const { headers, payload } of slowed) {
    assert.match(String(headers['retry-after']), /^[1-9]\d?$/)
    assert.match(payload, /请在 \d+ 秒后再试/)
  }
  for (const place of ['/', '/items', '/guide'])
    assert.equal((await get(place, '198.51.100.7')).statusCode, 200)
})

test('a crawler that changes its IPv6 address within its network is one crawler; its neighbour is served', async (t) => {
  const { get } = await ground(t, 60)
  const statuses = []
  for (let i = 0; i < 70; i++)
    statuses.push((await get('/guide', `2001:db8:7:7::${i.toString(16)}`)).statusCode)
  assert.equal(statuses.filter((status) => status === 429).length, 10)
  assert.equal((await get('/guide', '2001:db8:7:8::1')).statusCode, 200)
})

test('robots.txt asks for a pause, leads to the map and keeps crawlers off what is no page', async (t) => {
  const { get } = await ground(t, 600)
  const { payload, headers } = await get('/robots.txt', '203.0.113.9')
  assert.equal(headers['content-type'], 'text/plain; charset=utf-8')
  assert.match(payload, /^Crawl-delay: 1$/m)
  assert.match(payload, /^Sitemap: http:\/\/127\.0\.0\.1:0\/sitemap\.xml$/m)
  assert.match(payload, /^Disallow: \/display$/m)
})

test('the site map has an index, the fixed pages, and every published item in the part of its month', async (t) => {
  const { platform, get } = await ground(t, 600)
  const organ = await platform.db.selectFrom('organ').select('organ_id').executeTakeFirstOrThrow()
  const row = (order: number, publishedAt: string, status: string) => ({
    organ_id: organ.organ_id,
    item_id: `99000000-0000-7000-8000-00000000000${order}`,
    seq: 1,
    index_number: `a/2026-0000${order}`,
    kind: 'notice',
    catalogue_code: '20-11',
    title: `第${order}件`,
    document_number: '',
    summary: '',
    body: '',
    formed_on: '2026-03-01',
    published_at: publishedAt,
    validity: 'none',
    interprets: null,
    status,
    updated_at: publishedAt,
  })
  await platform.db
    .insertInto('item_row')
    .values([
      row(1, '2026-02-28T16:30:00.000Z', 'published'),
      row(2, '2026-02-27T01:00:00.000Z', 'published'),
      row(3, '2026-03-05T01:00:00.000Z', 'withdrawn'),
    ])
    .execute()
  const decisionId = '99000000-0000-7000-8000-00000000000a'
  await platform.db
    .insertInto('decision_row')
    .values({
      organ_id: organ.organ_id,
      decision_id: decisionId,
      seq: 1,
      title: '清溪县城区公交线路调整',
      drafter: '清溪县交通运输局',
      listed_on: '2026-02-02',
      opinions_from: null,
      opinions_until: null,
      published_on: null,
      ended_on: null,
      updated_at: '2026-02-02T01:00:00.000Z',
    })
    .execute()
  const { payload } = await get('/sitemap.xml', '203.0.113.9')
  assert.deepEqual(payload.match(/items-[\d-]+/g), ['items-2026-03', 'items-2026-02'])
  const march = await get('/sitemap/items-2026-03.xml', '203.0.113.9')
  assert.deepEqual(march.payload.match(/a~2026-0000\d/g), ['a~2026-00001'])
  const pages = (await get('/sitemap/pages.xml', '203.0.113.9')).payload
  for (const page of [
    '/organs/xzf',
    '/guide/xzf',
    '/decisions',
    '/standards',
    '/normative-documents',
    '/open-data',
    `/decisions/xzf/${decisionId}`,
  ])
    assert.ok(pages.includes(`${page}</loc>`), page)
  assert.doesNotMatch(pages, /requests\/track|gazette/)
  const map = (await get('/site-map', '203.0.113.9')).payload
  for (const words of ['重大行政决策', '基层政务公开标准目录', '行政规范性文件登记簿'])
    assert.ok(map.includes(words))
  for (const none of ['items-2026-04', 'items-1', 'items-2026-13', 'items-2026-02-30'])
    assert.equal((await get(`/sitemap/${none}.xml`, '203.0.113.9')).statusCode, 404, none)
})

test('IPv6: a server that listens on :: answers over it, and over IPv4 too', async (t) => {
  const { app } = await ground(t, 600)
  const address = await app.listen({ host: '::', port: 0 }).catch(() => undefined)
  if (address === undefined) return t.skip('this machine has no IPv6')
  const { port } = new URL(address)
  for (const host of ['[::1]', '127.0.0.1'])
    assert.equal((await fetch(`http://${host}:${port}/robots.txt`)).status, 200, host)
})
