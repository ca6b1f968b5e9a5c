import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#platform/testing/database.ts'
import { type Append, append, appendMany, chained, read } from './ledger.ts'
import { verify } from './verify.ts'

const organId = '01900000-0000-7000-8000-000000000001'
const step = (given: Partial<Append>): Append => ({
  organId,
  duty: 'requests',
  caseId: '01900000-0000-7000-8000-0000000000aa',
  seenSeq: 0,
  facts: [{ type: 'received', happenedOn: '2026-03-02', body: { 标题: '低保标准', n: 1 } }],
  recordedBy: 'applicant',
  recordedAt: '2026-03-02T01:00:00.000Z',
  askId: randomUUID(),
  ...given,
})

test('the database itself refuses to change or delete a fact, to the program and to the owner', async (t) => {
  const { db, owner } = await testDatabase(t)
  await db.transaction().execute((tx) => append(tx, step({})))
  for (const who of [db, owner.db]) {
    await assert.rejects(sql`update fact set happened_on = '2026-03-03'`.execute(who), /denied|append-only/)
    await assert.rejects(sql`delete from fact`.execute(who), /denied|append-only/)
    await assert.rejects(sql`truncate fact`.execute(who), /denied|append-only/)
  }
  assert.equal((await read(db, organId, step({}).caseId)).length, 1)
})

test('a step sent twice is recorded once', async (t) => {
  const { db } = await testDatabase(t)
  const same = step({ askId: randomUUID() })
  const first = await db.transaction().execute((tx) => append(tx, same))
  const second = await db.transaction().execute((tx) => append(tx, same))
  assert.equal(first.kind, 'recorded')
  const facts = await read(db, organId, same.caseId)
  assert.deepEqual(second.kind === 'again' && second.facts, facts)
  assert.equal(facts.length, 1)
})

test('two people at the same case at once: one is told, nothing is lost', async (t) => {
  const { db } = await testDatabase(t)
  await db.transaction().execute((tx) => append(tx, step({})))
  const ask = (label: string) =>
    db
      .transaction()
      .execute((tx) =>
        append(
          tx,
          step({ seenSeq: 1, facts: [{ type: 'noted', happenedOn: '2026-03-03', body: { label } }] }),
        ),
      )
  const answers = await Promise.all([ask('甲'), ask('乙'), ask('丙')])
  assert.deepEqual(answers.map(({ kind }) => kind).sort(), ['movedOn', 'movedOn', 'recorded'])
  assert.equal((await read(db, organId, step({}).caseId)).length, 2)
})

test('verify finds one changed byte, and a fact that is gone', async (t) => {
  const { db, owner } = await testDatabase(t)
  const facts = Array.from({ length: 4 }, (_, i) => ({
    type: 'noted',
    happenedOn: '2026-03-02',
    body: { text: `第${i}条`, amount: 1.5 },
  }))
  const cases = Array.from({ length: 3 }, () => chained(step({ caseId: randomUUID(), facts }), undefined))
  await appendMany(db, cases.flat())
  assert.deepEqual(await verify(db), { facts: 12, cases: 3, broken: [] })

  const [first, second] = cases
  await sql`alter table fact disable trigger user`.execute(owner.db)
  await sql`update fact set body = jsonb_set(body, '{text}', '"第1 条"')
    where case_id = ${first?.[0]?.case_id} and seq = 2`.execute(owner.db)
  await sql`delete from fact where case_id = ${second?.[0]?.case_id} and seq = 3`.execute(owner.db)
  const { broken } = await verify(db)
  const found = broken.map(({ caseId, seq, why }) => `${caseId} ${seq} ${why}`).sort()
  const expected = [`${first?.[0]?.case_id} 2 changed`, `${second?.[0]?.case_id} 4 missingBefore`].sort()
  assert.deepEqual(found, expected)
})

test('verify sees every column: even a microsecond, a recorder or an id of the ask', async (t) => {
  const { db, owner } = await testDatabase(t)
  const changes = [
    sql`duty = 'remedies'`,
    sql`type = 'replied'`,
    sql`happened_on = '2026-03-03'`,
    sql`recorded_at = recorded_at + interval '1 microsecond'`,
    sql`recorded_by = 'system'`,
    sql`ask_id = ask_id || ' '`,
    sql`hash_before = '0'`,
    sql`hash = reverse(hash)`,
  ]
  const cases = changes.map(() => randomUUID())
  for (const caseId of cases) await db.transaction().execute((tx) => append(tx, step({ caseId })))
  await sql`alter table fact disable trigger user`.execute(owner.db)
  for (const [i, change] of changes.entries()) {
    await sql`update fact set ${change} where case_id = ${cases[i]}`.execute(owner.db)
  }
  const { broken } = await verify(db)
  assert.deepEqual(broken.map(({ caseId }) => caseId).sort(), cases.toSorted())
})

test('a step that saw more than there is is not recorded', async (t) => {
  const { db } = await testDatabase(t)
  await db.transaction().execute((tx) => append(tx, step({})))
  const ahead = await db.transaction().execute((tx) => append(tx, step({ seenSeq: 2 })))
  assert.deepEqual(ahead, { kind: 'movedOn', seq: 1 })
})

test('what jsonb cannot hold is taken out before the hash, so that the chain stays whole', async (t) => {
  const { db } = await testDatabase(t)
  const facts = [
    { type: 'noted', happenedOn: '2026-03-02', body: { text: 'a\0b\ud800c𠮷', none: undefined } },
  ]
  await db.transaction().execute((tx) => append(tx, step({ facts })))
  assert.deepEqual((await verify(db)).broken, [])
})
