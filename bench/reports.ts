import { randomUUID } from 'node:crypto'
import { availableParallelism, loadavg } from 'node:os'
import { sql } from 'kysely'
import { compileReport } from '#duties/annual-report/compile-store.ts'
import { validReport } from '#duties/annual-report/reading/fixtures/random-report.ts'
import { check, findingsOf } from '#duties/annual-report/rules/checks.ts'
import { brokenIdentities } from '#duties/annual-report/rules/compile.ts'
import { merge } from '#duties/annual-report/rules/merge.ts'
import { projectRequest } from '#duties/requests/projection.ts'
import { history } from '#duties/requests/rules/histories.ts'
import { defaultSettings } from '#duties/requests/rules/settings.ts'
import { duty, saveRow } from '#duties/requests/store.ts'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { OpenDatabase } from '#platform/database/database.ts'
import { appendMany, chained } from '#platform/ledger/ledger.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { calendarOf } from '#time/calendar.ts'
import { day, plusDays } from '#time/day.ts'

/** Text of the length that a county's report has, so that the checks of the text have their work. */
const paragraph =
  '一年来，本机关坚持以公开为常态、不公开为例外，健全工作机制，明确责任分工，规范发布流程，通过政府网站和政务新媒体主动公开各类信息，及时回应群众关切，开展培训和检查，公开的时效和质量有所提高。'

const year = 2025
const seconds = (ms: number): string => (ms / 1000).toFixed(2)
const best = (times: readonly number[]): number => Math.min(...times)
const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN

const reportOf = (seed: number): Report => {
  const report = validReport(seed, '2021')
  const overview = `${report.texts.overview ?? ''}\n${paragraph.repeat(6)}`
  return {
    ...report,
    year,
    organ: { name: `清溪县第${seed}镇人民政府` },
    texts: { ...report.texts, overview, problems: paragraph },
  }
}

