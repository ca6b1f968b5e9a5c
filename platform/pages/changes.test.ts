import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '#platform/database/database.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { clearOldChanges, followChanges } from './changes.ts'

async function ground(t: TestContext) {
  const { db, url } = await testDatabase(t)
  const one = await testOrgan(db, 'mzj')
  const other = await testOrgan(db, 'jyj')
  const change = (organId: string | null, on = db) =>
    sql`INSERT INTO page_change (organ_id) VALUES (${organId})`.execute(on)
  return { db, url, one, other, change, changes: followChanges(db) }
}

test('a change is known at the next look, and only by the pages that show that organ', async (t) => {
  const { one, other, change, changes } = await ground(t)
  const before = await changes.look()
  await change(one)
  await changes.look()
  assert.equal(changes.holds(before, [one]), false)
  assert.equal(changes.holds(before, [other]), true)
  assert.equal(changes.holds(before, 'all'), false)
})

test('a change of names or settings is a change of every page', async (t) => {
  const { db, one, changes } = await ground(t)
  const before = await changes.look()
  await sql`UPDATE organ_name SET short_name = '民政' WHERE organ_id = ${one}`.execute(db)
  await changes.look()
  assert.equal(changes.holds(before, []), false)
})

test('transactions that end in another order than they began are all seen, each once it has ended', async (t) => {
  const { db, url, one, other, change, changes } = await ground(t)
  const second = openDatabase(url, { connections: 1 })
  t.after(() => second.close())
  let begun = await changes.look()
  await db.transaction().execute(async (early) => {
    await change(one, early)
    await second.db.transaction().execute(async (late) => {
      await change(other, late)
    })
    await changes.look()
    assert.equal(changes.holds(begun, [other]), false)
    assert.equal(changes.holds(begun, [one]), true)
    begun = await changes.look()
  })
  await changes.look()
  assert.equal(changes.holds(begun, [one]), false)
  assert.equal(changes.holds(begun, [other]), true)
})

test('a hundred who ask at once share few questions, and whoever asks after a change knows of it', async (t) => {
  const { db, one, change, changes } = await ground(t)
  const before = await changes.look()
  let asked = 0
  const counting = followChanges(
    new Proxy(db, {
      get: (target, name) => {
        if (name === 'executeQuery') asked++
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    }),
  )
  await Promise.all(Array.from({ length: 100 }, () => counting.look()))
  assert.ok(asked <= 2, `${asked} questions`)
  for (let i = 0; i < 20; i++) {
    const since = await changes.look()
    const crowd = Array.from({ length: 10 }, () => changes.look())
    await change(one)
    await changes.look()
    assert.equal(changes.holds(since, [one]), false)
    await Promise.all(crowd)
  }
  assert.equal(changes.holds(before, [one]), false)
})

test('what every process has long seen is cleared away', async (t) => {
  const { db, one, change } = await ground(t)
  await sql`DELETE FROM page_change`.execute(db)
  await sql`INSERT INTO page_change (organ_id, at) VALUES (${one}, now() - interval '25 hours')`.execute(db)
  await change(one)
  await clearOldChanges(db)
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM page_change`.execute(db)
  assert.equal(rows[0]?.n, 1)
})
