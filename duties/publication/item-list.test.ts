import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { itemList } from './item-list.ts'

const actor = { personId: '99000000-0000-4000-a000-000000000001' }

test('words are found in every item of an organ however far down its list, in every order, page after page', async (t) => {
  const { platform } = await testPlatform(t, '2026-11-23T01:00:00Z')
  const organId = await testOrgan(platform.db, 'qxx', null, { kind: 'government' })
  const other = await testOrgan(platform.db, 'qxy', null, { kind: 'government' })
  // Of 3,500 items one in five hundred is of the reservoir, the older ones withdrawn.
  await sql`
    INSERT INTO item_row (organ_id, item_id, seq, index_number, kind, catalogue_code, title, body, formed_on, published_at,
      status, touched_at)
    SELECT organ, gen_random_uuid(), 1, 'qx/2026-' || n, 'notice', '20-11',
      CASE WHEN n % 500 = 0 THEN '石门水库100%_蓄水通告' ELSE '工作通知' END || n, '', date '2026-01-01' + n % 300,
      timestamptz '2026-01-01' + n * interval '1 hour', CASE WHEN n < 1600 THEN 'withdrawn' ELSE 'published' END,
      timestamptz '2026-02-01' + n * interval '1 minute'
    FROM generate_series(1, 3500) n, unnest(ARRAY[${organId}, ${other}]::uuid[]) organ`.execute(platform.db)
  const found = async (ask: Parameters<typeof itemList>[3]): Promise<string[]> => {
    const titles: string[] = []
    let after: string | undefined
    do {
      const page = await itemList(platform, organId, actor, { ...ask, ...(after ? { after } : {}) })
      titles.push(...page.rows.map(({ title }) => title.replace(/^\D+(?:100%_)?\D+/u, '')))
      after = page.next ?? undefined
    } while (after)
    return titles
  }
  const newest = ['3500', '3000', '2500', '2000', '1500', '1000', '500']
  assert.deepEqual(await found({ q: '水库', limit: 2 }), newest)
  assert.deepEqual(await found({ q: '石' }), newest)
  assert.deepEqual(await found({ q: '库100%_蓄' }), newest)
  assert.deepEqual(await found({ q: '水库', sort: 'published', limit: 3 }), newest.slice(0, 4))
  // Formed 300 days in turn: 2,000 and 500 on the 201st, 2,500 and 1,000 on the 101st, 3,000 and 1,500 on the first.
  assert.deepEqual(
    (await found({ q: '水库', sort: 'formed', limit: 2 })).map((n) => Number(n) % 300),
    [200, 200, 200, 100, 100, 0, 0],
  )
  assert.deepEqual(await found({ q: 'qx/2026-17', limit: 200, sort: 'published' }), [
    ...Array.from({ length: 100 }, (_, i) => `${1799 - i}`),
  ])
  assert.deepEqual(await found({ q: '没有的词' }), [])
})
