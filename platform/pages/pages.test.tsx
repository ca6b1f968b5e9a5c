import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { styleSize } from './assets.ts'
import { ClockStrip } from './clock-strip.tsx'
import { localPath } from './display.ts'
import { errorPage } from './error-page.tsx'
import { ErrorSummary, Radios, TextField } from './form.tsx'
import { pageText } from './frame.ts'
import { MetaTags, type PageMeta } from './meta.tsx'
import { Page } from './page.tsx'
import { addressWith } from './pager.tsx'
import type { Site } from './site.ts'
import type { StripCell } from './strip-weeks.ts'

const site: Site = {
  name: '清溪县人民政府',
  address: 'https://gk.example.gov.cn',
  idCode: '9900000001',
  host: '清溪县人民政府办公室',
  telephone: '0990-5550100',
  icp: '',
  police: '',
  errorReport: '',
  partyMark: '',
  demonstration: false,
}
const column = { name: '指南', description: '怎样查阅', keywords: '指南', type: '政府信息公开' }
const article = { title: '一件', publishedAt: '2026-11-21 09:30', source: '清溪县民政局' }
const namesOf = (meta: PageMeta): string[] =>
  [...renderToString(<MetaTags site={site} meta={meta} />).matchAll(/name="(\w+)"/g)].map(
    ([, name]) => name ?? '',
  )

test('政府网站发展指引: home carries three meta tags, a list seven, an article ten, in this order', () => {
  const home = ['SiteName', 'SiteDomain', 'SiteIDCode']
  const list = [...home, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']
  assert.deepEqual(namesOf({ level: 'home' }), home)
  assert.deepEqual(namesOf({ level: 'list', column }), list)
  assert.deepEqual(namesOf({ level: 'article', column, article }), [
    ...list,
    'ArticleTitle',
    'PubDate',
    'ContentSource',
  ])
})

test('a page names its language, skips to its content, and marks the section it is in', () => {
  const html = pageText(
    <Page
      frame={{ site, path: '/guide?a=1', large: true }}
      title="指南"
      section="guide"
      meta={{ level: 'home' }}
    >
      <h1>指南</h1>
    </Page>,
  )
  assert.match(html, /^<!doctype html><html lang="zh-CN" class="large">/)
  assert.match(html, /<a class="skip" href="#content">跳到正文<\/a>/)
  assert.match(html, /<a href="\/guide" aria-current="page">/)
  assert.match(html, /href="\/display\?size=normal&amp;back=%2Fguide%3Fa%3D1"/)
  assert.doesNotMatch(html, / style=|<script/)
})

test('the fixed sections stand in the order of the platform standard', () => {
  const html = errorPage(404, '没有找到', '请核对地址。')
  const addresses = [...html.matchAll(/<li><a href="(\/\w+)"(?: aria-current="page")?><?/g)].map(
    ([, address]) => address,
  )
  assert.deepEqual(
    addresses
      .filter((address) => ['/guide', '/rules', '/items', '/reports', '/requests'].includes(address ?? ''))
      .slice(0, 5),
    ['/guide', '/rules', '/items', '/reports', '/requests'],
  )
})

test('each line of the error summary leads to its field, and the field says it again', () => {
  const filled = { values: { name: '某' }, errors: [{ field: 'name', message: '请填写姓名。' }] }
  assert.match(renderToString(<ErrorSummary errors={filled.errors} />), /<a href="#name">请填写姓名。<\/a>/)
  const field = renderToString(<TextField name="name" label="姓名" filled={filled} />)
  assert.match(field, /id="name"[^>]*aria-describedby="name-error"[^>]*aria-invalid="true"/)
  assert.match(field, /value="某"/)
  const radios = renderToString(
    <Radios name="kind" label="身份" filled={filled} choices={[{ value: 'a', label: '甲' }]} />,
  )
  assert.match(radios, /<input type="radio" id="kind"/)
})

test('期限带: the drawing is hidden from screen readers, the caption and the table are not', () => {
  const cell: StripCell = {
    day: '2026-03-19',
    counted: 20,
    mark: '',
    reason: '工作日',
    makeUp: false,
    extension: false,
    due: true,
    provisional: false,
  }
  const html = renderToString(<ClockStrip cells={[cell]} caption="2026年3月19日届满" />)
  assert.match(html, /<figcaption class="strip-caption">2026年3月19日届满<\/figcaption>/)
  assert.match(html, /<div class="strip-weeks" aria-hidden="true">/)
  assert.match(html, /<th scope="row">2026年3月19日，星期四<\/th><td>20<\/td><td>工作日；答复期限届满<\/td>/)
})

test('the way back after a change of the letter size never leads to another site', () => {
  assert.equal(localPath('/items?year=2026'), '/items?year=2026')
  for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', '', undefined, '/a b'])
    assert.equal(localPath(bad), '/')
})

test('addresses leave out what is not set', () => {
  assert.equal(addressWith('/items', { organ: 'a', year: undefined, after: '' }), '/items?organ=a')
  assert.equal(addressWith('/items', {}), '/items')
})

test('the style sheet leaves most of the 60 KB of a page to the page', () => {
  assert.ok(styleSize < 32_000, String(styleSize))
})
