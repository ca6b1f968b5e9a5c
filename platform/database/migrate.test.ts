import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#platform/testing/database.ts'
import { type Migration, migrate, migrationsIn } from './migrate.ts'

const step = (number: number, text: string): Migration => ({
  number,
  name: `${number}-test.sql`,
  sql: text,
  sha256: `hash of ${text}`,
})

const tablesIn = async ({ owner }: Awaited<ReturnType<typeof testDatabase>>): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relname like 'step%' and relkind = 'r' order by 1`.execute(
    owner.db,
  )
  return rows.map(({ name }) => name)
}

test('The numbered files stand in one sequence without a double number', () => {
  const numbers = migrationsIn().map(({ number }) => number)
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].toSorted((a, b) => a - b),
  )
})

test('A file is run once, also by programs that start together', async (t) => {
  const database = await testDatabase(t)
  const steps = [step(9001, 'create table step1 (id int)'), step(9002, 'create table step2 (id int)')]
  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.url, steps)))
  assert.deepEqual(ran.flat().sort(), ['9001-test.sql', '9002-test.sql'])
  assert.deepEqual(await migrate(database.url, steps), [])
  assert.deepEqual(await tablesIn(database), ['step1', 'step2'])
})

test('A file that fails leaves nothing of itself, and names its line', async (t) => {
  const database = await testDatabase(t)
  const steps = [
    step(9001, 'create table step1 (id int)'),
    step(9002, 'create table step2 (id int);\n\nselect nonsense'),
  ]
  await assert.rejects(migrate(database.url, steps), {
    code: 'migrationFailed',
    message: /9002-test\.sql 第 3 行：column "nonsense" does not exist/,
  })
  assert.deepEqual(await tablesIn(database), ['step1'])
})

test('A file changed after it ran is refused, and no later one is run', async (t) => {
  const database = await testDatabase(t)
  await migrate(database.url, [step(9001, 'create table step1 (id int)')])
  const changed = [step(9001, 'create table step1 (id bigint)'), step(9002, 'create table step2 (id int)')]
  await assert.rejects(migrate(database.url, changed), { code: 'migrationChanged' })
  assert.deepEqual(await tablesIn(database), ['step1'])
})

test('A server out of reach is told in one Chinese line', async () => {
  await assert.rejects(migrate('postgres://nobody@127.0.0.1:9/none'), {
    code: 'databaseNotReached',
    message: /^连接不上数据库：.*GONGKAI_DATABASE_URL.*$/,
  })
})
