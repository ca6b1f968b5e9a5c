import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { itemsChanged } from '#duties/publication/changed.ts'
import type { ItemRow } from '#duties/publication/tables.ts'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { offersOf } from '../published.ts'
import { wishedAddress } from '../wishes.ts'
import { requestPages } from './routes.tsx'

const form = '/requests/new/mzj'
const title = '2025年农村低保标准'

async function ground(t: TestContext) {
  const { platform } = await testPlatform(t, '2026-03-02T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  requestPages(app, platform)
  t.after(() => app.close())
  const organId = await testOrgan(platform.db, 'mzj', null, { name: '清溪县民政局', shortName: '民政局' })
  const person = visitor(app)
  const answers = (more: Record<string, string> = {}): Record<string, string>[] => [
    { category: more.category ?? 'naturalPerson' },
    { name: '沈知远', idKind: 'other', idNumber: 'Q1', agent: more.agent ?? '' },
    { title, description: '' },
    { formWanted: 'electronic', wayWanted: 'online', help: '' },
    {
      telephone: '13900000000',
      email: more.email ?? '',
      address: '',
      notice: more.notice ?? 'none',
      hook: more.hook ?? '',
    },
  ]
  const fill = async (more: Record<string, string> = {}) => {
    await person.open(form)
    let last = { status: 0, html: '', location: '' }
    for (const entries of answers(more)) last = await person.send(form, { ...entries, go: 'next' })
    return last
  }
  /** An item as it stands once published. */
  const publish = async (itemId: string, published: string): Promise<void> => {
    const row: ItemRow = {
      organ_id: organId,
      item_id: itemId,
      seq: 1,
      index_number: '99MZJX000000000000/2025-00001',
      kind: 'notice',
      catalogue_code: '20-11',
      title: published,
      document_number: '清民发〔2025〕3号',
      summary: '',
      body: '<p>正文</p>',
      formed_on: '2025-03-03',
      published_at: '2025-03-05T01:00:00.000Z',
      validity: 'none',
      interprets: null,
      status: 'published',
      updated_at: '2025-03-05T01:00:00.000Z',
    }
    await platform.db.transaction().execute(async (tx) => {
      await tx.insertInto('item_row').values(row).execute()
      await itemsChanged(tx, organId, [itemId])
    })
  }
  return { platform, app, organId, person, fill, answers, publish }
}

/** Sends the form of the last page as a browser does that has files to send. */
async function sendFiles(
  { app, person }: Pick<Awaited<ReturnType<typeof ground>>, 'app' | 'person'>,
  html: string,
  files: Record<string, { name: string; bytes: Buffer }>,
) {
  const url = (/<form[^>]*action="([^"]*)"[^>]*enctype="multipart/i.exec(html)?.[1] ?? '').replaceAll(
    '&amp;',
    '&',
  )
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...person.hidden(), go: 'file' })) data.set(name, value)
  for (const [field, { name, bytes }] of Object.entries(files))
    data.set(field, new File([new Uint8Array(bytes)], name))
  const sent = new Request('http://form.test/', { method: 'POST', body: data })
  return app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': sent.headers.get('content-type') ?? '',
      cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
}

const pdf = Buffer.from('%PDF-1.4\n%test\n')

test('第二十九条: proofs are chosen on the last page, without script, and kept with the case', async (t) => {
  const g = await ground(t)
  const check = await g.fill({ agent: '许一诺' })
  assert.match(check.html, /授权委托书/)
  const without = await g.person.send(form, { go: 'file' })
  assert.equal(without.status, 422)
  assert.match(without.html, /href="#authority">由代理人提出申请的，请上传授权委托书/)
  const bad = await sendFiles(g, without.html, {
    identity: { name: '证.jpg', bytes: pdf },
    authority: { name: '委托书.pdf', bytes: pdf },
  })
  assert.equal(bad.statusCode, 422)
  assert.match(bad.payload, /id="identity-error">身份证明的文件打不开，内容与文件名不符/)
  const good = await sendFiles(g, without.html, { authority: { name: '委托书.pdf', bytes: pdf } })
  assert.equal(good.headers.location, '/requests/receipt')
  const rows = await g.platform.db
    .selectFrom('file')
    .select(['name', 'sealed', 'case_id'])
    .where('media_type', '=', 'application/pdf')
    .execute()
  assert.deepEqual(
    rows.map(({ name, sealed }) => [name, sealed]),
    [['授权委托书.pdf', true]],
  )
})

