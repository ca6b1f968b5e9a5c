import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { sessionOf, testApp, testGround, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { draftItem } from '../draft-item.ts'
import { itemPage } from '../store.ts'
import { type ExampleSheet, exampleXlsx } from './example.ts'
import { entriesOffered } from './offered.ts'
import { standardCatalogueRoutes } from './routes.ts'
import { keepDraft, newestEntries, publishDraft } from './store.ts'

const basis = '《社会救助暂行办法》（国务院令第649号）'
const relief: ExampleSheet = {
  name: '社会救助',
  title: '社会救助领域基层政务公开标准目录',
  rows: [
    [
      '低保',
      '政策法规',
      '文件名称、文号、全文',
      basis,
      '自信息形成之日起20个工作日内',
      '县民政局',
      '■政府网站 □政府公报\n■公开查阅点',
      '√',
      '',
      '√',
      '',
      '√',
      '√',
      '',
    ],
    [
      '',
      '对象名单',
      '姓名、保障人数',
      '同上',
      '每月更新',
      '同上',
      '□政府网站 ■社区/企事业单位/村公示栏（电子屏）',
      '',
      '低保对象',
      '√',
      '',
      '',
      '√',
      '√',
    ],
    [
      '临时救助',
      '年度预算',
      '资金安排',
      '同上',
      '每年1月31日前',
      '同上',
      '■政府网站',
      '■',
      '',
      '■',
      '',
      '■',
      '',
      '',
    ],
  ],
}

async function office(t: Parameters<typeof testPlatform>[0]) {
  const { platform, at } = await testPlatform(t, '2026-01-05T02:00:00Z')
  const organId = await testOrgan(platform.db, 'qxx', null, { kind: 'government' })
  const app = await testApp(testGround(platform.db))
  standardCatalogueRoutes(app, platform)
  t.after(() => app.close())
  const personId = await testPerson(platform.db, { username: 'bianmu', organId, roles: ['officeHead'] })
  const headers = await sessionOf(testGround(platform.db), personId)
  const url = `/api/organs/${organId}/standard-catalogues`
  const send = async (address: string, bytes: Uint8Array, name = '标准目录.xlsx') => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)]), name)
    const body = new Request('http://x', { method: 'POST', body: form })
    const payload = Buffer.from(await body.arrayBuffer())
    const type = body.headers.get('content-type') ?? ''
    return app.inject({
      method: 'POST',
      url: address,
      payload,
      headers: { ...headers, 'content-type': type },
    })
  }
  const get = (address: string) => app.inject({ url: address, headers })
  const post = (address: string) => app.inject({ method: 'POST', url: address, headers })
  const remove = (address: string) => app.inject({ method: 'DELETE', url: address, headers })
  return { platform, at, organId, url, send, get, post, remove }
}

const take = (url: string, ...tables: string[]) =>
  `${url}?${tables.map((each) => `table=${encodeURIComponent(each)}`).join('&')}`

test('国办发〔2019〕54号: a table with 同上 and boxes is checked, taken as a draft, published, and numbered for good', async (t) => {
  const { url, send, get, post } = await office(t)
  const file = await exampleXlsx([relief])
  const checked = (await send(`${url}/check`, file)).json()
  assert.deepEqual(
    checked.tables.map((each: Record<string, unknown>) => [
      each.field,
      each.label,
      each.entries,
      each.wrong,
      each.added,
    ]),
    [['17', '社会救助', 3, [], ['低保：政策法规', '低保：对象名单', '临时救助：年度预算']]],
  )
  assert.deepEqual((await get(url)).json().catalogues, [])
  const taken = await send(take(url, '0:17:'), file)
  assert.deepEqual(taken.json().taken, [{ field: '17', label: '社会救助', version: 1, entries: 3 }])
  assert.equal((await post(`${url}/17/publication`)).json().version, 1)
  const { entries } = (await get(`${url}/17`)).json()
  assert.deepEqual(
    entries.map((each: Record<string, unknown>) => [
      each.code,
      each.second,
      each.basis,
      each.subject,
      each.carriers,
      each.tiers,
    ]),
    [
      ['17-001', '政策法规', basis, '县民政局', ['政府网站', '公开查阅点'], ['county', 'town']],
      ['17-002', '对象名单', basis, '县民政局', ['社区/企事业单位/村公示栏（电子屏）'], ['town', 'village']],
      ['17-003', '年度预算', basis, '县民政局', ['政府网站'], ['county']],
    ],
  )
})

