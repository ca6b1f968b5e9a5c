import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { requestPages } from './routes.tsx'

async function person(t: TestContext) {
  const { platform } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  requestPages(app, platform)
  await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  t.after(() => app.close())
  return visitor(app)
}

test('example F of the clock by address: nine excluded working days, due on 2026-04-13', async (t) => {
  const { open } = await person(t)
  const { html, status } = await open(
    '/calculator?received=2026-03-02&consulted=2026-03-09&answered=2026-03-20',
  )
  assert.equal(status, 200)
  assert.match(html, /应当于2026年4月13日前（含当日）答复/)
  assert.match(html, /共9个工作日，不计算在期限内/)
  assert.doesNotMatch(html, /已超过/)
})

test('example H: what was formed on 2026-01-29 is published by 2026-03-04', async (t) => {
  const { open } = await person(t)
  assert.match((await open('/calculator?formed=2026-01-29')).html, /2026年3月4日/)
})

test('a day of a year without a notice gives a provisional answer', async (t) => {
  const { open } = await person(t)
  assert.match((await open('/calculator?received=2026-12-18')).html, /2027年1月18日前（含当日）答复（暂定）/)
})

test('a day that does not exist is told beside its field, and the others stay', async (t) => {
  const { open } = await person(t)
  const { html, status } = await open('/calculator?received=2026-02-30&consulted=2026-03-09')
  assert.equal(status, 422)
  assert.match(html, /<a href="#received">/)
  assert.match(html, /value="2026-03-09"/)
})

test('a case file is answered, a wrong one is listed with its places, and none is kept', async (t) => {
  const { open, send } = await person(t)
  await open('/calculator')
  const file = (json: string) => send('/calculator?_csrf', { json })
  const right = await file(
    '{"name":"甲","facts":[{"type":"received","on":"2026-02-13","channel":"counter"}]}',
  )
  assert.match(right.html, /<h3>甲<\/h3><p class="due-sentence">2026年3月19日<\/p>/)
  assert.equal(right.headers['cache-control'], 'no-store')
  const wrong = await file('{"name":"乙","facts":[{"type":"receivd","on":"2026-02-13"}]}')
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /cases\[0\]\.facts\[0\]\.type/)
  assert.match((await file('{"name":')).html, /不是正确的 JSON/)
})

test('the calendar of 2026 names its notice; that of 2027 says there is none yet', async (t) => {
  const { open } = await person(t)
  assert.match((await open('/calendar')).html, /国办发明电〔2025〕7号.*全年共248个工作日/s)
  assert.match((await open('/calendar?year=2027')).html, /尚未公布2027年的放假安排/)
})
