import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { readTables } from '#platform/documents/table-file.ts'
import { readWordTables } from '#platform/documents/word-tables.ts'
import { sessionOf, testApp, testGround } from '#platform/http/testing.ts'
import { ground } from '../desk.cases.ts'
import { hasLocation } from '../gate/image.ts'
import { channelRoutes } from './routes.ts'
import { rebuildChannels } from './store.ts'

async function office(t: TestContext) {
  const made = await ground(t)
  const app = await testApp(testGround(made.platform.db))
  channelRoutes(app, made.platform)
  t.after(() => app.close())
  const headers = await sessionOf(testGround(made.platform.db), made.actor.personId)
  const root = `/api/organs/${made.organId}`
  const get = async (url: string) => (await app.inject({ url: root + url, headers })).json()
  const post = async (url: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url: root + url, headers, payload })
    return { status: answer.statusCode, ...answer.json() }
  }
  const upload = async (askId: string, name: string, bytes: Buffer) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)]), name)
    const request = new Request('http://gongkai.test', { method: 'POST', body: form })
    const answer = await app.inject({
      method: 'POST',
      url: `${root}/channel-files?ask=${askId}`,
      headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    return { status: answer.statusCode, ...answer.json() }
  }
  const raw = (url: string) => app.inject({ url: root + url, headers })
  return { ...made, get, post, upload, raw }
}

const wechat = {
  ...{ channel: 'wechat', name: '清溪民政', address: 'qingxi-minzheng', supervising: '清溪县人民政府办公室' },
  ...{ keeper: '蓝青', frequency: '每周两次', openedOn: '2024-05-06' },
}

/** A JPEG that says where it was taken: Exif with one directory that leads to a directory of places. */
function photograph(): Buffer {
  const tiff = Buffer.alloc(60)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x8825, 10)
  tiff.writeUInt16LE(4, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt32LE(26, 18)
  tiff.writeUInt16LE(1, 26)
  tiff.writeUInt16LE(1, 28)
  tiff.writeUInt16LE(2, 30)
  tiff.writeUInt32LE(2, 32)
  tiff.write('N\0', 36, 'latin1')
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 2)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, exif, Buffer.from([0xff, 0xd9])])
}