test('a new version keeps the number of an entry that keeps its name; what goes leaves its number behind', async (t) => {
  const { url, send, get, post } = await office(t)
  await send(take(url, '0:17:'), await exampleXlsx([relief]))
  await post(`${url}/17/publication`)
  const [first, second, third] = relief.rows
  const next = {
    ...relief,
    rows: [
      [...(third?.slice(0, 3) ?? []), basis, '每年1月31日前', '县民政局', ...(third?.slice(6) ?? [])],
      ['低保', '咨询电话', '电话号码', ...(first?.slice(3) ?? [])],
      [...(first ?? [])],
    ],
  }
  assert.ok(second)
  const file = await exampleXlsx([next])
  const [checked] = (await send(`${url}/check`, file)).json().tables
  assert.deepEqual(
    [checked.added, checked.changed, checked.ended],
    [['低保：咨询电话'], [], ['低保：对象名单']],
  )
  await send(take(url, '0:17:'), file)
  assert.equal((await post(`${url}/17/publication`)).json().version, 2)
  const { entries, versions } = (await get(`${url}/17`)).json()
  assert.deepEqual(
    entries.map((each: { code: string }) => each.code),
    ['17-003', '17-004', '17-001'],
  )
  assert.equal(versions.length, 2)
  assert.equal((await get(`${url}/17?version=1`)).json().entries.length, 3)
})

test('a catalogue with nine bad rows: the nine are listed, nothing is half in', async (t) => {
  const { url, send, get } = await office(t)
  const bad = Array.from({ length: 9 }, (_, i) => [
    '低保',
    `事项${i + 1}`,
    '内容',
    basis,
    '',
    '县民政局',
    '■政府网站',
    '√',
    '',
    '√',
    '',
    '√',
    '',
    '',
  ])
  const file = await exampleXlsx([{ ...relief, rows: [...relief.rows, ...bad] }])
  const refused = await send(take(url, '0:17:'), file)
  assert.equal(refused.statusCode, 422)
  assert.equal(refused.json().errors.length, 9)
  assert.equal(refused.json().errors[0].message, '“社会救助”第7行公开时限：没有填写公开时限')
  assert.deepEqual((await get(url)).json().catalogues, [])
})

test("several tables of one file: all or none, a field of the organ's own among them, no field twice", async (t) => {
  const { url, send, get } = await office(t)
  const own = { ...relief, name: '水利', title: '水利工程领域标准目录' }
  const file = await exampleXlsx([relief, own])
  const twice = await send(take(url, '0:17:', '1:17:'), file)
  assert.equal(twice.json().errors[0].message, '“水利”和另一张表选了同一个领域')
  const unnamed = await send(take(url, '0:17:', '1::'), file)
  assert.equal(unnamed.json().errors[0].message, '请为每张表选择领域，或者填写本地领域的名称')
  const taken = await send(take(url, '0:17:', '1::水利工程'), file)
  assert.deepEqual(
    taken.json().taken.map((each: { field: string }) => each.field),
    ['17', '50'],
  )
  assert.equal((await get(url)).json().catalogues.length, 2)
})

test('what is no table of this kind is told in a sentence', async (t) => {
  const { url, send } = await office(t)
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('甲').addRow(['姓名', '电话'])
  const [table] = (await send(`${url}/check`, Buffer.from(await workbook.xlsx.writeBuffer()))).json().tables
  assert.match(table.unclear, /没有找到表头/u)
  const broken = await send(`${url}/check`, new TextEncoder().encode('不是表格'))
  assert.match(broken.json().errors[0].message, /不能读取/u)
})

