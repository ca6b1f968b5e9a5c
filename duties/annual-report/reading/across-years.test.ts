import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberCell, type Report } from '#law/report-forms/report.ts'
import { acrossYears } from './across-years.ts'
import { asText } from './fixtures/as-text.ts'
import { documentOf } from './fixtures/document.ts'
import { validReport } from './fixtures/random-report.ts'
import { openSource } from './open.ts'
import { type ReadResult, resultOf } from './result.ts'

async function read(report: Report): Promise<ReadResult> {
  const [source] = await openSource(
    `${report.year}.txt`,
    new TextEncoder().encode(asText(documentOf(report), 'tabs')),
  )
  if (source === undefined) throw new Error('nothing read')
  return resultOf(source)
}

test('in a batch each report is held against the one of the year before: what was carried forward is carried over', async () => {
  const base = validReport(5, '2021')
  const carried = (row: string, value: number) => ({ [`requests.${row}.company`]: numberCell(value) })
  const before = { ...base, year: 2022, cells: { ...base.cells, ...carried('carried_forward', 4) } }
  const after = { ...base, year: 2023, cells: { ...base.cells, ...carried('carried_over', 3) } }
  const [found] = acrossYears([await read(before), await read(after)])
  assert.equal(found?.year, 2023)
  const finding = found?.findings.find(
    (each) => each.check === 'E5' && each.cells.includes('requests.carried_over.company'),
  )
  assert.equal(
    finding?.sentence,
    '表三“商业企业”列：上年报告结转下年度4件，本年报告上年结转3件，应当相等，相差1件，请核对或说明。',
  )
})
