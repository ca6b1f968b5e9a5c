import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import type { Kept } from './contract.ts'
import { published } from './corpus.cases.ts'
import { ranksOf, seriesOf } from './figures.ts'
import { figuresFile } from './figures-file.ts'
import { keepFile } from './keep.ts'
import { readKnown, readList, readOne, readOverview, readOverviewCsv } from './list.ts'

type Bytes = Uint8Array | string

async function corpus(t: Parameters<typeof testPlatform>[0]) {
  const made = await testPlatform(t, '2026-03-02T01:00:00Z')
  const { platform } = made
  const organId = await testOrgan(platform.db, 'XZF', null, { kind: 'government' })
  const by = randomUUID()
  const keep = async (name: string, content: Bytes, organ = organId): Promise<Kept[]> => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    return Array.fromAsync(keepFile(platform, { organId: organ, by }, name, bytes))
  }
  return { ...made, db: platform.db, organId, keep }
}

async function threeRead(t: Parameters<typeof testPlatform>[0]) {
  const made = await corpus(t)
  for (const [name, text] of Object.entries(published)) await made.keep(`${name}.txt`, text)
  return made
}

test('A report read twice stands in the corpus once, and is told to have been read before', async (t) => {
  const { db, organId, keep } = await corpus(t)
  const [first] = await keep('民政局.txt', published.civil2024)
  const [second] = await keep('又一份.txt', published.civil2024)
  assert.deepEqual(
    [first?.again, first?.organName, first?.year, second?.again, second?.readId],
    [false, '清溪县民政局', 2024, true, first?.readId],
  )
  assert.equal((await readList(db, organId, {})).total, 1)
})

test('What an organ had read is its own: another organ that reads the same file has it anew', async (t) => {
  const { db, platform, organId, keep } = await corpus(t)
  const other = await testOrgan(platform.db, 'JYJ', organId)
  const [mine] = await keep('民政局.txt', published.civil2024)
  const [theirs] = await keep('民政局.txt', published.civil2024, other)
  assert.equal(theirs?.again, false)
  assert.equal(await readOne(db, other, mine?.readId ?? ''), undefined)
})

test('In an archive one file that is no report is refused in a sentence, and the rest are read', async (t) => {
  const { db, organId, keep } = await corpus(t)
  const text = (words: string) => new TextEncoder().encode(words)
  const kept = await keep(
    '县直部门.zip',
    zipSync({
      'a.txt': text(published.civil2024),
      'link.html': text(
        '<html><body><p>清溪县教育局2024年政府信息公开年度报告</p><a href="/x">下载</a></body></html>',
      ),
      'photo.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0),
      'z.txt': text(published.school2024),
      'inner.zip': zipSync({ 'b.txt': text(published.civil2023) }),
    }),
  )
  assert.deepEqual(
    kept
      .map(({ name, refused }) => [name, refused === null ? '' : /图片|链接|解开/.exec(refused)?.[0]])
      .sort(),
    [
      ['县直部门.zip/a.txt', ''],
      ['县直部门.zip/inner.zip', '解开'],
      ['县直部门.zip/link.html', '链接'],
      ['县直部门.zip/photo.jpg', '图片'],
      ['县直部门.zip/z.txt', ''],
    ],
  )
  const { refused } = await readOverview(db, organId, {})
  assert.equal(refused, 2)
})

test('Signs that a database cannot hold do not lose a report, and every figure keeps its place', async (t) => {
  const { db, organId, keep } = await corpus(t)
  const [kept] = await keep('有空字符.txt', `\0${published.civil2024}\0`)
  const one = await readOne(db, organId, kept?.readId ?? '')
  const cell = one?.cells['requests.new_received.naturalPerson']
  assert.equal(cell?.value, 5)
  assert.equal(one?.source.slice(...(cell?.at ?? [0, 0])), '5')
})

test('One report whole: every figure with how it was read and where in the source it stands', async (t) => {
  const { db, organId, keep } = await corpus(t)
  const [kept] = await keep('民政局.txt', published.civil2023)
  const one = await readOne(db, organId, kept?.readId ?? '')
  const cell = one?.cells['requests.new_received.total']
  assert.deepEqual([cell?.kind, cell?.value, cell?.how], ['number', 10, '从表格的格子里直接读出'])
  assert.equal(one?.source.slice(...(cell?.at ?? [0, 0])), '10')
  assert.match(cell?.where ?? '', /^第\d+行第\d+字$/)
  assert.equal(Object.keys(one?.cells ?? {}).length, 10 + 25 * 7 + 15)
})

