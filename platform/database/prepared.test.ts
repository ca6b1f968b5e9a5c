import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pool } from 'pg'
import { testDatabase } from '#platform/testing/database.ts'
import { prepareInserts } from './prepared.ts'

test('An insert asked again and again is prepared once on its connection, and goes on when its table gets another column', async (t) => {
  const { url } = await testDatabase(t)
  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('connect', (client) => prepareInserts(client))
  await pool.query('CREATE TABLE sheet (n integer, note text)')
  const add = (n: number) => pool.query('insert into "sheet" ("n", "note") values ($1, $2)', [n, `第${n}页`])
  const prepared = async () => {
    const { rows } = await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements')
    return rows.map(({ statement }) => statement)
  }
  for (let n = 1; n < 20; n++) await add(n)
  assert.deepEqual(await prepared(), [])
  for (let n = 20; n <= 60; n++) await add(n)
  assert.deepEqual(await prepared(), ['insert into "sheet" ("n", "note") values ($1, $2)'])
  await pool.query(`ALTER TABLE sheet ADD COLUMN seen boolean NOT NULL DEFAULT false`)
  await add(61)
  await assert.rejects(pool.query('insert into "sheet" ("n", "note") values ($1, $2)', ['x', '']))
  await add(62)
  const { rows } = await pool.query(
    'SELECT count(*)::int AS count, max(note) FILTER (WHERE n = 62) AS last FROM sheet',
  )
  assert.deepEqual(rows, [{ count: 62, last: '第62页' }])
  await pool.end()
})

test('A question is planned each time it is asked, and what gives back every column is not kept', async (t) => {
  const { url } = await testDatabase(t)
  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('connect', (client) => prepareInserts(client))
  await pool.query('CREATE TABLE sheet (n integer)')
  for (let n = 0; n < 40; n++) {
    await pool.query('insert into "sheet" ("n") values ($1) returning *', [n])
    await pool.query('select "n" from "sheet" where "n" = $1', [n])
  }
  assert.deepEqual((await pool.query('SELECT statement FROM pg_prepared_statements')).rows, [])
  await pool.query('ALTER TABLE sheet ADD COLUMN note text')
  const { rows } = await pool.query('insert into "sheet" ("n") values ($1) returning *', [40])
  assert.deepEqual(rows, [{ n: 40, note: null }])
  await pool.end()
})