test('第二十三条: a published item went out by 微信 and on a village board; each with its proof, and counted once', async (t) => {
  const { publish, draft, get, post, upload, raw, platform, at } = await office(t)
  at('2026-03-12T02:00:00Z')
  const itemId = await publish()
  const { id: placeId } = await post('/channel-places', { askId: randomUUID(), seenSeq: 0, ...wechat })
  const send = (more: object) =>
    post('/channel-sendings', {
      ...{ askId: randomUUID(), itemId, channel: 'wechat', placeId, place: '', files: [], on: '2026-03-12' },
      ...{ address: 'https://mp.example.cn/s/991', ...more },
    })
  const askId = randomUUID()
  const first = await send({ askId })
  assert.equal(first.status, 200, JSON.stringify(first))
  assert.equal((await send({ askId })).id, first.id)
  const says = async (more: object) => {
    const { status, detail, errors } = await send(more)
    return [status, errors?.[0]?.message ?? detail]
  }
  assert.deepEqual(await says({ address: '' }), [422, '政务微信须填写可以打开的网址'])
  assert.deepEqual(await says({ on: '2026-03-13' }), [422, '发出日期不能晚于今天'])
  assert.deepEqual(await says({ on: '2026-02-13' }), [422, '发出日期不能早于成文日期（2026年3月2日）'])
  const board = { channel: 'board', placeId: undefined, place: '柳湾村公示栏', address: '' }
  assert.deepEqual(await says(board), [422, '公示栏须上传现场照片'])
  assert.deepEqual(await says({ itemId: await draft() }), [409, '只有已经公开的信息才能登记其他渠道'])
  const boardAsk = randomUUID()
  const kept = await upload(boardAsk, '柳湾村.jpg', photograph())
  assert.equal(kept.status, 200, JSON.stringify(kept))
  assert.equal((await send({ ...board, files: [kept.fileId] })).status, 404, 'a picture of another form')
  const second = await send({ ...board, askId: boardAsk, files: [kept.fileId] })
  assert.equal(second.status, 200, JSON.stringify(second))
  const picture = (await raw(`/channel-files/${kept.fileId}`)).rawPayload
  assert.deepEqual([hasLocation(photograph()), hasLocation(picture)], [true, false])
  const stored = await platform.db
    .selectFrom('file')
    .select('sealed')
    .where('file_id', '=', kept.fileId)
    .execute()
  assert.deepEqual(stored, [{ sealed: true }])
  const counts = await get('/publication-counts?year=2026')
  assert.deepEqual(
    counts.rows.map((row: Record<string, unknown>) => [row.channelLabel, row.items, row.months]),
    [
      ['政府网站', 1, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
      ['公示栏', 1, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
      ['政务微信', 1, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ],
  )
  const struck = await post(`/channel-sendings/${second.id}/striking`, {
    ...{ askId: randomUUID(), seenSeq: 1, reason: '照片拍错' },
  })
  assert.equal(struck.status, 200)
  const opened = await get('/publication-counts/items?channel=board&month=2026-03')
  assert.deepEqual(opened.rows, [])
  const { rows } = await get(`/channel-sendings?item=${itemId}`)
  assert.deepEqual(
    rows.map((row: Record<string, unknown>) => [row.channelLabel, row.place, row.struckOn, row.why]).sort(),
    [
      ['公示栏', '柳湾村公示栏', '2026-03-12', '照片拍错'],
      ['政务微信', '清溪民政', null, ''],
    ],
  )
})

test('国办发〔2018〕123号: an account two weeks without update is told; a note of an update or an item sent begins anew', async (t) => {
  const { publish, get, post, at } = await office(t)
  const { id: placeId } = await post('/channel-places', {
    ...{ askId: randomUUID(), seenSeq: 0, ...wechat, openedOn: '2026-03-02' },
  })
  const stands = async () => {
    const [row] = (await get('/channel-places')).rows
    return [row.state, row.lastOn, row.by]
  }
  assert.deepEqual(await stands(), ['well', null, '2026-03-16'])
  at('2026-03-14T02:00:00Z')
  assert.deepEqual(await stands(), ['soon', null, '2026-03-16'])
  at('2026-03-17T02:00:00Z')
  assert.deepEqual(await stands(), ['fails', null, '2026-03-16'])
  const note = { askId: randomUUID(), seenSeq: 1, on: '2026-03-16', about: '转发气象预警' }
  await post(`/channel-places/${placeId}/updates`, note)
  assert.deepEqual(await stands(), ['well', '2026-03-16', '2026-03-30'])
  const itemId = await publish()
  await post('/channel-sendings', {
    ...{ askId: randomUUID(), itemId, channel: 'wechat', placeId, place: '', files: [] },
    ...{ address: 'https://mp.example.cn/s/992', on: '2026-03-17' },
  })
  assert.deepEqual(await stands(), ['well', '2026-03-17', '2026-03-31'])
  await post(`/channel-places/${placeId}/closing`, {
    askId: randomUUID(),
    seenSeq: 2,
    reason: '并入县级账号',
  })
  assert.deepEqual((await stands())[0], 'closed')
})

test('第二十五条: what was published in a period goes to archive and library on a numbered list, in Word and as a table', async (t) => {
  const { publish, get, post, raw, platform, at } = await office(t)
  at('2026-03-12T02:00:00Z')
  await publish({ title: '关于春季征兵的通告', documentNumber: '清民发〔2026〕3号', kind: 'notice' })
  await publish()
  const make = (more: object = {}) =>
    post('/channel-lists', {
      ...{ askId: randomUUID(), list: 'transfer', from: '2026-03-01', until: '2026-03-12', ...more },
      ...{ recipient: '清溪县档案馆' },
    })
  const empty = await make({ from: '2026-02-01', until: '2026-02-28' })
  assert.deepEqual([empty.status, empty.detail], [409, '这段时间没有公开过信息，不能编制清单'])
  const { id } = await make()
  await make()
  const { rows } = await get('/channel-lists')
  assert.deepEqual(
    rows.map((row: Record<string, unknown>) => [row.numberLabel, row.items, row.recipient]).sort(),
    [
      ['移送〔2026〕1号', 2, '清溪县档案馆'],
      ['移送〔2026〕2号', 2, '清溪县档案馆'],
    ],
  )
  const sheet = (await raw(`/channel-lists/${id}/file?format=xlsx`)).rawPayload
  const table = await readTables('a.xlsx', sheet)
  assert.match(JSON.stringify(table), /关于春季征兵的通告/u)
  const paper = (await raw(`/channel-lists/${id}/file?format=docx`)).rawPayload
  assert.match(JSON.stringify(await readWordTables(paper)), /清民发〔2026〕3号/u)
  const signed = { askId: randomUUID(), seenSeq: 1, by: '档案馆 周岸', on: '2026-03-12' }
  assert.equal((await post(`/channel-lists/${id}/receipt`, signed)).status, 200)
  const again = await post(`/channel-lists/${id}/receipt`, { ...signed, askId: randomUUID(), seenSeq: 2 })
  assert.deepEqual([again.status, again.detail], [409, '已经登记过签收'])
  const all = async () => ({
    places: await platform.db.selectFrom('channel_place').selectAll().execute(),
    sent: await platform.db.selectFrom('channel_sent').selectAll().execute(),
    lists: await platform.db.selectFrom('channel_list').selectAll().orderBy('number').execute(),
    counts: await platform.db.selectFrom('publication_count').selectAll().orderBy('kind').execute(),
  })
  const before = await all()
  await sql`update channel_list set recipient = 'x'`.execute(platform.db)
  assert.equal(await rebuildChannels(platform.db), 2)
  assert.deepEqual(await all(), before)
})
