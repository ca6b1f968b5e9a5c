import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { testDatabase } from '#platform/testing/database.ts'
import { referenceTables } from './reference-tables.ts'
import type { Database } from './schema.ts'

type Key = { table: string; name: string; first: string | null; to: string | null }

// Unique indexes include those of primary keys and unique constraints.
const keys = sql<Key>`
  select t.relname as table, x.relname as name, a.attname as first, null as to
  from pg_index i
    join pg_class t on t.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
  where t.relnamespace = 'public'::regnamespace and i.indisunique
  union all
  select t.relname, c.conname, a.attname, f.relname
  from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_class f on f.oid = c.confrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
  where t.relnamespace = 'public'::regnamespace and c.contype = 'f'
  order by 1, 2`

const tables = sql<{ name: string; keyed: boolean }>`
  select t.relname as name, exists (
    select from pg_index i where i.indrelid = t.oid and i.indisprimary) as keyed
  from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') order by 1`

const isReference = (table: string): boolean => referenceTables.some((name) => name === table)

// A key of a distributed table begins with organ_id; no reference table points to a distributed one.
function misplaced({ table, name, first, to }: Key): string[] {
  if (isReference(table)) {
    return to !== null && !isReference(to) ? [`${name}: reference table ${table} points to ${to}`] : []
  }
  if (first === 'organ_id') return []
  return [`${name}: ${table} begins with ${first ?? 'an expression'}`]
}

const misplacedIn = async (db: Kysely<Database>): Promise<string[]> =>
  (await keys.execute(db)).rows.flatMap(misplaced)

test('Every key of a distributed table begins with organ_id', async (t) => {
  const { owner } = await testDatabase(t)
  assert.deepEqual(await misplacedIn(owner.db), [])
})

test('Every table has a primary key, and the list of reference tables names only tables', async (t) => {
  const { owner } = await testDatabase(t)
  const { rows } = await tables.execute(owner.db)
  assert.deepEqual(
    rows.filter(({ keyed }) => !keyed),
    [],
  )
  const names = rows.map(({ name }) => name)
  assert.deepEqual(
    referenceTables.filter((name) => !names.includes(name)),
    [],
  )
})

test('A key that does not begin with organ_id is found, whatever sort of key it is', async (t) => {
  const { owner } = await testDatabase(t)
  await sql`create table wrong (
    id integer constraint w_primary primary key,
    organ_id uuid, number text, other uuid,
    constraint w_unique unique (number, organ_id),
    constraint w_right unique (organ_id, number),
    constraint w_foreign foreign key (other, organ_id) references wrong_target (a, organ_id))`.execute(
    await withTarget(owner.db),
  )
  await sql`create unique index w_expression on wrong (lower(number), organ_id)`.execute(owner.db)
  const found = (await misplacedIn(owner.db)).map((line) => line.split(':')[0])
  assert.deepEqual(found, ['w_expression', 'w_foreign', 'w_primary', 'w_unique', 'wt_primary'])
})

async function withTarget(db: Kysely<Database>): Promise<Kysely<Database>> {
  await sql`create table wrong_target (a uuid, organ_id uuid, constraint wt_primary primary key (a, organ_id))`.execute(
    db,
  )
  return db
}
