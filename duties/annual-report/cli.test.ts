import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readCommand } from './cli.ts'
import { asText } from './reading/fixtures/as-text.ts'
import { documentOf } from './reading/fixtures/document.ts'
import { validReport } from './reading/fixtures/random-report.ts'

/** Runs the command with what it prints kept. */
async function run(args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  const { log, error } = console
  console.log = console.error = (line: string) => void lines.push(line)
  try {
    return { code: await readCommand(args), out: lines.join('\n') }
  } finally {
    console.log = log
    console.error = error
  }
}

test('gongkai read: a folder is read file by file, one bad file does not stop the rest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-read-'))
  try {
    writeFileSync(join(folder, '一.txt'), asText(documentOf(validReport(1, '2021')), 'tabs'))
    writeFileSync(join(folder, '二.txt'), '不是报告')
    const printed = await run([folder])
    assert.equal(printed.code, 1)
    assert.match(printed.out, /六个部分：齐全/)
    assert.match(printed.out, /没有读到政府信息公开工作年度报告的内容/)
    const json = await run([join(folder, '一.txt'), '--json'])
    assert.equal(json.code, 0)
    assert.equal(JSON.parse(json.out)[0].form, '2021')
    await run([folder, '--out', join(folder, 'out')])
    const names = readdirSync(join(folder, 'out'))
    assert.equal(names.filter((name) => name.startsWith('overview.')).length, 4)
    assert.deepEqual(
      names
        .filter((name) => /一\.txt/.test(name))
        .map((name) => name.slice(-5))
        .sort(),
      ['.html', '.json', '.xlsx'].map((end) => `txt${end}`.slice(-5)).sort(),
    )
    assert.match(readFileSync(join(folder, 'out', 'overview.html'), 'utf8'), /读到1份报告，1个文件没有读/)
    assert.match(readFileSync(join(folder, 'out', 'overview.csv'), 'utf8'), /没有发现问题/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('gongkai read: of a list of addresses the own network is refused, and a line without one is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-read-'))
  try {
    writeFileSync(join(folder, '清单.txt'), '# 县直部门\nhttp://127.0.0.1:9/report.html\n民政局\n')
    const printed = await run(['--addresses', join(folder, '清单.txt')])
    assert.equal(printed.code, 1)
    assert.match(printed.out, /这个网址在内部网络，没有放行/)
    assert.match(printed.out, /民政局\n {2}这一行没有网址/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('gongkai read: a missing file and an unknown option are said in words', async () => {
  const missing = await run(['/没有/这个文件'])
  assert.equal(missing.code, 1)
  assert.match(missing.out, /没有这个文件/)
  assert.equal((await run(['--很快'])).code, 2)
  assert.equal((await run([])).code, 2)
})
