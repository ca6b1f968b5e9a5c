import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '#platform/database/database.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { day } from '#time/day.ts'
import { itemsChanged } from '../changed.ts'
import { freshVectors, rebuildSearch } from './rebuild.ts'
import { searchItems } from './search.ts'

const today = day('2026-11-23')

/** A bureau with so many published notices about 防汛, and a visitor with connections of their own. */
async function ground(t: TestContext, items: number) {
  const { platform, database } = await testPlatform(t, '2026-11-23T01:00:00Z')
  const { db } = platform
  const organId = await testOrgan(db, 'yjj', null, { name: '清溪县应急管理局' })
  const publish = (many: number) =>
    db.transaction().execute(async (tx) => {
      const rows = Array.from({ length: many }, () => ({
        ...{ organ_id: organId, item_id: randomUUIDv7(), seq: 0, catalogue_code: '20-01', kind: 'notice' },
        ...{ title: '防汛通知', document_number: '', summary: '', body: '<p>正文</p>', validity: 'none' },
        ...{ interprets: null, formed_on: '2026-01-05', status: 'published', index_number: randomUUIDv7() },
        ...{ updated_at: '2026-01-05T02:00:00.000Z', published_at: '2026-01-05T02:00:00.000Z' },
      }))
      await tx.insertInto('item_row').values(rows).execute()
      const ids = rows.map(({ item_id }) => item_id)
      await itemsChanged(tx, organId, ids)
      return ids
    })
  const ids = await publish(items)
  const visitor = openDatabase(database.url, { connections: 2 })
  t.after(() => visitor.close())
  const count = async () => (await searchItems(visitor.db, { words: '防汛', limit: 1, today })).total
  return { db, owner: database.owner.db, visitor: visitor.db, organId, ids, publish, count }
}

test('While the index is rebuilt searches go on and find everything; what was wrong in it is right afterwards', async (t) => {
  const { db, ids, publish, count } = await ground(t, 600)
  const [lost = '', changed = ''] = ids
  await sql`DELETE FROM item_search WHERE item_id = ${lost}`.execute(db)
  await sql`UPDATE item_search SET tsv = '''无关''' WHERE item_id = ${changed}`.execute(db)
  await sql`INSERT INTO item_search (organ_id, item_id, published_at, year, kind, validity, tsv)
    SELECT organ_id, gen_random_uuid(), published_at, year, kind, validity, tsv FROM item_search LIMIT 1`.execute(
    db,
  )
  const during: number[] = []
  const gone = await rebuildSearch(db, async () => {
    await publish(1)
    during.push(await count())
  })
  assert.equal(during.length >= 2, true)
  assert.equal(
    during.every((found) => found >= 600),
    true,
    String(during),
  )
  assert.equal(await count(), 600 + during.length)
  assert.equal(gone >= 600, true)
})

test('An item that somebody is changing meanwhile is neither waited for nor overwritten with what it was', async (t) => {
  const { db, visitor, organId, ids, count } = await ground(t, 3)
  const [mine = ''] = ids
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const change = visitor.transaction().execute(async (tx) => {
    await sql`UPDATE item_row SET title = '抗旱通知' WHERE item_id = ${mine}`.execute(tx)
    begun.resolve()
    await held
    await itemsChanged(tx, organId, [mine])
  })
  await begun.promise
  await rebuildSearch(db, () => letGo())
  await change
  assert.equal(await count(), 2)
})

test('The indexes are built anew beside the old ones: nobody who reads or publishes waits', async (t) => {
  const { owner, visitor, publish, count } = await ground(t, 20)
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const reading = Promise.withResolvers<void>()
  // An old reader keeps the new index from taking the place of the old one.
  const reader = visitor.transaction().execute(async (tx) => {
    await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`.execute(tx)
    await sql`SELECT count(*) FROM item_search`.execute(tx)
    reading.resolve()
    await held
  })
  await reading.promise
  let ended = false
  const fresh = freshVectors(owner).then(() => {
    ended = true
  })
  for (let n = 1; n <= 3; n++) {
    await publish(1)
    assert.equal(await count(), 20 + n)
  }
  assert.equal(ended, false)
  letGo()
  await Promise.all([reader, fresh])
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indrelid IN ('item_search'::regclass, 'item_sample'::regclass) AND i.indisvalid AND c.relname ~ 'vector' ORDER BY 1`.execute(
    owner,
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['item_sample_vector', 'item_search_vector'],
  )
  assert.equal(await count(), 23)
})
