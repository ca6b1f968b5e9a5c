import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { reportPages } from '#duties/annual-report/portal/routes.tsx'
import { formById } from '#law/report-forms/forms.ts'
import { emptyReport, numberCell } from '#law/report-forms/report.ts'
import { buildApp, setErrorPage } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { registerAssets, styleAddress, styleSize } from '#platform/pages/assets.ts'
import { errorPage } from '#platform/pages/error-page.tsx'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { feedRoutes } from '../feeds/routes.ts'
import { openDataRoutes } from '../open-data/routes.ts'
import { decisionPages } from './decisions/routes.tsx'
import { publicationPages } from './routes.tsx'

async function ground(t: TestContext) {
  const { platform, at } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  setErrorPage(app, errorPage)
  registerAssets(app)
  publicationPages(app, platform)
  reportPages(app, platform)
  t.after(() => app.close())
  const organId = await testOrgan(platform.db, 'xzf', null, {
    kind: 'government',
    name: '清溪县人民政府',
    creditCode: '11990121955755940K',
  })
  return { platform, at, app, organId, person: visitor(app) }
}

type Ground = Awaited<ReturnType<typeof ground>>

const publish = (
  { platform, organId }: Ground,
  more: { title?: string; validity?: string; body?: string; number?: string } = {},
) =>
  platform.db
    .insertInto('item_row')
    .values({
      organ_id: organId,
      item_id: randomUUID(),
      seq: 1,
      index_number: more.number ?? '11990121955755940K/2026-00001',
      kind: 'normative',
      catalogue_code: '20-01',
      title: more.title ?? '清溪县养犬管理办法',
      document_number: '清政规〔2026〕1号',
      summary: '',
      body: more.body ?? '<p>正文</p>',
      formed_on: '2026-03-01',
      published_at: '2026-03-02T01:30:00.000Z',
      validity: more.validity ?? 'inForce',
      interprets: null,
      status: 'published',
      updated_at: '2026-03-02T01:30:00.000Z',
    })
    .execute()

