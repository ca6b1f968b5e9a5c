import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { requestPages } from './routes.tsx'

const answers: Record<string, string>[] = [
  { category: 'naturalPerson' },
  { name: '沈知远', idKind: 'residentId', idNumber: '990121199001011236' },
  { title: '2025年农村危房改造补助对象名单', description: '梅隐镇' },
  { formWanted: 'electronic', wayWanted: 'online', help: '' },
  { telephone: '13900000000', email: '', address: '' },
]

async function ground(t: TestContext) {
  const { platform, at } = await testPlatform(t, '2026-02-13T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  requestPages(app, platform)
  t.after(() => app.close())
  const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const organId = await testOrgan(platform.db, 'mzj', county, { name: '清溪县民政局', shortName: '民政局' })
  const filed = async () =>
    (await platform.db.selectFrom('request_row').selectAll().execute()).map((row) => row.number)
  return { platform, at, app, organId, filed }
}

const form = '/requests/new/mzj'

/** Goes through the form up to the page with all answers. */
async function upToCheck(person: ReturnType<typeof visitor>) {
  await person.open(form)
  for (const entries of answers) {
    const { status } = await person.send(form, { ...entries, go: 'next' })
    assert.equal(status, 200)
  }
}

test('第二十九条: a request is filed without script and account, and the receipt says the legal day and the due day', async (t) => {
  const { app, filed } = await ground(t)
  const person = visitor(app)
  await upToCheck(person)
  const sent = await person.send(form, { go: 'file' })
  assert.deepEqual([sent.status, sent.location], [303, '/requests/receipt'])
  const receipt = await person.open(sent.location)
  assert.equal(receipt.headers['cache-control'], 'no-store')
  assert.match(receipt.html, /民政局公申〔2026〕1号/)
  assert.match(receipt.html, /<dt>收到申请之日<\/dt><dd>2026年2月13日<\/dd>/)
  // Example B of the clock: received on Friday 2026-02-13, the 20th working day is Thursday 2026-03-19.
  assert.match(receipt.html, /2026年2月13日收到，第20个工作日是2026年3月19日/)
  assert.match(receipt.html, /第三十三条第二款/)
  assert.deepEqual(await filed(), ['民政局公申〔2026〕1号'])
})

test('a receipt loaded again and a form sent twice file nothing more', async (t) => {
  const { app, filed } = await ground(t)
  const person = visitor(app)
  await upToCheck(person)
  const page = { ...person.hidden() }
  await person.send(form, { go: 'file' })
  const first = (await person.open('/requests/receipt')).html
  assert.equal((await person.open('/requests/receipt')).html, first)
  await person.open(form)
  const again = await person.send(form, { ...page, go: 'file' })
  assert.equal(again.status, 303)
  assert.equal((await filed()).length, 1)
})

test('what a person typed stands in no address and in no page but theirs', async (t) => {
  const { app } = await ground(t)
  const person = visitor(app)
  await person.open(form)
  await person.send(form, { ...answers[0], go: 'next' })
  const content = await person.send(form, { ...answers[1], go: 'next' })
  assert.match(content.html, /您想获取什么信息？/)
  assert.doesNotMatch(content.html, /沈知远|990121199001011236/)
  assert.equal(content.headers['cache-control'], 'no-store')
})

test('a wrong entry gets its sentence, a summary that leads to it, and everything else is still there', async (t) => {
  const { app } = await ground(t)
  const person = visitor(app)
  await person.open(form)
  await person.send(form, { ...answers[0], go: 'next' })
  const wrong = await person.send(form, { ...answers[1], idNumber: '990121199001011237', go: 'next' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /<a href="#idNumber">居民身份证号码有误/)
  assert.match(wrong.html, /id="idNumber-error">居民身份证号码有误/)
  assert.match(wrong.html, /value="沈知远"/)
  assert.match(wrong.html, /value="residentId" checked/)
})

test('the way back keeps what was typed, and a changed answer leads back to all the answers', async (t) => {
  const { app } = await ground(t)
  const person = visitor(app)
  await upToCheck(person)
  const back = await person.send(form, { go: 'change:content' })
  assert.match(back.html, /value="2025年农村危房改造补助对象名单"/)
  const changed = await person.send(form, { ...answers[2], title: '2024年名单', go: 'next' })
  assert.match(changed.html, /请核对您填写的内容/)
  assert.match(changed.html, /2024年名单/)
})

test('a form whose draft was changed by somebody begins anew', async (t) => {
  const { app, filed } = await ground(t)
  const person = visitor(app)
  await upToCheck(person)
  const { draft = '' } = person.hidden()
  const sent = await person.send(form, { draft: `${draft.slice(0, -4)}AAAA`, go: 'file' })
  assert.deepEqual([sent.status, sent.location], [303, form])
  assert.deepEqual(await filed(), [])
})

test('an organ that does not take requests has no form', async (t) => {
  const { app, platform } = await ground(t)
  await testOrgan(platform.db, 'cun', null, { kind: 'village', level: 'village' })
  assert.equal((await visitor(app).open('/requests/new/cun')).status, 404)
  assert.equal((await visitor(app).open('/requests/new/none')).status, 404)
})
