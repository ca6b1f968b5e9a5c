import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { oldSiteDesk, png, zipOf } from './old-site.cases.ts'

test('Stopped on the way, what is written stays; gone on with, the rest comes and nothing twice', async (t) => {
  const desk = await oldSiteDesk(t)
  const records = Array.from({ length: 450 }, (_, i) => ({
    title: `第${i}号公告`,
    content: `关于第${i}号事项的公告正文。`,
    date: '2024-05-06',
  }))
  const site = await desk.send({ name: 'a.json', bytes: JSON.stringify(records) })
  assert.equal((await desk.settle(site)).counts.take, 450)
  assert.equal((await desk.ask('POST', `/${site.siteId}/run`)).statusCode, 200)
  assert.equal((await desk.ask('POST', `/${site.siteId}/run`)).statusCode, 409, 'begun once')
  const stopped = (await desk.ask('POST', `/${site.siteId}/stop`)).json()
  assert.equal(stopped.status, 'stopped')
  assert.equal(stopped.counts.done % 100, 0, 'whole batches')
  await desk.run(site.siteId)
  const { db } = desk.platform
  const items = await db.selectFrom('item_row').select(['title', 'index_number']).execute()
  assert.equal(items.length, 450)
  assert.equal(new Set(items.map(({ title }) => title)).size, 450)
  assert.equal(new Set(items.map((each) => each.index_number)).size, 450)
})

test('A folder laid on the server is read as an archive is; no name leads out of it', async (t) => {
  const desk = await oldSiteDesk(t)
  const inbox = join(desk.platform.config.dataFolder, 'old-sites', 'inbox', 'mzj')
  mkdirSync(join(inbox, '旧站', 'zwgk'), { recursive: true })
  writeFileSync(
    join(inbox, '旧站', 'zwgk', 'a.html'),
    '<h1>关于防汛工作的通知</h1><p>发布日期：2023-06-01</p><div class="content"><p>各镇要落实防汛责任，二十四小时值守。</p></div>',
  )
  symlinkSync('/etc', join(inbox, '链接'))
  const listed = (await desk.ask('GET', '')).json()
  assert.deepEqual(listed.laid, [{ name: '旧站', isFolder: true }])
  for (const files of ['../mzj/旧站', '链接', '/etc'])
    assert.equal((await desk.ask('POST', '/laid', { files })).statusCode, 422, files)
  const begun = (await desk.ask('POST', '/laid', { files: '旧站' })).json()
  const site = await desk.waitFor(begun.siteId, 'read')
  assert.equal((await desk.settle(site)).counts.take, 1)
  await desk.run(site.siteId)
  assert.equal(
    (await desk.app.inject({ url: '/a.html' })).statusCode,
    301,
    'the one folder in it is the root',
  )
})

test('A draft keeps its picture sealed; once released, the address in its text shows the public copy', async (t) => {
  const desk = await oldSiteDesk(t)
  const page =
    '<h1>救助对象名单</h1><p>发布日期：2023-03-01</p><div id="zoom"><p>张某某，身份证号11010519491231002X。<img src="a.png"></p></div>'
  const site = await desk.send({
    name: 'x.zip',
    bytes: zipOf({ 'zwgk/x.html': page, 'zwgk/a.png': png, 'b/c.txt': '文' }),
  })
  await desk.settle(site)
  await desk.run(site.siteId)
  const { db, files, now } = desk.platform
  const row = await db.selectFrom('item_row').selectAll().executeTakeFirstOrThrow()
  assert.equal(row.status, 'draft')
  const address = /src="([^"]+)"/.exec(row.body)?.[1] ?? ''
  assert.equal((await desk.app.inject({ url: address })).statusCode, 404)
  const kept = await db
    .selectFrom('file')
    .selectAll()
    .where('case_id', '=', row.item_id)
    .executeTakeFirstOrThrow()
  assert.equal(kept.sealed, true)
  const at = now().toISOString()
  const copy = {
    organId: desk.organId,
    caseId: row.item_id,
    name: 'a.png',
    bytes: png,
    sealed: false,
    by: 'system',
    at,
  }
  const stored = await files.store(db, copy)
  assert.equal(stored.kind, 'stored')
  const fileId = stored.kind === 'stored' ? stored.file.file_id : ''
  await db
    .updateTable('item_row')
    .set({ status: 'published', published_at: at, public_files: [fileId] })
    .where('item_id', '=', row.item_id)
    .execute()
  const shown = await desk.app.inject({ url: address })
  assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/png'])
})
