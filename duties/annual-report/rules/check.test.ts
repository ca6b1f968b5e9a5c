import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { type Cell, numberCell, type Report } from '#law/report-forms/report.ts'
import { validReport } from '../reading/fixtures/random-report.ts'
import { check, checks, findingsOf, inTheWay } from './checks.ts'

const failed = (report: Report, rest = {}) => findingsOf(check({ report, ...rest }))
const changed = (report: Report, cells: Record<string, Cell>): Report => ({
  ...report,
  cells: { ...report.cells, ...cells },
})
const idsOf = (report: Report, rest = {}) => [
  ...new Set(failed(report, rest).map((finding) => finding.check)),
]
const valid = validReport(1, '2021')
const at = (id: string): number => {
  const cell = valid.cells[id]
  return cell?.kind === 'number' ? cell.value : Number.NaN
}
const plus = (id: string, by: number) => ({ [id]: numberCell(at(id) + by) })

test('a report in which everything adds up has no finding', () => {
  for (let seed = 1; seed <= 60; seed++)
    for (const form of ['2019', '2021'] as const) assert.deepEqual(failed(validReport(seed, form)), [])
})

test('every check has a name of its own, a severity and a basis', () => {
  assert.equal(new Set(checks.map((each) => each.id)).size, checks.length)
  for (const each of checks) assert.ok(each.name !== '' && each.cites.length > 0, each.id)
})

test('E1: 新收加结转 must equal 总计加结转下年, in each column', () => {
  assert.deepEqual(idsOf(changed(valid, plus('requests.carried_forward.research', 1))), ['E1', 'E3'])
})

test('E2, E3: one result too many breaks its column and its row', () => {
  assert.deepEqual(idsOf(changed(valid, plus('requests.granted.company', 2))), ['E2', 'E3'])
})

test('E4: a total of 0 over 10 upheld and 1 corrected is sent back in words', () => {
  const cells = { upheld: 10, corrected: 1, other: 0, pending: 0, total: 0 }
  const entries = Object.entries(cells).map(([column, value]) => [`review.${column}`, numberCell(value)])
  const [finding] = failed(changed(valid, Object.fromEntries(entries)))
  assert.equal(finding?.check, 'E4')
  assert.equal(
    finding?.sentence,
    '表四“行政复议”总计：四种结果相加为10＋1＋0＋0＝11，总计填0，相差11，请核对。',
  )
})

test('missing is not different: a blank part leaves the sum unjudged', () => {
  const report = changed(valid, { 'review.other': { kind: 'blank' } })
  const outcome = check({ report }).find((each) => each.check === 'E4' && each.cells.includes('review.other'))
  assert.equal(outcome?.verdict, at('review.total') >= at('review.upheld') ? 'cannotBeJudged' : 'fails')
  assert.deepEqual(outcome?.missing, ['review.other'])
  assert.deepEqual(idsOf(report), ['E11c'])
})

test('a part greater than its total is wrong even where other parts are blank', () => {
  const report = changed(valid, {
    'review.upheld': numberCell(5),
    'review.other': { kind: 'blank' },
    'review.total': numberCell(3),
  })
  assert.ok(idsOf(report).includes('E4'))
})

test('E11: a negative count, words in a cell, a blank and a mark are named at the cell', () => {
  const row = 'requests.refused_mass'
  assert.ok(idsOf(changed(valid, { [`${row}.research`]: numberCell(-1) })).includes('E11a'))
  assert.ok(
    idsOf(changed(valid, { [`${row}.research`]: { kind: 'malformed', written: '3件' } })).includes('E11b'),
  )
  assert.deepEqual(idsOf(changed(valid, { [`${row}.research`]: { kind: 'mark', mark: '/' } })), ['A11'])
})

test('F1: the trial form is the wrong one for the report on 2021', () => {
  assert.ok(idsOf({ ...validReport(2, '2019'), year: 2021, texts: {} }).includes('F1'))
})

test('R1: a town cannot make 规章', () => {
  const town = { ...valid, organ: { name: '清溪县石桥镇人民政府' } }
  const ids = idsOf(
    changed(town, {
      'proactive.regulations.made': numberCell(2),
      'proactive.regulations.valid': numberCell(2),
    }),
  )
  assert.deepEqual(ids, ['R1'])
})

test('E5: what last year carried forward is carried over this year, column by column', () => {
  const carried = Object.fromEntries(
    Object.entries(valid.cells)
      .filter(([id]) => id.includes('carried_over'))
      .map(([id, cell]) => [id.replace('carried_over', 'carried_forward'), cell]),
  )
  const lastYear = { ...valid, year: valid.year - 1, cells: { ...valid.cells, ...carried } }
  assert.ok(!idsOf(valid, { lastYear }).includes('E5'))
  const wrong = changed(lastYear, { 'requests.carried_forward.company': numberCell(999) })
  const finding = failed(valid, { lastYear: wrong }).find((each) => each.check === 'E5')
  assert.deepEqual(finding?.cells, ['requests.carried_forward.company', 'requests.carried_over.company'])
})

test('E7: a merged report is the sum of its parts, and waits for those not handed in by name', () => {
  const doubled = Object.fromEntries(
    Object.entries(valid.cells).map(([id, cell]) => [
      id,
      cell.kind === 'number' ? numberCell(cell.value * 2) : cell,
    ]),
  )
  const merged = { ...valid, cells: doubled, texts: {} }
  const parts = [
    { organ: '石桥镇', report: valid },
    { organ: '城东街道', report: valid },
  ]
  assert.ok(!idsOf(merged, { parts }).includes('E7'))
  assert.ok(idsOf(valid, { parts }).includes('E7'))
  const waiting = check({ report: merged, parts: [...parts, { organ: '柳林乡' }] }).find(
    (each) => each.check === 'E7',
  )
  assert.equal(waiting?.verdict, 'cannotBeJudged')
  assert.equal(waiting?.sentence, '尚有1个单位未报送，暂不能核对汇总：柳林乡。')
})

test('an explanation lives as long as the figures it speaks of', () => {
  const town = changed(valid, { 'proactive.coercion.decided': { kind: 'mark', mark: '/' } })
  const findings = failed(town)
  const [finding] = findings
  assert.ok(finding)
  assert.equal(inTheWay(findings, []).length, 1)
  assert.equal(inTheWay(findings, [{ fingerprint: finding.fingerprint, words: '本机关无此职权' }]).length, 0)
})

test('no check contradicts another: whichever rows are absent, a report exists in which nothing fails but the absence', () => {
  const rows = form2021.tables.flatMap((table) =>
    table.blocks.flatMap((block) => block.rows.map((row) => row.key)),
  )
  const without = (report: Report, gone: readonly string[]): Report => ({
    ...report,
    cells: Object.fromEntries(
      Object.entries(report.cells).filter(([id]) => !gone.some((row) => id.startsWith(`${row}.`))),
    ),
  })
  const combinations = rows.flatMap((one, index) => [
    [one],
    ...rows.slice(index + 1).map((two) => [one, two]),
  ])
  for (let mask = 0; mask < 400; mask++)
    combinations.push(rows.filter((_, index) => ((mask * 2654435761) >>> (index % 31)) & 1))
  for (const gone of combinations)
    assert.deepEqual(
      idsOf({ ...without(valid, gone), texts: {} }).filter((id) => id !== 'F2'),
      [],
      gone.join(' '),
    )
})
