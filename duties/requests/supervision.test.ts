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
    suggestions: 0,
    suggestionsDealt: 0,
  })
  const workload = ['open', 'overdue', 'dueToday', 'soon', 'completed', 'completionDays']
  assert.deepEqual(
    own.byWhom.map((each: Record<string, unknown>) => [
      each.person !== null,
      ...workload.map((name) => each[name]),
    ]),
    [
      [true, 1, 1, 0, 0, 1, 10],
      [false, 2, 0, 1, 1, 0, null],
    ],
  )
  const mine = await (await as('officeHead')).ask('GET', `${url}/export?format=csv`)
  assert.deepEqual(mine.body.trimEnd().split('\r\n').slice(1), [
    '人员handler1,1,1,0,0,1,10',
    '未分办,2,0,1,1,0,',
  ])
  assert.deepEqual(own.offers, { shown: 0, answered: 0 })
  const above = await signedIn(county, 'supervisor')
  const seen = (await above.ask('GET', url)).json()
  assert.deepEqual([seen.totals, seen.byWhom, seen.frequent], [own.totals, null, null])
  const below = await above.ask('GET', `/api/organs/${county}/request-supervision/below`)
  assert.deepEqual([below.json().organs, below.json().totals], [1, own.totals])
  assert.deepEqual(below.json().rows, [{ organId, name: '清溪县MZ局', ...own.totals }])
  for (const secret of [person.title, person.name, '财政决算', '公申', today.caseId])
    assert.equal(below.body.includes(secret) || seen.totals[secret] !== undefined, false, secret)
  const file = await above.ask('GET', `/api/organs/${county}/request-supervision/below/export?format=csv`)
  assert.deepEqual(file.body.trimEnd().split('\r\n').slice(1), ['清溪县MZ局,3,1,1,1,4,1,9,10,0,0'])
  const beyond = await above.ask('GET', `/api/organs/${county}/request-supervision/below?offset=50`)
  assert.deepEqual([beyond.json().rows, beyond.json().totals.open], [[], 3])
  assert.equal((await (await as('handler')).ask('GET', url)).statusCode, 403)
})

test('第三十五条: who asks often is listed without a name, with what was asked and weighed before', async (t) => {
  const { register, done, organId, api } = await ground(t, '2026-03-20T01:00:00Z')
  const months = ['01', '02', '02', '02', '02', '03', '03', '03']
  const many = []
  for (const [i, month] of months.entries())
    many.push(await register(`2026-${month}-05`, { title: `第${i + 1}批低保名单` }))
  const last = await register('2026-03-09', { title: '第8批低保名单' })
  await register('2026-03-10', { idNumber: 'Q99000002', name: '林川' })
  const first = many.at(-1)?.caseId ?? ''
  await done(first, 'claim')
  const figures = '本年共提出9件，其中2月4件'
  await done(first, 'askReasons', { figures, answerBy: '2026-03-27' })
  await done(first, 'recordReasons', { reasons: '用于研究，家住文昌路', on: '2026-03-20' })
  await done(first, 'weighReasons', { reasonable: false, why: '名单已按月公开' })
  const { as } = await api()
  const head = await as('officeHead')
  const settings = `/api/organs/${organId}/request-settings`
  const url = `/api/organs/${organId}/request-supervision`
  assert.deepEqual((await head.ask('GET', url)).json().frequent.applicants, [])
  const now = (await head.ask('GET', settings)).json().settings
  await head.ask('PUT', settings, { ...now, frequentFrom: 9 })
  const { body } = await head.ask('GET', url)
  const { from, cites, applicants } = JSON.parse(body).frequent
  assert.deepEqual([from, cites.place], [9, '第三十五条'])
  assert.deepEqual(applicants, [
    {
      cases: 9,
      mostInMonth: 4,
      sameThing: 2,
      lastCaseId: last.caseId,
      lastNumber: last.number,
      reasons: [
        {
          number: 'MZ局公申〔2026〕8号',
          askedOn: '2026-03-20',
          figures,
          answered: true,
          reasonable: false,
          why: '名单已按月公开',
        },
      ],
    },
  ])
  for (const secret of [person.name, '文昌路', person.idNumber])
    assert.equal(body.includes(secret), false, secret)
})

test('the organs below come in any order and through filters, in the list and in its file', async (t) => {
  const { register, organId, platform, at, api } = await ground(t, '2026-03-20T01:00:00Z')
  const county = await testOrgan(platform.db, 'XZF', null, { kind: 'government' })
  const idle = await testOrgan(platform.db, 'JY', county)
  const from = { fromOn: day('2020-01-01'), today: platform.today() }
  await moveOrgan(platform.db, { organId, axis: 'region', parentId: county, ...from })
  await register('2026-02-24')
  at('2026-04-02T01:00:00Z')
  const { ask } = await (await api()).signedIn(county, 'supervisor')
  const root = `/api/organs/${county}/request-supervision/below`
  const listed = async (query: string) => {
    const { organs, totals, rows } = (await ask('GET', `${root}?${query}`)).json()
    return [organs, totals.open, rows.map((row: { organId: string }) => row.organId)]
  }
  assert.deepEqual(await listed(''), [2, 1, [organId, idle]])
  assert.deepEqual(await listed('sort=open'), [2, 1, [idle, organId]])
  assert.deepEqual(await listed('sort=received&down=true'), [2, 1, [organId, idle]])
  assert.deepEqual(await listed('sort=name'), [2, 1, [idle, organId]])
  assert.deepEqual(await listed('sort=completionDays&down=true&limit=1&offset=1'), [2, 1, [idle]])
  for (const only of ['open', 'overdue', 'due', 'any'])
    assert.deepEqual(await listed(`only=${only}`), [1, 1, [organId]])
  assert.deepEqual(await listed('q=JY'), [1, 0, [idle]])
  assert.deepEqual(await listed('q=%25'), [0, 0, []])
  const file = await ask('GET', `${root}/export?format=csv&only=overdue`)
  assert.deepEqual(file.body.trimEnd().split('\r\n').slice(1), ['清溪县MZ局,1,1,0,0,1,0,,,0,0'])
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
    (select organ_id, year, open, received, answered, answer_days, completed, completion_days
     from request_count except
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
