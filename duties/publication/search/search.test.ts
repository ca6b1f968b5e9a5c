import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Insertable } from 'kysely'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { day } from '#time/day.ts'
import { itemsChanged } from '../changed.ts'
import type { ItemTable } from '../tables.ts'
import type { SearchAnswer } from './contract.ts'
import { publishedAnswers, search, suggest } from './desk.ts'
import { takeTextJob } from './files.ts'
import { searchItems } from './search.ts'
import { searchTasks } from './tasks.ts'
import { gatherWords } from './words.ts'

const today = day('2026-11-23')

/** A county with a bureau; `publish` writes an item as the desk does, with what follows from it. */
async function ground(t: Parameters<typeof testPlatform>[0]) {
  const { platform } = await testPlatform(t, '2026-11-23T01:00:00Z')
  const { db } = platform
  const county = await testOrgan(db, 'qxx', null, { kind: 'government', name: '清溪县人民政府' })
  const civil = await testOrgan(db, 'mzj', county, { name: '清溪县民政局' })
  let number = 0
  const write = async (row: Insertable<ItemTable>) =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('item_row')
        .values(row)
        .onConflict((c) =>
          c
            .columns(['organ_id', 'item_id'])
            .doUpdateSet({ status: row.status, body: row.body, published_at: row.published_at }),
        )
        .execute()
      await itemsChanged(tx, row.organ_id, [row.item_id])
    })
  const publish = async (more: Partial<Insertable<ItemTable>> = {}) => {
    number++
    const row = {
      ...{ organ_id: civil, item_id: randomUUIDv7(), seq: 0, catalogue_code: '20-01', kind: 'notice' },
      ...{ title: `第${number}件`, document_number: '', summary: '', body: '<p>正文</p>', validity: 'none' },
      ...{ index_number: `11990421MB0000001X/2026-${String(number).padStart(5, '0')}`, interprets: null },
      ...{ formed_on: '2026-01-05', status: 'published', updated_at: '2026-01-05T02:00:00.000Z' },
      published_at: `2026-01-05T02:${String(number).padStart(2, '0')}:00.000Z`,
      ...more,
    }
    await write(row)
    return row
  }
  const titlesOf = (answer: SearchAnswer) => answer.entries.map(({ title }) => title)
  const find = async (q: string, more: object = {}) => titlesOf(await search(platform, { q, ...more }, 'v'))
  return { platform, db, county, civil, publish, write, find }
}

test('What is published is found by its title, its text, its number and its index number', async (t) => {
  const { publish, find } = await ground(t)
  await publish({ title: '关于低保标准的通知', document_number: '清民发〔2026〕3号' })
  await publish({ title: '养老服务', body: '<p>每月发放<b>2</b>00元</p><p>由乡镇受理</p>' })
  for (const typed of [
    '清民发〔2026〕3号',
    '清民发[2026]3号',
    '（2026）第3号',
    '11990421MB0000001X/2026-00001',
    '2026-00001',
    '低保標準',
  ])
    assert.deepEqual(await find(typed), ['关于低保标准的通知'], typed)
  assert.deepEqual(await find('乡镇受理'), ['养老服务'])
  assert.deepEqual(await find('200元'), ['养老服务'])
})

test('Words in quotation marks stand together; without them each must be there', async (t) => {
  const { publish, find } = await ground(t)
  await publish({ title: '甲', body: '<p>农村困难群众的低保</p>' })
  await publish({ title: '乙', body: '<p>农村低保对象</p>' })
  assert.deepEqual(await find('农村低保', { order: 'newest' }), ['乙', '甲'])
  assert.deepEqual(await find('“农村低保”'), ['乙'])
})

test('The title comes before the text, the phrase before the words; the newest first when asked so', async (t) => {
  const { publish, find } = await ground(t)
  await publish({ title: '村级低保名单' })
  await publish({ title: '丙', body: '<p>低保的标准</p>' })
  await publish({ title: '丁', body: '<p>低保标准</p>' })
  await publish({ title: '戊', body: '<p>标准，低保</p>' })
  assert.deepEqual(await find('低保标准'), ['丁', '戊', '丙'])
  assert.deepEqual(await find('低保'), ['村级低保名单', '戊', '丁', '丙'])
  assert.deepEqual(await find('低保', { order: 'newest' }), ['戊', '丁', '丙', '村级低保名单'])
})

