import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import type { Role } from '#law/roles.ts'
import { sessionOf, testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { Footer } from './footer.tsx'
import { siteOf } from './site.ts'
import { siteRoutes } from './site-routes.ts'

const filled = {
  host: '清溪县人民政府办公室',
  telephone: '0990-5550100',
  idCode: '9903210001',
  icp: '泽ICP备990321号',
  police: '泽公网安备99032102000001号',
  partyMark: 'https://mark.example/site?id=9903210001',
  errorReport: '',
}

async function ground(t: TestContext) {
  const { platform } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const app = await testApp(platform)
  siteRoutes(app, platform)
  t.after(() => app.close())
  const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const civil = await testOrgan(platform.db, 'mzj', county)
  const as = async (organId: string, role: Role) =>
    sessionOf(
      platform,
      await testPerson(platform.db, {
        username: `${role}.${organId.slice(-6)}`.toLowerCase(),
        organId,
        roles: [role],
      }),
    )
  const put = async (organId: string, role: Role, payload: object) =>
    app.inject({
      method: 'PUT',
      url: `/api/organs/${organId}/site`,
      headers: await as(organId, role),
      payload,
    })
  const foot = async () => renderToString(<Footer site={await siteOf(platform)} />)
  return { platform, county, civil, put, foot }
}

test('政府网站发展指引：页脚: the government of the portal says who keeps the site, and every page says so at once', async (t) => {
  const { platform, county, put, foot } = await ground(t)
  assert.doesNotMatch(await foot(), /网站标识码/)
  assert.equal((await put(county, 'administrator', filled)).statusCode, 200)
  const shown = await foot()
  for (const words of ['主办单位：清溪县人民政府办公室', '联系电话：0990-5550100', '网站标识码：9903210001'])
    assert.ok(shown.replaceAll('<!-- -->', '').includes(words), words)
  assert.match(shown, /<a href="https:\/\/mark\.example\/site\?id=9903210001">党政机关网站标识<\/a>/)
  assert.match(shown, /<a href="\/found-error">我为政府网站找错<\/a>/)
  const told = await platform.db.selectFrom('audit_entry').select(['action', 'subject']).execute()
  assert.deepEqual(
    told.filter(({ action }) => action === 'settingChanged'),
    [{ action: 'settingChanged', subject: '网站信息' }],
  )
})

test('what is no code and no address is told beside its field; only the government of the portal, and whom it concerns', async (t) => {
  const { county, civil, put } = await ground(t)
  const wrong = await put(county, 'officeHead', { ...filled, idCode: '12', partyMark: 'javascript:alert(1)' })
  assert.equal(wrong.statusCode, 422)
  assert.deepEqual(
    wrong.json().errors.map(({ field }: { field: string }) => field),
    ['idCode', 'partyMark'],
  )
  assert.equal((await put(civil, 'administrator', filled)).statusCode, 404)
  assert.equal((await put(county, 'handler', filled)).statusCode, 403)
})
