import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import { compileReport } from '#duties/annual-report/compile-store.ts'
import { track } from '#duties/requests/public-desk.ts'
import { verify } from '#platform/ledger/verify.ts'
import { openPlatform } from '#platform/open-platform.ts'
import type { Platform } from '#platform/platform.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { type Planted, plantDistrict } from './plant.ts'
import { wrongReports } from './wrong-on-purpose.ts'

const now = new Date('2026-11-20T02:00:00Z')
const cleanup: (() => Promise<void>)[] = []
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
    .execute()
  const right = rows.filter(
    (row) => !wrongReports.some((each) => each.organ === row.code && each.year === row.year),
  )
  assert.equal(rows.length - right.length, wrongReports.length)
  for (const { organ_id: id, code, year, report, published_at } of right) {
    const published = report as { organ: { name: string }; cells: Record<string, unknown> }
    const organ = { id, name: published.organ.name }
    const { report: counted } = await compileReport(database.db, { organ, year, cutOff: published_at ?? '' })
    assert.deepEqual(published.cells, counted.cells, `${code} ${year}`)
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
