import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#platform/testing/database.ts'
import { openDatabase } from './database.ts'

test('A legal day comes back as the text it was stored as, whatever the zone of the machine', async (t) => {
  const { db } = await testDatabase(t)
  const { rows } = await sql`select date '2026-11-21' as day, array[date '2026-02-28'] as days`.execute(db)
  assert.deepEqual(rows, [{ day: '2026-11-21', days: ['2026-02-28'] }])
})

test('An instant comes back as ISO text in UTC, to the millisecond or as fine as stored', async (t) => {
  const { db } = await testDatabase(t)
  const { rows } = await sql`select timestamptz '2026-11-21 08:00:00+08' as whole,
    timestamptz '2026-11-21 08:00:00.12+08' as part, timestamptz '2026-11-21 08:00:00.123456+08' as fine`.execute(
    db,
  )
  assert.deepEqual(rows, [
    {
      whole: '2026-11-21T00:00:00.000Z',
      part: '2026-11-21T00:00:00.120Z',
      fine: '2026-11-21T00:00:00.123456Z',
    },
  ])
})

test('A count is a number, and one too large to be exact is a fault', async (t) => {
  const { db } = await testDatabase(t)
  const { rows } =
    await sql`select count(*) as count, array[5::bigint] as list from schema_migration where number = 1`.execute(
      db,
    )
  assert.deepEqual(rows, [{ count: 1, list: [5] }])
  await assert.rejects(sql`select 9007199254740993::bigint`.execute(db), RangeError)
})

test('The program acts under its own role, also where the address brings options of its own', async (t) => {
  const { db, url } = await testDatabase(t)
  const role = sql<{
    role: string
    limit: string
  }>`select current_user as role, current_setting('work_mem') as limit`
  assert.equal((await role.execute(db)).rows[0]?.role, 'gongkai_app')
  const other = openDatabase(`${url}${url.includes('?') ? '&' : '?'}options=-c%20work_mem%3D7MB`)
  t.after(() => other.close())
  assert.deepEqual((await role.execute(other.db)).rows, [{ role: 'gongkai_app', limit: '7MB' }])
})

test('Two tests do not see each other', async (t) => {
  const one = await testDatabase(t)
  const two = await testDatabase(t)
  await sql`create table mine (id integer)`.execute(one.owner.db)
  await assert.rejects(sql`select * from mine`.execute(two.owner.db), /does not exist/)
})
