import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { requestPages } from './routes.tsx'

test('第二十九条: the form on paper asks what the Regulation asks, and for no purpose', async (t) => {
  const { platform } = await testPlatform(t, '2026-03-02T01:00:00Z')
  const app = await testApp(platform)
  requestPages(app, platform)
  t.after(() => app.close())
  await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const person = visitor(app)
  assert.match((await person.open('/requests')).html, /href="\/requests\/form"/)
  const { status, html } = await person.open('/requests/form')
  assert.equal(status, 200)
  const rows = [...html.matchAll(/<th scope="row">([^<]+)</g)].map(([, label]) => label)
  for (const label of ['姓名或者名称', '身份证明', '联系电话', '所申请信息的名称、文号', '希望得到的形式'])
    assert.ok(rows.includes(label), label)
  assert.doesNotMatch(rows.join(), /用途|目的/)
})
