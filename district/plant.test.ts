import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import { mergedReport, reportsBelow } from '#duties/annual-report/below.ts'
import { compileReport } from '#duties/annual-report/compile-store.ts'
import { reportFacts } from '#duties/annual-report/report-store.ts'
import { boundFigures, strayFigures } from '#duties/annual-report/rules/bound-text.ts'
import { findingsOf, check as judge } from '#duties/annual-report/rules/checks.ts'
import { foldReport } from '#duties/annual-report/rules/lifecycle.ts'
import { publishedBefore } from '#duties/annual-report/working.ts'
import { rebuildItems } from '#duties/publication/rebuild.ts'
import { track } from '#duties/requests/public-desk.ts'
import type { TextId } from '#law/report-forms/form.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { cellsOf } from '#law/report-forms/forms.ts'
import { figureOf, type Report } from '#law/report-forms/report.ts'
import { verify } from '#platform/ledger/verify.ts'
import { openPlatform } from '#platform/open-platform.ts'
import type { Platform } from '#platform/platform.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { type Planted, plantDistrict } from './plant.ts'
import { wrongReports } from './wrong-on-purpose.ts'

const now = new Date('2026-11-20T02:00:00Z')
const cleanup: (() => Promise<void> | void)[] = []
const dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-district-'))
let database: TestDatabase
let platform: Platform
let planted: Planted | null
let seconds: number

const platformOn = ({ db }: TestDatabase): Platform => {
  const rest = {
    host: '127.0.0.1',
    port: 0,
    publicAddress: 'http://localhost',
    siteName: '',
    demonstration: true,
  }
  return openPlatform(db, { ...rest, dataFolder }, () => now)
}

before(async () => {
  database = await testDatabase({ after: (work) => cleanup.push(work) })
  platform = platformOn(database)
  const begun = performance.now()
  planted = await plantDistrict(platform)
  seconds = (performance.now() - begun) / 1000
})
after(async () => {
  for (const work of cleanup) await work()
  rmSync(dataFolder, { recursive: true, force: true })
})

const countOf = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    database.db,
  )
  return rows[0]?.n ?? 0
}

test('the county is planted in well under a minute, with thousands of items and more than a thousand cases', async (t) => {
  t.diagnostic(`${seconds.toFixed(1)} s`)
  assert.ok(seconds < 60, `${seconds}`)
  assert.equal(await countOf('organ'), 92)
  assert.ok((await countOf('item_row')) > 6_000)
  assert.ok((await countOf('request_row')) > 1_300)
  assert.ok((await countOf('remedy_row')) > 40)
  assert.ok((await countOf('report_row')) > 70)
  assert.equal(await countOf('decision_row'), 2)
})

test('every item has the fact that it was taken over, and its row is written again from that alone', async () => {
  const rows = () =>
    sql`select md5(string_agg(i::text, '' order by item_id)) as rows from item_row i`.execute(database.db)
  const before = await rows()
  assert.equal(await rebuildItems(platform), await countOf('item_row'))
  assert.deepEqual((await rows()).rows, before.rows)
})

test('every chain of the ledger holds, of requests and of remedies', async () => {
  const { facts, broken } = await verify(database.db)
  assert.deepEqual(broken, [])
  assert.ok(facts > 12_000)
})

test('who may sign in is told with one password: every role at the county and at one town', () => {
  assert.equal(planted?.accounts.length, 22)
  assert.deepEqual(
    new Set(planted?.accounts.map(({ organName }) => organName)),
    new Set(['清溪县人民政府', '清溪县青砚镇人民政府']),
  )
})

test('第三十一条: with number and query code a planted request is followed in the portal, with its due day or why it waits', async () => {
  assert.equal(planted?.receipts.length, 3)
  const [waiting, handled, answered] = await Promise.all(
    (planted?.receipts ?? []).map(({ number, queryCode }) => track(platform, number, queryCode)),
  )
  assert.equal(waiting?.due.kind, 'stopped')
  assert.equal(handled?.due.kind, 'due')
  assert.equal(answered?.due.kind, 'over')
  assert.equal(await track(platform, planted?.receipts[0]?.number ?? '', 'AAAAAAAA'), null)
})

test('planted a second time nothing is added, and the same accounts are told', async () => {
  const facts = await countOf('fact')
  const begun = performance.now()
  assert.deepEqual(await plantDistrict(platform), planted)
  assert.ok(performance.now() - begun < 1000)
  assert.equal(await countOf('fact'), facts)
})

test('a database with organs of its own stays as it is', async (t) => {
  const other = await testDatabase(t)
  await sql`insert into organ values ('00000000-0000-7000-8000-000000000001', 'a', 'b', 'government', 'county', '990121', 1)`.execute(
    other.db,
  )
  assert.equal(await plantDistrict(platformOn(other)), null)
})

