import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormId } from '#law/report-forms/form.ts'
import type { Report } from '#law/report-forms/report.ts'
import { validReport } from '../reading/fixtures/random-report.ts'
import { openSource } from '../reading/open.ts'
import { reportOf } from '../reading/read.ts'
import { setOut } from '../rules/set-out.ts'
import { reportDocx } from './report-docx.ts'
import { reportPdf } from './report-pdf.ts'
import { reportXlsx } from './report-xlsx.ts'

async function readBack(name: string, bytes: Uint8Array): Promise<Report> {
  const [source] = await openSource(name, bytes)
  assert.equal(source?.kind, 'read', source?.kind === 'refused' ? source.why : name)
  return (source?.kind === 'read' ? reportOf(source.reading) : undefined) ?? assert.fail(name)
}

const bare = (report: Report) =>
  Object.fromEntries(
    Object.entries(report.cells).map(([id, cell]) => [id, cell.kind === 'number' ? cell.value : cell.kind]),
  )

const outs = [
  ['report.docx', reportDocx],
  ['report.xlsx', reportXlsx],
  ['report.pdf', reportPdf],
] as const

for (const form of ['2019', '2021'] as const satisfies readonly FormId[])
  for (const [name, out] of outs)
    test(`${name} of the form of ${form}: read back, every figure stands in its place`, async () => {
      for (const seed of [1, 2, 3]) {
        const report = validReport(seed, form)
        const bytes = await out(report)
        const back = await readBack(name, bytes)
        assert.deepEqual(bare(back), bare(report))
        assert.equal(back.year, report.year)
        assert.equal(back.organ.name, report.organ.name)
      }
    })

test('a blank cell goes out blank and a mark as a mark, neither as 0', async () => {
  const valid = validReport(4, '2021')
  const report: Report = {
    ...valid,
    cells: {
      ...valid.cells,
      'proactive.coercion.decided': { kind: 'mark', mark: '/' },
      'review.upheld': { kind: 'blank' },
    },
  }
  const back = await readBack('report.docx', await reportDocx(report))
  assert.equal(back.cells['proactive.coercion.decided']?.kind, 'mark')
  assert.equal(back.cells['review.upheld']?.kind, 'blank')
})

test('what an office writes is text: marks of the typesetter and of XML stay as they are', async () => {
  const valid = validReport(5, '2021')
  const problems = '一是#set page()<w:t>、$x$、[1]、*粗*、_斜_都是文字。'
  const report = { ...valid, texts: { ...valid.texts, problems } }
  for (const [name, out] of outs) {
    const back = await readBack(name, await out(report))
    assert.equal(back.texts.problems?.replace(/\s/g, ''), problems.replace(/\s/g, ''), name)
  }
})

test('the pieces: six headings, three tables, 25 rows of table three under three rows of headings', () => {
  const pieces = setOut(validReport(6, '2021'))
  assert.equal(pieces.filter(({ kind }) => kind === 'heading').length, 6)
  const tables = pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.table] : []))
  assert.deepEqual(
    tables.map(({ rows }) => rows.length),
    [14, 28, 4],
  )
})