test('The list is filtered by name, year and finding, sorted by organ or year, and paged by key', async (t) => {
  const { db, organId, keep } = await threeRead(t)
  const names = async (ask: Parameters<typeof readList>[2]) =>
    (await readList(db, organId, ask)).rows.map(({ organName, year }) => `${organName}${year}`)
  assert.deepEqual(await names({ sort: 'organ' }), [
    '清溪县教育局2024',
    '清溪县民政局2023',
    '清溪县民政局2024',
  ])
  assert.deepEqual(await names({ organ: '民政', year: 2023 }), ['清溪县民政局2023'])
  assert.deepEqual(await names({ organ: '%' }), [])
  for (let index = 0; index < 60; index++) await keep(`${index}.txt`, `不是报告${index}`)
  for (const sort of ['newest', 'organ', 'year', 'gravest'] as const) {
    const first = await readList(db, organId, { sort })
    const second = await readList(db, organId, { sort, after: first.next ?? '' })
    const ids = new Set([...first.rows, ...second.rows].map((row) => row.readId))
    assert.deepEqual([first.rows.length, second.rows.length, ids.size, second.next], [50, 13, 63, null])
  }
  assert.equal((await readList(db, organId, { after: 'nonsense' })).rows.length, 50)
})

test('The overview counts findings by rule, organ and year, and goes out as a table', async (t) => {
  const { db, organId, keep } = await threeRead(t)
  await keep('错.txt', published.school2024.replaceAll('| 4 |', '| 5 |').replace('| 5 |', '| 4 |'))
  const { rules, organs, years } = await readOverview(db, organId, {})
  assert.ok(rules.length > 0 && rules.every(({ findings, reports }) => findings >= reports && reports > 0))
  assert.deepEqual(organs.map(({ organName, reports }) => [organName, reports]).sort(), [
    ['清溪县教育局', 2],
    ['清溪县民政局', 2],
  ])
  assert.deepEqual(
    years.map(({ year, reports }) => [year, reports]),
    [
      [2024, 3],
      [2023, 1],
    ],
  )
  const [rule] = rules
  const withRule = await readList(db, organId, { check: rule?.check ?? '' })
  assert.equal(withRule.total, rule?.reports)
  const csv = await readOverviewCsv(db, organId, {})
  assert.match(csv, /错\.txt,清溪县教育局,2024,2021,/)
})

test('A cell over the years, and what does not carry over: 3 forward in 2023 against 2 in 2024', async (t) => {
  const { db, organId } = await threeRead(t)
  const series = await seriesOf(db, organId, '清溪县民政局', 'requests.new_received.total')
  assert.deepEqual(
    series?.points.map(({ year, value }) => [year, value]),
    [
      [2023, 10],
      [2024, 5],
    ],
  )
  const [pair] = series?.carried ?? []
  assert.deepEqual([pair?.year, pair?.agrees], [2024, false])
  assert.ok(pair?.sentences.some((each) => each.includes('结转下年度3件') && each.includes('上年结转2件')))
  assert.equal(await seriesOf(db, organId, '清溪县民政局', 'no.such.cell'), undefined)
})

test('Ranks of a year: equal figures share a rank, a report without the figure is counted apart', async (t) => {
  const { db, organId, keep } = await threeRead(t)
  await keep('城建.txt', published.school2024.replaceAll('教育局', '住房和城乡建设局'))
  const gap = published.school2024.replaceAll('教育局', '水利局').replaceAll('| 4 |', '|  |')
  await keep('水利.txt', gap)
  const ranks = await ranksOf(db, organId, 2024, 'requests.new_received.total')
  assert.deepEqual(
    ranks?.ranks.map(({ rank, organName, value }) => [rank, organName, value]),
    [
      [1, '清溪县民政局', 5],
      [2, '清溪县住房和城乡建设局', 4],
      [2, '清溪县教育局', 4],
    ],
  )
  assert.deepEqual([ranks?.counted, ranks?.without, ranks?.spread], [3, 1, ['4', '4', '4', '4.5', '5']])
  assert.deepEqual(ranks?.bins, [
    { from: '4', to: '4', reports: 2 },
    { from: '5', to: '5', reports: 1 },
  ])
})

test('The figures go out as CSV and Excel: a blank is not 0, and no cell begins a formula', async (t) => {
  const { db, organId, keep } = await threeRead(t)
  await keep(
    '=HYPERLINK.txt',
    published.school2024.replaceAll('教育局', '水利局').replaceAll('| 4 |', '|  |'),
  )
  const [head = '', ...lines] = (await figuresFile(db, organId, 'csv')).toString().split('\r\n')
  const at = head.split(',').findIndex((name) => name.includes('新收') && name.endsWith('总计'))
  const figures = lines.filter(Boolean).map((line) => line.split(',')[at])
  assert.deepEqual([...figures].sort(), ['10', '4', '5', '空白'])
  assert.ok(lines.some((line) => line.includes("'=HYPERLINK.txt")))
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await figuresFile(db, organId, 'xlsx', 2023)) as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  assert.deepEqual([sheet?.rowCount, sheet?.getRow(2).getCell(at + 1).value], [2, 10])
})

test('The organs and years of the corpus are known by name', async (t) => {
  const { db, organId } = await threeRead(t)
  assert.deepEqual(await readKnown(db, organId), {
    organs: ['清溪县教育局', '清溪县民政局'],
    years: [2024, 2023],
  })
})