test('An abbreviation finds the whole name and the whole name the abbreviation', async (t) => {
  const { publish, find } = await ground(t)
  await publish({ title: '最低生活保障标准' })
  await publish({ title: '农村低保提标' })
  assert.deepEqual(await find('低保'), ['农村低保提标', '最低生活保障标准'])
  assert.deepEqual(await find('最低生活保障'), ['最低生活保障标准', '农村低保提标'])
})

test('What is withdrawn is found no more, and what is amended by its new words only', async (t) => {
  const { publish, write, find } = await ground(t)
  const row = await publish({ title: '公示', body: '<p>拟补贴名单</p>' })
  assert.deepEqual(await find('补贴'), ['公示'])
  await write({ ...row, body: '<p>拟资助名单</p>' })
  assert.deepEqual([await find('“补贴”'), await find('资助')], [[], ['公示']])
  await write({ ...row, status: 'withdrawn' })
  assert.deepEqual(await find('资助'), [])
})

test('Counts by organ, kind, year and validity; each narrows to what it says', async (t) => {
  const { platform, publish, county } = await ground(t)
  await publish({ title: '防汛预案', kind: 'normative', validity: 'repealed' })
  await publish({ title: '防汛通知', published_at: '2025-12-31T16:30:00.000Z' })
  await publish({
    title: '防汛会议',
    organ_id: county,
    kind: 'news',
    published_at: '2025-03-05T01:00:00.000Z',
  })
  const all = await search(platform, { q: '防汛' }, 'v')
  assert.deepEqual([all.total, all.about], [3, false])
  assert.deepEqual(all.counts.organ, [
    { value: 'mzj', label: '清溪县民政局', count: 2 },
    { value: 'qxx', label: '清溪县人民政府', count: 1 },
  ])
  assert.deepEqual(
    all.counts.year.map(({ label, count }) => [label, count]),
    [
      ['2026年', 2],
      ['2025年', 1],
    ],
  )
  const narrow = async (more: object) =>
    (await search(platform, { q: '防汛', ...more }, 'v')).entries.map((e) => e.title)
  assert.deepEqual(await narrow({ organ: 'qxx' }), ['防汛会议'])
  assert.deepEqual(await narrow({ validity: 'repealed' }), ['防汛预案'])
  assert.deepEqual(await narrow({ year: '2025' }), ['防汛会议'])
  assert.deepEqual(await narrow({ kind: 'notice', year: '2026' }), ['防汛通知'])
})

test('Some hundred matches are counted exactly, synonyms and long words too: what only seems to hold them is not counted', async (t) => {
  const { platform, db, publish, write, county } = await ground(t)
  const seeming = '最低气温，高低生态，生活，救活保全，保障'
  const bodies = [
    ...Array<string>(180).fill('<p>农村低保</p>'),
    ...Array<string>(120).fill('<p>城市最低生活保障</p>'),
    ...['<p>最低<strong>生活</strong>保障</p>', '<p>農村最低生活保障對象</p>'],
    ...[`<p>${seeming}</p>`, `<p>${seeming}</p><img src="/1.png" alt="最低生活保障">`, `<p>${seeming}一</p>`],
  ]
  const { title: _, ...row } = await publish({ title: '低保' })
  await write({ ...row, title: '低保', status: 'withdrawn' })
  const rows = bodies.map((body, i) => ({
    ...{ ...row, item_id: randomUUIDv7(), body, index_number: `甲/2026-${i}`, title: `第${i}件` },
    ...{ kind: i % 3 ? 'notice' : 'news', organ_id: i < 100 ? county : row.organ_id },
  }))
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('item_row').values(rows).execute()
    for (const [organId, each] of Map.groupBy(rows, (one) => one.organ_id))
      await itemsChanged(
        tx,
        organId,
        each.map((one) => one.item_id),
      )
  })
  for (const q of ['低保', '最低生活保障']) {
    const { total, about, counts } = await search(platform, { q }, 'v')
    assert.deepEqual([total, about], [302, false], q)
    // Of the 302, every third is news, beginning with the first: 101.
    assert.deepEqual(
      [counts.organ.map(({ count }) => count), counts.kind.map(({ count }) => count)],
      [
        [202, 100],
        [201, 101],
      ],
    )
  }
  const narrow = await search(platform, { q: '最低生活保障', organ: 'qxx' }, 'v')
  assert.deepEqual([narrow.total, narrow.about], [100, false])
})

