import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberCell } from '#law/report-forms/report.ts'
import { validReport } from '../reading/fixtures/random-report.ts'
import { findingsAsTyped } from './as-typed.ts'

const valid = validReport(1, '2021')
const saved = {
  ...valid,
  cells: { ...valid.cells, 'requests.new_received.total': numberCell(12) },
  texts: { ...valid.texts, overview: '全年新收到政府信息公开申请15件。' },
}

test('while a sentence is typed, the finding that it mends goes and the one that it breaks comes; others stay', () => {
  const typed = {
    ...saved,
    texts: { ...saved.texts, overview: '全年新收到政府信息公开申请12件。', problems: '无' },
  }
  const { broken, mended } = findingsAsTyped(saved, typed)
  assert.deepEqual(
    broken.map(({ check }) => check),
    ['E12'],
  )
  assert.deepEqual(
    [...mended].map((fingerprint) => fingerprint.split('|')[0]),
    ['E8'],
  )
  assert.deepEqual(findingsAsTyped(saved, saved), { broken: [], mended: new Set() })
})