test('第五十条: every report that is not wrong on purpose says what the ledger says', async () => {
  const rows = await database.db
    .selectFrom('report_row')
    .innerJoin('organ', 'organ.organ_id', 'report_row.organ_id')
    .select(['report_row.organ_id', 'code', 'year', 'report', 'published_at'])
    .orderBy('year')
    .execute()
  const merged = rows.filter(({ report }) => 'merges' in (report as object))
  assert.deepEqual(
    merged.map(({ code, year }) => `${code} ${year}`),
    ['qingxi 2024', 'qingxi 2025'],
  )
  const right = rows.filter(
    (row) =>
      !merged.includes(row) &&
      !wrongReports.some(({ organ, year, found }) => organ === row.code && year === row.year && !found),
  )
  assert.equal(rows.length - right.length, 2 + wrongReports.filter(({ found }) => !found).length)
  for (const { organ_id: id, code, year, report, published_at } of right) {
    const published = report as { organ: { name: string }; cells: Record<string, unknown> }
    const organ = { id, name: published.organ.name }
    const { report: counted } = await compileReport(database.db, { organ, year, cutOff: published_at ?? '' })
    assert.deepEqual(published.cells, counted.cells, `${code} ${year}`)
  }
})

test('第四十九条: two years merged over every organ and published: each cell is the sum of the accepted reports', async () => {
  const rows = await database.db
    .selectFrom('report_row')
    .innerJoin('organ', 'organ.organ_id', 'report_row.organ_id')
    .select(['report_row.organ_id', 'code', 'year', 'report', 'status', 'version'])
    .execute()
  const county = rows.find(({ code }) => code === 'qingxi')?.organ_id ?? assert.fail()
  for (const [year, organs] of [
    [2024, 39],
    [2025, 38],
  ] as const) {
    const ofYear = rows.filter((row) => row.year === year)
    assert.equal(ofYear.length, organs)
    const below = await reportsBelow(platform, county, year)
    assert.equal(below.organs.length, organs - 1)
    assert.equal(below.waitingFor, 0)
    const published = ofYear.find(({ code }) => code === 'qingxi')
    const whole = published?.report as Report
    assert.equal(published?.status, 'published')
    assert.equal(new Set(whole.merges).size, organs)
    const own = await compileReport(platform.db, {
      organ: { id: county, name: '清溪县人民政府' },
      year,
      cutOff: `${year + 1}-03-27T00:00:00.000Z`,
    })
    const parts = [
      own.report,
      ...ofYear.filter((row) => row !== published).map((row) => row.report as Report),
    ]
    for (const { id, row } of cellsOf(form2021)) {
      if (row.local) continue
      const sum = parts.reduce((total, part) => total + (figureOf(part, id) ?? 0), 0)
      assert.equal(figureOf(whole, id), sum, `${year} ${id}`)
    }
    const again = await mergedReport(platform, county, year)
    assert.deepEqual(again?.missing, [])
    assert.deepEqual(again?.cells, whole.cells)
    assert.deepEqual(again?.texts, whole.texts)
  }
})

test('every report that is wrong on purpose is found by the name of its rule, as it was first published', async () => {
  for (const { organ: code, year, check, found } of wrongReports) {
    const { organ_id: organId } = await database.db
      .selectFrom('organ')
      .select('organ_id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    const facts = await reportFacts(database.db, organId, year)
    const [first, corrected] = foldReport(facts).versions
    const lastYear = await publishedBefore(platform, organId, year)
    const judged = (report: Report | undefined) =>
      findingsOf(judge({ report: report ?? assert.fail(), ...(lastYear ? { lastYear } : {}) }))
    const names = judged(first?.report).map((finding) => finding.check)
    assert.ok(names.includes(check), `${code} ${year} ${check}: ${names}`)
    assert.equal(corrected?.correction, found)
    if (corrected) assert.deepEqual(judged(corrected.report), [])
  }
})

test('the texts of a planted report are bound to its cells: no figure in them is typed by hand', async () => {
  const rows = await database.db.selectFrom('report_row').select(['organ_id', 'year', 'report']).execute()
  for (const { organ_id: organId, year, report: shown } of rows) {
    const report = shown as Report
    const { texts } = foldReport(await reportFacts(database.db, organId, year))
    for (const [section, written] of Object.entries(texts))
      assert.deepEqual(strayFigures(section as TextId, written, boundFigures(report), year), [])
  }
})

test('the number series go on where the planted numbers end', async () => {
  const { rows } = await sql<{ wrong: number }>`
    select count(*) as wrong from number_series s where series = 'case:request' and last <> (
      select max(substring(number from '〔\d+〕(\d+)号')::int) from request_row r
      where r.organ_id = s.organ_id and kind = 'request' and number like '%〔' || s.year || '〕%')`.execute(
    database.db,
  )
  assert.equal(rows[0]?.wrong, 0)
})

test('no name, address or identity number of an applicant stands in the ledger', async () => {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from fact where body::text ~ '99\d{15}[\dX]|154\d{8}'`.execute(database.db)
  assert.equal(rows[0]?.n, 0)
})
