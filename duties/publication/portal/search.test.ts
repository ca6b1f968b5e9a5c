import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { testApp, testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { itemsChanged } from '../changed.ts'
import { searchRoutes } from '../search/routes.ts'
import { publicationPages } from './routes.tsx'

async function ground(t: Parameters<typeof testPlatform>[0], items: number) {
  const { platform } = await testPlatform(t, '2026-11-23T01:00:00Z')
  const { db } = platform
  const county = await testOrgan(db, 'qxx', null, { kind: 'government', name: '清溪县人民政府' })
  const ids: string[] = []
  for (let n = 0; n < items; n++) {
    const row = {
      ...{ organ_id: county, item_id: randomUUIDv7(), seq: 0, catalogue_code: '20-01', kind: 'notice' },
      ...{ title: `第${n}批<低保>名单公示`, document_number: `清民发〔2026〕${n + 1}号`, summary: '' },
      ...{ body: `<p>${'经村民代表会议评议，现将低保对象名单公示如下。'.repeat(40)}</p>` },
      ...{ index_number: `11990421MB0000001X/2026-${n}`, formed_on: '2026-01-05', status: 'published' },
      ...{ published_at: `2026-01-05T02:00:${String(n).padStart(2, '0')}.000Z`, validity: 'none' },
      ...{ updated_at: '2026-01-05T02:00:00.000Z', interprets: null },
    }
    await db.insertInto('item_row').values(row).execute()
    ids.push(row.item_id)
  }
  await db.transaction().execute((tx) => itemsChanged(tx, county, ids))
  const app = await testApp(platform)
  publicationPages(app, platform)
  searchRoutes(app, platform)
  t.after(() => app.close())
  return app
}

test('The page of a search stands without a script, under 60 KB, the words marked and nothing of them HTML', async (t) => {
  const app = await ground(t, 30)
  const { open } = visitor(app)
  const { status, html } = await open('/search?q=低保名单')
  assert.equal(status, 200)
  assert.ok(Buffer.byteLength(html) < 60_000, `${Buffer.byteLength(html)} bytes`)
  assert.match(html, /找到 30 条/)
  assert.match(html, /第29批&lt;<mark>低保>名单<\/mark>公示/)
  assert.match(html, /noindex/)
  const next = /href="(\/search\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const beyond = await open(
    '/search?q=低保名单&after=0~2001-01-01T00:00:00.000Z~00000000-0000-7000-8000-000000000001',
  )
  assert.equal(beyond.status, 404)
  assert.match(beyond.html, /后面没有更多结果了[\s\S]*href="\/search\?q=/)
  assert.doesNotMatch(beyond.html, /换一个说法/)
  const second = await open(next)
  assert.equal(second.html.split('<mark>').length > 10, true)
  assert.match(second.html, /第0批/)
})

test('Nothing found leads on: to other words, to the lists, to a request with the words in it', async (t) => {
  const { open } = visitor(await ground(t, 1))
  const { status, html } = await open(`/search?q=${encodeURIComponent('龙舟"<b>')}`)
  assert.equal(status, 200)
  assert.match(html, /没有找到/)
  assert.match(html, /href="\/requests\/new\/qxx\?title=%E9%BE%99%E8%88%9F/)
  assert.ok(!html.includes('<b>'))
})

test('An empty, an endless and a hostile query: an answer in time and a kind word', async (t) => {
  const app = await ground(t, 1)
  const { open } = visitor(app)
  assert.match((await open('/search')).html, /在标题、正文和附件中查找/)
  assert.match((await open('/search?q=%20%20')).html, /在标题、正文和附件中查找/)
  const hostile = [
    "'); DROP TABLE item_row;--",
    '%',
    '_',
    '"',
    '“”',
    '(((((',
    ':*',
    '!!&&||<->',
    '\u0000',
    '𠮷'.repeat(90),
  ]
  const endless = [
    '保'.repeat(3000),
    '低保 '.repeat(900),
    '“低保”'.repeat(400),
    '1 '.repeat(1500),
    '的'.repeat(60),
  ]
  for (const q of [...hostile, ...endless]) {
    const begun = performance.now()
    const { status } = await open(`/search?q=${encodeURIComponent(q)}`)
    assert.equal(status, 200, q.slice(0, 20))
    assert.ok(performance.now() - begun < 5000, `${q.slice(0, 20)}: ${performance.now() - begun} ms`)
  }
  for (const query of [
    'year=9999',
    'year=x',
    'kind=%27',
    'validity=x',
    'after=~~',
    'after=9~2026-01-05T02:00:00.000Z~x',
    'order=x',
    'q=a&q=b',
  ])
    assert.equal((await open(`/search?q=低保&${query}`)).status, 200, query)
  assert.equal((await open('/search?q=低保&organ=nobody')).status, 404)
})

test('The same as JSON, and suggestions while typing', async (t) => {
  const app = await ground(t, 3)
  const answer = await app.inject({ url: `/api/search?q=${encodeURIComponent('低保')}&order=newest` })
  assert.deepEqual(
    [answer.statusCode, answer.json().total, answer.json().entries[0].title],
    [200, 3, '第2批<低保>名单公示'],
  )
  const suggested = await app.inject({ url: `/api/search/suggestions?q=${encodeURIComponent('低')}` })
  assert.deepEqual(suggested.json().words.includes('低保'), true)
  assert.equal(suggested.headers['cache-control'], 'public, max-age=5')
})
