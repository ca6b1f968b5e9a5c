import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { numberCell, type Report } from '#law/report-forms/report.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { organById } from '#platform/organs/tree.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { keepFile } from './corpus/keep.ts'
import { reportXlsx } from './out/report-xlsx.ts'
import { peersOf } from './peers.ts'
import { validReport } from './reading/fixtures/random-report.ts'
import { check, findingsOf } from './rules/checks.ts'
import { reportView } from './view.ts'

const penalty = 'proactive.penalty.decided'
const towns = ['石桥镇', '白鹿渡镇', '云栈乡', '梅印乡', '松北镇', '青砚镇']

async function county(t: Parameters<typeof testPlatform>[0]) {
  const { platform } = await testPlatform(t, '2026-02-10T02:00:00Z')
  const { db } = platform
  const government = await testOrgan(db, 'qxx', null, { kind: 'government', name: '清溪县人民政府' })
  const ids: string[] = []
  for (const [at, town] of towns.entries()) {
    const name = `清溪县${town}人民政府`
    ids.push(await testOrgan(db, `t${at}`, government, { kind: 'town', level: 'town', name }))
  }
  const publish = async (organId: string, name: string, decided: number, year = 2025) => {
    const valid = validReport(1, '2021')
    const report = {
      ...valid,
      year,
      organ: { name },
      cells: { ...valid.cells, [penalty]: numberCell(decided) },
    }
    const row = {
      organ_id: organId,
      year,
      case_id: randomUUID(),
      form: 2021,
      status: 'published',
      version: 1,
    }
    const shown = { report: JSON.stringify(report), hash: '', published_at: '2026-01-20T02:00:00.000Z' }
    await db
      .insertInto('report_row')
      .values({ ...row, ...shown })
      .execute()
  }
  const peers = async (organId: string) => {
    const organ = (await organById(db, organId, platform.today())) ?? assert.fail()
    return peersOf(db, organ, 2025)
  }
  return { platform, government, ids, publish, peers }
}

test('a town is held against the towns of its county; where few have published, against their year before', async (t) => {
  const { government, ids, publish, peers } = await county(t)
  const [own = '', ...others] = ids
  await publish(government, '清溪县人民政府', 500)
  await publish(own, '清溪县石桥镇人民政府', 0)
  for (const [at, id] of others.entries()) await publish(id, towns[at + 1] ?? '', 10 + at, 2024)
  assert.deepEqual(
    (await peers(own)).map(({ year, organ }) => `${year} ${organ.name}`),
    towns.slice(1).map((town) => `2024 ${town}`),
  )
  for (const [at, id] of others.entries()) await publish(id, towns[at + 1] ?? '', 20 + at)
  const now = await peers(own)
  assert.deepEqual(
    now.map(({ year, cells }) => [year, cells[penalty]?.kind === 'number' && cells[penalty].value]),
    [20, 21, 22, 23, 24].map((value) => [2025, value]),
  )
})

test('A12: a figure of 0 where those alike have many is asked about, and the sentence says who they are', async (t) => {
  const { platform, ids, publish } = await county(t)
  const [own = '', ...others] = ids
  await publish(own, '清溪县石桥镇人民政府', 0)
  for (const [at, id] of others.entries()) await publish(id, `清溪县${towns[at + 1]}人民政府`, 20 + at)
  await platform.db
    .insertInto('figure_entry')
    .values({
      organ_id: own,
      year: 2025,
      cell: penalty,
      entry_id: randomUUID(),
      month: 12,
      amount: '0',
      source: '年末核对',
      recorded_by: randomUUID(),
      recorded_at: '2026-01-04T02:00:00.000Z',
      withdrawn_at: null,
    })
    .execute()
  const view = (await reportView(platform, own, 2025, { roles: ['officeHead'] })) ?? assert.fail()
  const found = view.findings.find((each) => each.check === 'A12b' && each.cells.includes(penalty))
  assert.equal(
    found?.sentence,
    '表二“行政处罚”本年处理决定数量为0，2025年5个同类机关（清溪县白鹿渡镇人民政府等）的中位数为22，请核实是否漏报。',
  )
})

test('A12: far above or below those alike, in either direction; within ten times nothing is said', () => {
  const valid = validReport(1, '2021')
  const with_ = (value: number, name: string): Report => ({
    ...valid,
    organ: { name },
    cells: { ...valid.cells, [penalty]: numberCell(value) },
  })
  const peers = [10, 11, 12, 13, 14].map((value, at) => with_(value, `清溪县第${at + 1}镇人民政府`))
  const said = (value: number) =>
    findingsOf(check({ report: with_(value, valid.organ.name), peers }))
      .filter(({ check: id }) => id.startsWith('A12'))
      .map(({ check: id, sentence }) => `${id} ${sentence}`)
  assert.deepEqual(said(119), [])
  assert.deepEqual(said(130), [
    'A12c 表二“行政处罚”本年处理决定数量为130，5个同类机关（清溪县第1镇人民政府等）的中位数为12、最多的为14，相差10倍以上，请核实统计口径，情况属实的无需改动。'.replace(
      '5个同类',
      `${valid.year}年5个同类`,
    ),
  ])
  assert.match(said(1)[0] ?? '', /^A12c .*为1，/)
  assert.match(said(0)[0] ?? '', /^A12b .*为0，/)
})

test('reports that the county read out of files of organs alike stand beside those in the system', async (t) => {
  const { platform, government, ids, peers } = await county(t)
  const [own = ''] = ids
  const names = ['东岭镇', '西岭乡', '南坪镇', '北坪镇', '中坪镇'].map((town) => `清溪县${town}人民政府`)
  for (const [at, name] of [...names, '清溪县民政局'].entries()) {
    const report = { ...validReport(at + 1, '2021'), year: 2025, organ: { name } }
    const bytes = Buffer.from(await reportXlsx(report))
    const keeper = { organId: government, by: randomUUID() }
    for await (const _ of keepFile(platform, keeper, `${name}.xlsx`, bytes));
  }
  assert.deepEqual((await peers(own)).map(({ organ }) => organ.name).sort(), names.sort())
})
