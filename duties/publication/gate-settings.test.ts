import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { gateText } from './gate/text.ts'
import { publicationRoutes } from './routes.ts'
import { gateSettingsOf } from './settings-store.ts'

test('第十五、十七条: what could harm may be warned of but is always looked for; words and slips are the organ’s to set', async (t) => {
  const { platform } = await testPlatform(t, '2026-06-01T02:00:00Z')
  const organId = await testOrgan(platform.db, 'mzj')
  const app = await testApp(testGround(platform.db))
  publicationRoutes(app, platform)
  t.after(() => app.close())
  const personId = await testPerson(platform.db, { username: 'guanli', organId, roles: ['administrator'] })
  const headers = await sessionOf(testGround(platform.db), personId)
  const url = `/api/organs/${organId}/gate-settings`
  const { settings } = (await app.inject({ url, headers })).json()
  const put = (payload: object) => app.inject({ method: 'PUT', url, headers, payload })
  const off = await put({ ...settings, severities: { identityNumber: 'off' } })
  assert.deepEqual(
    [off.statusCode, off.json().errors[0].message],
    [422, '“居民身份证号码”可以改为提醒，不能不查'],
  )
  const words = [{ word: '低保户', instead: '低保对象', severity: 'blocks' }]
  assert.equal(
    (await put({ ...settings, wording: words, severities: { documentProperties: 'off' } })).statusCode,
    422,
  )
  assert.equal((await put({ ...settings, wording: words })).statusCode, 200)
  const gate = await gateSettingsOf(platform.db, organId)
  const found = gateText({ title: '低保户名单', summary: '', bodyHtml: '' }, gate)
  assert.deepEqual(
    found.map(({ code, severity }) => [code, severity]),
    [['wording', 'blocks']],
  )
  assert.ok(gate.allowedAuthors.includes('清溪县mzj局'))
  const twice = await put({ ...settings, wording: [...words, ...words] })
  assert.equal(twice.json().errors[0].message, '用语“低保户”写了两次')
})
