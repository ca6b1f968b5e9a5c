import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testOrgan } from '#platform/http/testing.ts'
import { moveOrgan } from '#platform/organs/changes.ts'
import { day } from '#time/day.ts'
import { ground, person } from './desk.cases.ts'

test('第四十六、四十七条: the head sees what is due and who holds it; the organ above sees figures without names or titles', async (t) => {
  const { register, done, platform, organId, at, api } = await ground(t, '2026-03-20T01:00:00Z')
  const county = await testOrgan(platform.db, 'XZF', null, { kind: 'government' })
  await moveOrgan(platform.db, {
    organId,
    axis: 'region',
    parentId: county,
    fromOn: day('2020-01-01'),
    today: platform.today(),
  })
  const late = await register('2026-02-24')
  const today = await register('2026-03-05', { title: '财政决算' })
  await register('2026-03-06', { title: '征地批复' })
  const answered = await register('2026-03-09', { title: '环评批复' })
  await done(late.caseId, 'claim')
  const parts = [{ what: '环评批复', outcome: 'G1', states: { where: '本机关网站' } }]
  await done(answered.caseId, 'claim')
  await done(answered.caseId, 'extend', { workingDays: 5, reason: '需要查阅档案' })
  at('2026-03-23T01:00:00Z')
  await done(answered.caseId, 'draft', { parts })
  await done(answered.caseId, 'review', { passed: true, opinion: '同意' })
  await done(answered.caseId, 'decide')
  await done(answered.caseId, 'serve', { method: 'online' })
  at('2026-04-02T01:00:00Z')
  const { as, signedIn } = await api()
  const url = `/api/organs/${organId}/request-supervision`
  const own = (await (await as('officeHead')).ask('GET', url)).json()
  assert.deepEqual(own.totals, {
    open: 3,
    overdue: 1,
    dueToday: 1,
    soon: 1,
    received: 4,
    completed: 1,
    answerDays: 9,
    completionDays: 10,
  })
  assert.deepEqual(
    own.byWhom.map((each: { person: object | null; open: number; overdue: number }) => [
      each.person !== null,
      each.open,
      each.overdue,
    ]),
    [
      [true, 1, 1],
      [false, 2, 0],
    ],
  )
  const above = await signedIn(county, 'supervisor')
  const seen = (await above.ask('GET', url)).json()
  assert.deepEqual([seen.totals, seen.byWhom, seen.frequent], [own.totals, null, null])
  const below = await above.ask('GET', `/api/organs/${county}/request-supervision/below`)
  assert.deepEqual([below.json().organs, below.json().totals], [1, own.totals])
  assert.deepEqual(below.json().rows, [{ organId, name: '清溪县MZ局', ...own.totals }])
  for (const secret of [person.title, person.name, '财政决算', '公申', today.caseId])
    assert.equal(below.body.includes(secret) || seen.totals[secret] !== undefined, false, secret)
  const file = await above.ask('GET', `/api/organs/${county}/request-supervision/below/export?format=csv`)
  assert.deepEqual(file.body.trimEnd().split('\r\n').slice(1), ['清溪县MZ局,3,1,1,1,4,1,9,10'])
  const beyond = await above.ask('GET', `/api/organs/${county}/request-supervision/below?offset=50`)
  assert.deepEqual([beyond.json().rows, beyond.json().totals.open], [[], 3])
  assert.equal((await (await as('handler')).ask('GET', url)).statusCode, 403)
})

test('the counts that the overview reads are those of the rows, whatever happened to the cases', async (t) => {
  const { register, file, done, caseIdOf, platform, at } = await ground(t)
  await file()
  const caseId = await caseIdOf((await file()).number)
  at('2026-03-04T01:00:00Z')
  await done(caseId, 'claim')
  await done(caseId, 'askCorrection', { items: '请写明名称', workingDays: 10 })
  await done(caseId, 'withdraw', { statement: '不再需要' })
  await register('2026-03-03', { title: '另一件' })
  const { rows } = await sql`
    (select * from request_count except
     select d.organ_id, d.year, sum(d.open), sum(d.received), sum(d.answered), sum(d.answer_days),
       sum(d.completed), sum(d.completion_days)
     from request_row r, count_of_request(r, 1) d group by 1, 2)`.execute(platform.db)
  assert.deepEqual(rows, [])
  const year = await platform.db.selectFrom('request_count').selectAll().orderBy('year').execute()
  assert.deepEqual(
    year.map(({ year: of, open, received, answered, answer_days }) => [
      of,
      open,
      received,
      answered,
      answer_days,
    ]),
    [
      [0, 2, 0, 0, 0],
      [2026, 0, 3, 1, 2],
    ],
  )
})