test('an entry whose day went by with nothing published is late, until an item stands under it', async (t) => {
  const { url, send, get, post, at, platform, organId } = await office(t)
  await send(take(url, '0:17:'), await exampleXlsx([relief]))
  await post(`${url}/17/publication`)
  const standings = async () =>
    (await get(`${url}/17`))
      .json()
      .entries.map((each: { standing: { label: string; since: string | null } }) => [
        each.standing.label,
        each.standing.since,
      ])
  assert.deepEqual(await standings(), [
    ['暂无内容', null],
    ['暂无内容', null],
    ['暂无内容', null],
  ])
  at('2026-02-01T02:00:00Z')
  // December's list: twenty working days after 31 December 2025, 4 January worked, end on 29 January.
  assert.deepEqual((await standings())[1], ['逾期未更新', '2026-01-29'])
  assert.deepEqual((await standings())[2], ['逾期未更新', '2026-01-31'])
  assert.deepEqual(
    (await get(url)).json().catalogues.map((each: { late: number }) => each.late),
    [2],
  )
  await sql`insert into item_row (organ_id, item_id, seq, index_number, kind, catalogue_code, title, body, formed_on, published_at, status, entry)
    values (${organId}, gen_random_uuid(), 0, 'x/1', 'budget', '20-07', '2026年临时救助资金安排', '', '2026-01-29', '2026-01-30T02:00:00Z', 'published', '17-003')`.execute(
    platform.db,
  )
  assert.deepEqual((await standings())[2], ['已公开', null])
})

test('a published version is never changed; a draft may be thrown away', async (t) => {
  const { url, send, post, remove, platform } = await office(t)
  await send(take(url, '0:17:'), await exampleXlsx([relief]))
  await post(`${url}/17/publication`)
  await assert.rejects(sql`update standard_catalogue set title = 'x'`.execute(platform.db), /not changed/u)
  assert.equal((await remove(`${url}/17/draft`)).statusCode, 404)
  await send(take(url, '0:17:'), await exampleXlsx([relief]))
  assert.equal((await remove(`${url}/17/draft`)).statusCode, 204)
})

test('an organ files what it publishes under its own catalogue, else under that of the nearest above, by its tier; each counts its own', async (t) => {
  const { platform, organId, url, send, post, get } = await office(t)
  const town = await testOrgan(platform.db, 'qyz', organId, { kind: 'town', level: 'town' })
  const personId = randomUUID()
  await send(take(url, '0:17:'), await exampleXlsx([relief]))
  await post(`${url}/17/publication`)
  const offered = async (organ: string) =>
    (await entriesOffered(platform, organ)).fields.map(({ field, organName, entries }) => [
      field,
      organName,
      ...entries.map(({ code, name }) => `${code} ${name}`),
    ])
  assert.deepEqual(await offered(organId), [
    ['17', '清溪县qxx局', '17-001 低保：政策法规', '17-003 临时救助：年度预算'],
  ])
  assert.deepEqual(await offered(town), [
    ['17', '清溪县qxx局', '17-001 低保：政策法规', '17-002 低保：对象名单'],
  ])

  const file = async (organ: string, entry: string) => {
    const itemId = randomUUID()
    const content = { title: '低保对象名单公示', catalogue: '20-11', entry }
    const drafted = await draftItem(platform, organ, { personId }, { itemId, content })
    await sql`update item_row set status = 'published', published_at = '2026-01-05T02:00:00Z'
      where item_id = ${itemId}`.execute(platform.db)
    return drafted
  }
  assert.equal((await file(town, '17-002')).kind, 'done')
  const unknown = await file(town, '17-099')
  assert.deepEqual(unknown.kind === 'invalid' && unknown.errors, [
    { field: 'entry', message: '标准目录里没有这个事项，请重新选择' },
  ])
  const counted = async () =>
    (await get(`${url}/17`)).json().entries.map((each: { items: number }) => each.items)
  assert.deepEqual(await counted(), [0, 1, 0])
  const under = { entry: '17-002', organId }
  const listed = async () =>
    (await itemPage(platform.db, { under, limit: 5, today: platform.today() })).entries
  assert.equal((await listed()).length, 1)

  const [, second = assert.fail()] = await newestEntries(platform.db, organId, '17')
  const at = '2026-01-05T02:00:00Z'
  await platform.db.transaction().execute(async (tx) => {
    const own = { organId: town, field: '17', label: '社会救助', title: '', source: '' }
    await keepDraft(tx, { ...own, entries: [second.entry], by: personId, at })
    await publishDraft(tx, { organId: town, field: '17', by: personId, at })
  })
  assert.deepEqual(await offered(town), [['17', '清溪县qyz局', '17-001 低保：对象名单']])
  assert.deepEqual(await counted(), [0, 0, 0])
  assert.equal((await listed()).length, 0)
})