/** Milliseconds of processor to check every report, merge them, and check what was merged against its parts. */
function checkAndMerge(reports: readonly Report[]): number {
  const from = process.cpuUsage()
  for (const report of reports) findingsOf(check({ report }))
  const parts = reports.map((report) => ({ organId: report.organ.name, report }))
  const { report } = merge(form2021, { name: '清溪县人民政府' }, year, parts)
  findingsOf(check({ report, parts: reports.map((part) => ({ organ: part.organ.name, report: part })) }))
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

function benchMerge(organs: number, rounds: number): number {
  const reports = Array.from({ length: organs }, (_, index) => reportOf(index + 1))
  checkAndMerge(reports.slice(0, 500))
  const times = Array.from({ length: rounds }, () => checkAndMerge(reports))
  console.log(
    `${organs} organs checked and merged, of processor: best ${seconds(best(times))} s, median ${seconds(median(times))} s of ${rounds}, worst ${seconds(Math.max(...times))} s`,
  )
  return best(times)
}

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const told = 1000

/** A thousand histories that the rules allow, as an organ of their own. */
async function plantHistories({ db }: OpenDatabase): Promise<string> {
  const organId = randomUUID()
  const upTo = day('2026-06-30')
  for (let seed = 1; seed <= told; seed++) {
    const facts = history(seed, { calendar, from: plusDays(day('2024-10-01'), seed % 456), upTo })
    const caseId = randomUUID()
    const asked = facts.map(({ fact: { type, ...body }, happenedOn }) => ({ type, happenedOn, body }))
    const whole = { organId, duty, caseId, seenSeq: 0, recordedBy: 'p', askId: caseId }
    const rows = chained({ ...whole, recordedAt: '2026-01-01T00:00:00Z', facts: asked }, undefined)
    await appendMany(
      db,
      rows.map((row, at) => ({ ...row, recorded_at: facts[at]?.recordedAt ?? row.recorded_at })),
    )
    const given = { calendar, settings: defaultSettings, today: upTo, now: facts.at(-1)?.recordedAt ?? '' }
    const row = projectRequest(organId, caseId, facts, given)
    await saveRow(db, { ...row, number: `清公申〔2025〕${seed}号` })
  }
  return organId
}

/** The same histories many times over, as another organ: rows for every case, facts of the kinds named or all. */
async function multiply(
  { db }: OpenDatabase,
  from: string,
  times: number,
  everyFact: boolean,
): Promise<string> {
  const organId = randomUUID()
  const copies = sql`(select md5(case_id::text || n)::uuid as copy, case_id, n from request_row, generate_series(1, ${times}::int) n where organ_id = ${from}) c`
  const folded = sql`(select case_id from fact where organ_id = ${from} and duty = 'requests' and type in ('reopened', 'split'))`
  await sql`insert into request_row (organ_id, case_id, number, kind, seq, status, title, channel, category, applicant_index,
      received_on, due_on, provisional, stopped_for, calendar, assignee, replied_on, outcome, closed_on, updated_at)
    select ${organId}::uuid, c.copy, r.number || c.n, kind, seq, status, title, channel, category, applicant_index,
      received_on, due_on, provisional, stopped_for, calendar, assignee, replied_on, outcome, closed_on, updated_at
    from ${copies} join request_row r on r.organ_id = ${from} and r.case_id = c.case_id`.execute(db)
  await sql`insert into fact
    select ${organId}::uuid, duty, c.copy, seq, type, happened_on, recorded_at, recorded_by, ask_id || c.n, body, hash_before, hash
    from ${copies} join fact f on f.organ_id = ${from} and f.case_id = c.case_id
    ${everyFact ? sql`` : sql`where c.case_id in ${folded}`}`.execute(db)
  return organId
}

async function benchCompile(
  open: OpenDatabase,
  owner: OpenDatabase,
  organId: string,
  rounds: number,
): Promise<number> {
  await sql`vacuum analyze`.execute(owner.db)
  const [{ cases = 0, facts = 0 } = {}] = (
    await sql<{
      cases: number
      facts: number
    }>`select (select count(*) from request_row where organ_id = ${organId})::int as cases,
      (select count(*) from fact where organ_id = ${organId})::int as facts`.execute(open.db)
  ).rows
  const times: number[] = []
  let wrong = 0
  let received = 0
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    const compiled = await compileReport(open.db, {
      organ: { id: organId, name: '清溪县人民政府' },
      year,
      cutOff: '2026-07-01T00:00:00.000Z',
    })
    times.push(performance.now() - from)
    wrong += brokenIdentities(form2021, compiled.report).length
    received = compiled.counted.get('requests.new_received.total')?.length ?? 0
  }
  console.log(
    `${cases} cases (${facts} facts planted, ${received} received in ${year}) compiled: best ${seconds(best(times))} s, median ${seconds(median(times))} s of ${rounds}, worst ${seconds(Math.max(...times))} s, identities broken ${wrong}`,
  )
  if (wrong > 0) throw new Error('a compiled report breaks an identity')
  return best(times)
}

const undo: (() => Promise<void> | void)[] = []
const open = await testDatabase({ after: (work) => undo.push(work) })
try {
  const merged = benchMerge(5000, 5)
  const mergedTen = benchMerge(50_000, 3)
  const first = await plantHistories(open)
  const compiled = await benchCompile(open, open.owner, await multiply(open, first, 100, true), 5)
  const compiledTen = await benchCompile(open, open.owner, await multiply(open, first, 1000, false), 3)
  const holds = merged < 2000 && compiled < 1000
  const growth = (one: number, ten: number) =>
    `${seconds(one)} s → ${seconds(ten)} s (×${(ten / one).toFixed(1)})`
  console.log(
    `load of the machine ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} on ${availableParallelism()} cores; the best of each is compared`,
  )
  console.log(
    `bench reports: 5000 → 50000 organs merged ${growth(merged, mergedTen)}, 100000 → 1000000 cases compiled ${growth(compiled, compiledTen)} | goal 2 s and 1 s | ${holds ? 'holds' : 'short'}`,
  )
  process.exitCode = holds ? 0 : 1
} finally {
  for (const work of undo) await work()
}
process.exit()
