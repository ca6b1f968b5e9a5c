import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { testOrgan } from '#platform/http/testing.ts'
import { renameOrgan } from '#platform/organs/changes.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { day } from '#time/day.ts'
import { itemAt, itemPage, portalOrgan, publishedYears } from './store.ts'
import type { ItemRow } from './tables.ts'

const today = day('2026-11-23')

async function ground(t: TestContext) {
  const { db }: TestDatabase = await testDatabase(t)
  const county = await testOrgan(db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const organId = await testOrgan(db, 'mzj', county, { name: '清溪县民政局' })
  let order = 0
  const publish = async (more: Partial<ItemRow> = {}) => {
    order += 1
    const row: ItemRow = {
      organ_id: organId,
      item_id: randomUUID(),
      seq: 1,
      index_number: `99MZJX000000000000/2026-${String(order).padStart(5, '0')}`,
      kind: 'notice',
      catalogue_code: '20-11',
      title: `第${order}件`,
      document_number: '',
      summary: '',
      body: '<p>正文</p>',
      formed_on: '2026-03-01',
      published_at: `2026-03-${String(order).padStart(2, '0')}T01:00:00.000Z`,
      validity: 'none',
      interprets: null,
      status: 'published',
      updated_at: '2026-03-01T01:00:00.000Z',
      ...more,
    }
    await db.insertInto('item_row').values(row).execute()
    return row
  }
  return { db, county, organId, publish }
}

const titles = (page: { entries: readonly { title: string }[] }) => page.entries.map(({ title }) => title)

test('a list goes on by key, newest first, and neither repeats nor skips an item', async (t) => {
  const { db, publish } = await ground(t)
  for (let i = 0; i < 5; i++) await publish()
  const first = await itemPage(db, { limit: 2, today })
  assert.deepEqual(titles(first), ['第5件', '第4件'])
  const second = await itemPage(db, { limit: 2, today, after: first.next ?? '' })
  assert.deepEqual(titles(second), ['第3件', '第2件'])
  const third = await itemPage(db, { limit: 2, today, after: second.next ?? '' })
  assert.deepEqual([titles(third), third.next], [['第1件'], null])
})

test('drafts and withdrawn items are in no list and at no address', async (t) => {
  const { db, publish } = await ground(t)
  await publish({ status: 'draft', published_at: null })
  const withdrawn = await publish({ status: 'withdrawn', title: '撤下的名单' })
  assert.deepEqual(titles(await itemPage(db, { limit: 9, today })), [])
  assert.equal(await itemAt(db, 'mzj', withdrawn.index_number.split('/')[1] ?? '', today), undefined)
})

test('a year is a year of Beijing: what was published on 1 January at 07:00 there belongs to the new one', async (t) => {
  const { db, publish } = await ground(t)
  await publish({ title: '元旦', published_at: '2025-12-31T23:00:00.000Z' })
  await publish({ title: '除夕前', published_at: '2025-12-31T15:59:00.000Z' })
  assert.deepEqual(titles(await itemPage(db, { year: 2026, limit: 9, today })), ['元旦'])
  assert.deepEqual(await publishedYears(db), [2026, 2025])
})

test('an item stands at the address its list gives, with its interpretation and what it interprets', async (t) => {
  const { db, publish } = await ground(t)
  const rule = await publish({ kind: 'normative', title: '办法', validity: 'repealed' })
  await publish({ kind: 'interpretation', title: '解读', interprets: rule.item_id })
  const [, entry] = (await itemPage(db, { limit: 2, today })).entries
  assert.equal(entry?.address, '/items/mzj/2026-00001')
  const item = await itemAt(db, 'mzj', '2026-00001', today)
  assert.deepEqual(
    item?.interpretedBy.map(({ title }) => title),
    ['解读'],
  )
  assert.equal((await itemAt(db, 'mzj', '2026-00002', today))?.interprets?.title, '办法')
})

test('an item bears the name that its organ bore on the day of publication', async (t) => {
  const { db, organId, publish } = await ground(t)
  await publish()
  const names = { name: '清溪县民政和社会工作局', shortName: '民社局', basis: '' }
  await renameOrgan(db, organId, { ...names, fromOn: day('2026-06-01'), today })
  assert.equal((await itemAt(db, 'mzj', '2026-00001', today))?.organName, '清溪县民政局')
})

test('the portal is that of the government which nothing stands above', async (t) => {
  const { db, county } = await ground(t)
  assert.equal((await portalOrgan(db, today))?.organId, county)
})