test('Pages follow one another without a gap, and every entry stands once', async (t) => {
  const { db, publish } = await ground(t)
  for (let i = 0; i < 7; i++)
    await publish(i % 2 ? { title: `水利工程${i}` } : { body: `<p>水利工程${i}</p>` })
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: SearchAnswer = await searchItems(db, {
      words: '水利工程',
      limit: 2,
      today,
      after: after || undefined,
    })
    assert.equal(page.total, 7)
    seen.push(...page.entries.map(({ itemId }) => itemId))
    after = page.next
  }
  assert.deepEqual([seen.length, new Set(seen).size], [7, 7])
})

test('Nothing found: what was perhaps meant, else what holds a part of the words', async (t) => {
  const { platform, publish, county } = await ground(t)
  await publish({ title: '财政预算公开' })
  await publish({ title: '财政预算草案' })
  await gatherWords(platform.db, county)
  const meant = await search(platform, { q: '财政玉算' }, 'v')
  assert.deepEqual([meant.near, meant.entries.length], [{ how: 'corrected', words: '财政预算' }, 2])
  const typed = await search(platform, { q: 'caizhengyusuan' }, 'v')
  assert.equal(typed.near?.words, '财政预算')
  const fewer = await search(platform, { q: '预算 草案 海洋' }, 'v')
  assert.deepEqual([fewer.near?.how, fewer.entries.length], ['fewer', 1])
  assert.deepEqual(await suggest(platform, 'czys'), {
    words: ['财政预算'],
    titles: [
      { title: '财政预算草案', address: '/items/mzj/11990421MB0000001X~2026-00002' },
      { title: '财政预算公开', address: '/items/mzj/11990421MB0000001X~2026-00001' },
    ],
  })
})

test('The same search answers before a request is filed', async (t) => {
  const { db, publish } = await ground(t)
  await publish({ title: '2025年农村最低生活保障标准' })
  await publish({ title: '校车路线' })
  const titles = async (words: string) =>
    (await publishedAnswers(db, words, { limit: 5, today })).map(({ title }) => title)
  assert.deepEqual(await titles('2025年农村低保标准'), ['2025年农村最低生活保障标准'])
  assert.deepEqual(await titles('海洋渔业'), [])
})

test('Marks are text: what stands in a document or a query is never HTML', async (t) => {
  const { platform, publish } = await ground(t)
  await publish({ title: '关于<b>低保</b>', body: '<p>请见 &lt;script&gt;alert(1)&lt;/script&gt; 低保</p>' })
  const { entries } = await search(platform, { q: '低保' }, 'v')
  assert.deepEqual(entries[0]?.titlePieces, [
    { text: '关于<b>', hit: false },
    { text: '低保', hit: true },
    { text: '</b>', hit: false },
  ])
  assert.deepEqual(entries[0]?.excerpt.at(-1), { text: '低保', hit: true })
})

test('The text of an attachment is searched; a sealed one and one that is not shown never', async (t) => {
  const { platform, publish, write, find, civil } = await ground(t)
  const { db } = platform
  const row = await publish({ title: '公示', status: 'draft', published_at: null })
  const at = platform.now().toISOString()
  const keep = async (name: string, text: string, sealed = false) => {
    const file = {
      organId: civil,
      caseId: row.item_id,
      name,
      bytes: Buffer.from(text),
      sealed,
      by: 'system',
      at,
    }
    assert.equal((await platform.files.store(db, file)).kind, 'stored')
  }
  await keep('石桥村名单.txt', '护林员补助发放对象')
  await keep('内部.txt', '评审专家打分', true)
  await write({ ...row, status: 'published', published_at: at, body: '<p>见附件</p>' })
  const work = searchTasks(platform)[takeTextJob]
  await db.transaction().execute(async (tx) => work?.(tx, { organId: civil, itemId: row.item_id }))
  const { entries } = await search(platform, { q: '“护林员补助”' }, 'v')
  assert.deepEqual(
    entries[0]?.excerpt.map(({ text }) => text),
    ['附件：', '石桥村名单.txt ', '护林员补助', '发放对象'],
  )
  assert.deepEqual(await find('石桥村名单'), ['公示'])
  assert.deepEqual(await find('“评审专家”'), [])
})