test('every public page answers, without script, inline style or a page beyond 60 KB', async (t) => {
  const made = await ground(t)
  await publish(made)
  const places = [
    '/',
    '/guide',
    '/guide/xzf',
    '/rules',
    '/rules/regulation',
    '/items',
    '/items/xzf/2026-00001',
  ]
  for (const place of [
    ...places,
    '/organs',
    '/organs/xzf',
    '/reports',
    '/search?q=养犬',
    '/accessibility',
    '/figures',
    '/site-map',
    '/found-error',
    '/items?kind=normative&after=x',
  ]) {
    const { status, html } = await made.person.open(place)
    assert.equal(status, 200, place)
    assert.doesNotMatch(
      html,
      /<script(?! type="application\/ld\+json"| src="\/assets\/)|<style| style="| on\w+="/,
      place,
    )
    assert.ok(Buffer.byteLength(html) + styleSize < 60_000, `${place} ${Buffer.byteLength(html)}`)
  }
})

test('an item carries the ten meta tags, its header table, and its time of publication in Beijing', async (t) => {
  const made = await ground(t)
  await publish(made)
  const { html } = await made.person.open('/items/xzf/2026-00001')
  assert.match(html, /<meta name="PubDate" content="2026-03-02 09:30"\/>/)
  assert.match(html, /<meta name="ContentSource" content="清溪县人民政府"\/>/)
  assert.match(html, /<dt>文号<\/dt><dd>清政规〔2026〕1号<\/dd>/)
})

test('GB/T 9704: who signed and when stand at the right, also where what is issued follows', async (t) => {
  const made = await ground(t)
  const signed = '<p>清溪县民政局</p><p>2026年3月1日</p>'
  await publish(made, { body: `<p>印发给你们。</p>${signed}<h2>第一章</h2><p>正文</p>${signed}` })
  const { html } = await made.person.open('/items/xzf/2026-00001')
  assert.equal(
    html.match(/<p class="signed">清溪县民政局<\/p><p class="signed">2026年3月1日<\/p>/g)?.length,
    2,
  )
})

test('a repealed document says so in its title, at its top and in the list', async (t) => {
  const made = await ground(t)
  await publish(made, { validity: 'repealed' })
  const { html } = await made.person.open('/items/xzf/2026-00001')
  assert.match(html, /<title>【已废止】清溪县养犬管理办法/)
  assert.match(html, /本文件已废止，不再作为行政管理的依据/)
  assert.match((await made.person.open('/items')).html, /class="repealed-mark">已废止/)
})

test('what people wrote into titles and queries is shown, never run', async (t) => {
  const made = await ground(t)
  await publish(made, { title: '<img src=x onerror=alert(1)>名单' })
  for (const place of ['/items', '/search?q=%3Cscript%3E', '/items/xzf/2026-00001']) {
    const { html } = await made.person.open(place)
    assert.doesNotMatch(html, /<img src=x|<script(?! type="application\/ld\+json"| src="\/assets\/)/, place)
  }
})

test('strange queries and unknown addresses get the right answer and a way on', async (t) => {
  const made = await ground(t)
  await publish(made)
  for (const place of [
    '/items?year=abc&after=xyz',
    '/items?year=9999',
    '/items?organ=xzf&organ=xzf',
    '/search?q=',
  ]) {
    assert.equal((await made.person.open(place)).status, 200, place)
  }
  for (const place of [
    '/items?organ=none',
    '/items/xzf/none',
    '/organs/none',
    '/reports/xzf/1999',
    '/reports/xzf/x',
  ]) {
    const { status, html } = await made.person.open(place)
    assert.equal(status, 404, place)
    assert.match(html, /<a href="\/search">检索公开信息<\/a>/)
  }
})

const noKeys = [
  'zzz',
  '2026-99-99T00:00:00Z~0199a000-0000-7000-8000-000000000001',
  '2026-02-30T00:00:00.000Z~0199a000-0000-7000-8000-000000000001',
  '2026-03-02T01:30:00.000Z~------------------------------------',
  '2026-99-99~0199a000-0000-7000-8000-000000000001',
]
const lists = ['/items', '/normative-documents', '/decisions']

test('a place in a list that no list gave is its beginning, and said to be', async (t) => {
  const made = await ground(t)
  decisionPages(made.app, made.platform)
  await publish(made)
  for (const list of lists)
    for (const key of noKeys) {
      const { status, html } = await made.person.open(`${list}?after=${encodeURIComponent(key)}`)
      assert.equal(status, 200, `${list} ${key}`)
      assert.doesNotMatch(html, /（续）|回到最新|没有更多/, `${list} ${key}`)
      assert.match(html, list === '/decisions' ? /正在征求意见/ : /清溪县养犬管理办法/)
    }
})

test('a place behind the last entry of any list is none: 404, said so, with the way back', async (t) => {
  const made = await ground(t)
  decisionPages(made.app, made.platform)
  await publish(made)
  for (const list of lists) {
    const at = list === '/items' ? '2001-01-01T00:00:00.000Z' : '2001-01-01'
    const { status, html } = await made.person.open(`${list}?after=${at}~${randomUUID()}`)
    assert.equal(status, 404, list)
    assert.match(html, /后面没有更多[\s\S]*回到最新/, list)
    assert.doesNotMatch(html, /放宽条件|没有符合条件/, list)
  }
})

test('every list leads to its feed, to itself as a table and as data, and each of them answers', async (t) => {
  const made = await ground(t)
  decisionPages(made.app, made.platform)
  openDataRoutes(made.app, made.platform)
  feedRoutes(made.app, made.platform)
  await publish(made)
  for (const list of [
    '/items?organ=xzf&kind=normative&year=2026',
    '/normative-documents?organ=xzf',
    '/decisions',
  ]) {
    const { html } = await made.person.open(list)
    const ways = /<ul class="ways elsewhere[^"]*">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? ''
    const leads = [...ways.matchAll(/href="([^"]+)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
    assert.equal(leads.filter((to) => /\.atom|\.csv|open-data\/[a-z-]+(\?|$)/.test(to)).length, 3, list)
    for (const to of leads.filter((each) => !each.startsWith('/subscribe'))) {
      const { status, html: body } = await made.person.open(to)
      assert.equal(status, 200, to)
      assert.equal(body.includes('清溪县养犬管理办法'), list !== '/decisions', to)
    }
    assert.match(html, /<link rel="alternate" type="application\/atom\+xml"/, list)
  }
  assert.match((await made.person.open('/reports')).html, /href="\/feeds\/reports\.atom"/)
})

test('a sign that no text can hold is told in words, wherever it stands in an address', async (t) => {
  const { person } = await ground(t)
  for (const place of [
    '/items?organ=%00',
    '/items?catalogue=%00',
    '/items/%00/2026-00001',
    '/organs/x%00',
    '/normative-documents?words=%00',
  ]) {
    const { status, html } = await person.open(place)
    assert.equal(status, 400, place)
    assert.match(html, /<h1>内容无法识别<\/h1>[\s\S]*href="\/search"/, place)
  }
})

test('大字版: a link that keeps the choice and leads back, to this site only', async (t) => {
  const { person } = await ground(t)
  const chosen = await person.open('/display?size=large&back=%2Fguide')
  assert.deepEqual([chosen.status, chosen.location], [303, '/guide'])
  assert.match((await person.open('/guide')).html, /<html lang="zh-CN" class="large">/)
  assert.equal((await person.open('/display?size=normal&back=%2F%2Fevil.example')).location, '/')
  assert.doesNotMatch((await person.open('/guide')).html, /class="large"/)
})

test('the style sheet is kept for ever under an address that changes with its content', async (t) => {
  const { person } = await ground(t)
  const { headers } = await person.open(styleAddress)
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
})

test('第四十九条: a published report stands in the official form, drafts do not', async (t) => {
  const { platform, organId, person } = await ground(t)
  const report = emptyReport(formById('2021'), { name: '清溪县人民政府' }, 2025)
  const set = { 'requests.new_received.total': 25, 'requests.new_received.naturalPerson': 25 }
  const cells = { ...report.cells }
  for (const [id, value] of Object.entries(set)) cells[id] = numberCell(value)
  const keep = (year: number, publishedAt: string | null) =>
    platform.db
      .insertInto('report_row')
      .values({
        organ_id: organId,
        year,
        case_id: randomUUID(),
        form: 2021,
        status: publishedAt ? 'published' : 'draft',
        version: 1,
        report: JSON.stringify({ ...report, year, cells }),
        hash: '',
        published_at: publishedAt,
        updated_at: '2026-01-20T01:00:00.000Z',
      })
      .execute()
  await keep(2025, '2026-01-20T01:00:00.000Z')
  await keep(2026, null)
  const { html } = await person.open('/reports/xzf/2025')
  assert.match(html, /清溪县人民政府2025年政府信息公开工作年度报告/)
  assert.match(html, /一、本年新收政府信息公开申请数量<\/th><td>25<\/td>/)
  // A blank is not 0: it stays empty.
  assert.match(html, /二、上年结转政府信息公开申请数量<\/th><td><\/td>/)
  assert.equal((await person.open('/reports/xzf/2026')).status, 404)
  const { html: csv } = await person.open('/reports/xzf/2025/report.csv')
  assert.match(csv, /"requests\.new_received\.total","表三“一、本年新收政府信息公开申请数量”总计","","25"/)
})

test('the year in figures is a year of Beijing, by month, kind, heading and organ, and says of when it is', async (t) => {
  const made = await ground(t)
  await publish(made)
  await made.platform.db.updateTable('item_row').set({ published_at: '2025-12-31T23:00:00.000Z' }).execute()
  const { html } = await made.person.open('/figures')
  assert.match(html, /<th scope="row">1月<\/th><td class="figure">1<\/td>/)
  assert.match(html, /统计截至2026年11月23日10时00分/)
  assert.match(html, /<th scope="row">规章和规范性文件<\/th>/)
})

test('what was published since the count is counted after ten minutes, though nothing else changes the page', async (t) => {
  const made = await ground(t)
  const says = async () => /主动公开信息(\d+)条/.exec((await made.person.open('/figures')).html)?.[1]
  await publish(made)
  assert.equal(await says(), '1')
  await publish(made, { number: '11990121955755940K/2026-00002' })
  assert.equal(await says(), '1')
  let counted: string | undefined
  for (let i = 0; i < 100 && counted !== '2'; i++) {
    made.at(new Date(Date.UTC(2026, 10, 23, 2, 10, 1 + i * 6)).toISOString())
    counted = await says()
    await new Promise((go) => setTimeout(go, 20))
  }
  assert.equal(counted, '2')
})
