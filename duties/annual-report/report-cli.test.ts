import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { numberCell, type Report } from '#law/report-forms/report.ts'
import { reportXlsx } from './out/report-xlsx.ts'
import { validReport } from './reading/fixtures/random-report.ts'
import { reportCommand } from './report-cli.ts'
import { merge } from './rules/merge.ts'

function desk(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-report-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const put = (name: string, content: unknown): string => {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content instanceof Uint8Array ? content : JSON.stringify(content))
    return path
  }
  const run = async (...args: string[]) => {
    const said: string[] = []
    t.mock.method(console, 'log', (words: string) => said.push(words))
    t.mock.method(console, 'error', (words: string) => said.push(words))
    const code = await reportCommand(['check', ...args])
    t.mock.restoreAll()
    return { code, said: said.join('\n') }
  }
  return { put, run, folder }
}

const valid: Report = { ...validReport(1, '2021'), year: 2025 }
const texts = {
  ...valid.texts,
  preamble: '',
  overview: '2025年，工作平稳。',
  other: '2025年未收取信息处理费。',
}
const right: Report = { ...valid, texts }
const changed = (cells: Record<string, unknown>) => ({ ...right, cells: { ...right.cells, ...cells } })

test('a report in which nothing is wrong: said, and 0', async (t) => {
  const { put, run } = desk(t)
  const { code, said } = await run(put('a.json', right))
  assert.equal(code, 0, said)
  assert.match(said, /没有发现问题/)
})

test('a negative count, a decimal, a unit in the cell, words for a figure: each named at its cell, and 1', async (t) => {
  const { put, run } = desk(t)
  const row = 'requests.refused_mass'
  const wrong = changed({
    [`${row}.research`]: numberCell(-1),
    [`${row}.welfare`]: 2.5,
    [`${row}.legalService`]: '3件',
    [`${row}.otherOrg`]: '若干',
  })
  const { code, said } = await run(put('a.json', wrong), '--json')
  assert.equal(code, 1)
  const [{ findings }] = JSON.parse(said)
  for (const [check, column] of [
    ['E11a', 'research'],
    ['E11b', 'welfare'],
    ['E11b', 'legalService'],
    ['E11b', 'otherOrg'],
  ])
    assert.ok(
      findings.some(
        (each: { check: string; cells: string[] }) =>
          each.check === check && each.cells.includes(`${row}.${column}`),
      ),
      `${check} ${column}`,
    )
})

test('the same report as Excel gets the same findings as from JSON', async (t) => {
  const { put, run } = desk(t)
  const wrong: Report = { ...right, cells: { ...right.cells, 'requests.granted.total': numberCell(999) } }
  const ids = async (path: string) => {
    const [{ findings }] = JSON.parse((await run(path, '--json')).said)
    return findings
      .map((each: { check: string; cells: string[] }) => `${each.check} ${each.cells.join()}`)
      .sort()
  }
  const fromJson = await ids(put('a.json', wrong))
  assert.ok(fromJson.length > 0)
  assert.deepEqual(await ids(put('a.xlsx', await reportXlsx(wrong))), fromJson)
})

test("last year's report beside: what was carried forward must be carried over", async (t) => {
  const { put, run } = desk(t)
  const before = put('b.json', { ...right, year: 2024 })
  const { said } = await run(put('a.json', right), '--last-year', before)
  assert.match(said, /E5/)
})

test('the lower reports beside: the merged one is their sum', async (t) => {
  const { put, run, folder } = desk(t)
  const parts = [1, 2, 3].map((seed) => ({
    ...validReport(seed, '2021'),
    year: 2025,
    organ: { name: `清溪县第${seed}局` },
  }))
  for (const [index, part] of parts.entries()) put(`below/${index}.json`, part)
  const organ = { name: '清溪县人民政府' }
  const whole = merge(
    form2021,
    organ,
    2025,
    parts.map((report) => ({ organId: report.organ.name, report })),
  )
  const below = join(folder, 'below')
  const sum = { ...whole.report, texts }
  assert.doesNotMatch((await run(put('sum.json', sum), '--below', below)).said, /E7/)
  const less = { ...sum, cells: { ...sum.cells, 'proactive.penalty.decided': numberCell(1) } }
  assert.match((await run(put('less.json', less), '--below', below)).said, /E7/)
})

test('the reports of organs alike beside: a figure far from theirs is asked about, with who they are', async (t) => {
  const { put, run, folder } = desk(t)
  for (const at of [1, 2, 3, 4, 5])
    put(`peers/${at}.json`, {
      ...right,
      organ: { name: `清溪县第${at}镇人民政府` },
      cells: { ...right.cells, 'proactive.penalty.decided': numberCell(10 + at) },
    })
  const alone = put('a.json', changed({ 'proactive.penalty.decided': numberCell(400) }))
  const { code, said } = await run(alone, '--peers', join(folder, 'peers'))
  assert.equal(code, 0, said)
  assert.match(
    said,
    /A12c.*行政处罚.*为400，2025年5个同类机关（清溪县第1镇人民政府等）的中位数为13、最多的为15/,
  )
  assert.doesNotMatch((await run(alone)).said, /A12c/)
})

test('what is no report is refused in words; a command not understood gives 2', async (t) => {
  const { put, run } = desk(t)
  const { code, said } = await run(put('a.json', { year: 2025, cells: { 'requests.nothing.total': 1 } }))
  assert.equal(code, 1)
  assert.match(said, /缺少机关名称.*不是报告的单元格/s)
  assert.equal((await run('--fast')).code, 2)
  assert.equal((await run('/nowhere/report.json')).code, 1)
})