test('who wishes it in the form is told by mail from the first news on', async (t) => {
  const { fill, person, platform, organId } = await ground(t)
  const missing = await fill({ notice: 'mail' })
  assert.match(missing.html, /href="#email">选择邮件提醒的，请填写电子邮箱/)
  const check = await fill({ notice: 'mail', email: 'shen@example.cn' })
  assert.match(check.html, /<dt>进展提醒<\/dt><dd>发邮件提醒<\/dd>/)
  assert.equal((await person.send(form, { go: 'file' })).location, '/requests/receipt')
  const { case_id: caseId } = await platform.db
    .selectFrom('request_row')
    .select('case_id')
    .executeTakeFirstOrThrow()
  assert.equal(await wishedAddress(platform.db, platform, { organId, caseId }, 'mail'), 'shen@example.cn')
})

test('an institution may have its own system called, and finds the key on its receipt; a person may not', async (t) => {
  const { fill, person } = await ground(t)
  const hook = 'https://oa.example.cn/gongkai'
  assert.match((await fill({ notice: 'hook', hook })).html, /请重新选择提醒的方式/)
  const wrong = await fill({ category: 'company', notice: 'hook', hook: 'https://10.1.2.3/' })
  assert.match(wrong.html, /href="#hook">接收地址在内部网络/)
  await fill({ category: 'company', notice: 'hook', hook })
  const sent = await person.send(form, { go: 'file' })
  const { html } = await person.open(sent.location)
  assert.match(html, /<dt>验证密钥<\/dt><dd[^>]*>[\w-]{40,}/)
  await person.open('/requests/track/case')
  const stopped = await person.send('/requests/track/hook', { hooked: 'off' })
  assert.match((await person.open(stopped.location)).html, /接收地址已经删除/)
})

test('what is already published is shown before the form goes on, and whether it answered is counted', async (t) => {
  const { person, publish, platform, organId, answers, app } = await ground(t)
  const itemId = '0199bbbb-0000-7000-8000-000000000001'
  await publish(itemId, '清溪县2025年农村低保标准的通知')
  const [who = {}, identity = {}, content = {}] = answers()
  const begin = async () => {
    await person.open(form)
    await person.send(form, { ...who, go: 'next' })
    await person.send(form, { ...identity, go: 'next' })
    return person.send(form, { ...content, go: 'next' })
  }
  const found = await begin()
  assert.match(found.html, /这些信息已经公开，请先看一看/)
  assert.match(found.html, /清溪县2025年农村低保标准的通知/)
  const on = await person.send(form, { go: 'next' })
  assert.match(on.html, /您希望怎样得到信息？/)
  assert.deepEqual(await offersOf(platform.db, organId, 2026), { shown: 1, answered: 0 })
  await person.send(form, { go: 'back' })
  const again = await person.send(form, { ...content, go: 'next' })
  assert.match(again.html, /您希望怎样得到信息？/, 'the same title is not asked about twice')
  await begin()
  const answered = await person.send(form, { go: `answered:${itemId}` })
  assert.equal(answered.status, 303)
  assert.match(answered.location, /^\/items\//)
  assert.deepEqual(await offersOf(platform.db, organId, 2026), { shown: 2, answered: 1 })
  assert.deepEqual(await offersOf(platform.db, organId, 2025), { shown: 0, answered: 0 })
  assert.deepEqual(await platform.db.selectFrom('request_row').select('case_id').execute(), [])
  const kept = JSON.stringify(await platform.db.selectFrom('request_offer').selectAll().execute())
  assert.doesNotMatch(kept, /低保|沈知远/)
  await person.open(form)
  const typed = await app.inject({
    method: 'POST',
    url: `${form}/published`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload: new URLSearchParams({ title: '农村低保', _csrf: person.hidden()._csrf ?? '' }).toString(),
  })
  assert.match(typed.payload, /清溪县2025年农村低保标准的通知/)
})
