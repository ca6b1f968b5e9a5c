import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form2019 } from '#law/report-forms/form-2019.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { rowHeadings } from './row-spans.ts'

const rowsOf = (form: typeof form2021) => form.tables[1].blocks.flatMap((block) => block.rows)

test('table three: 三、本年度办理结果 stands once and reaches over its 22 rows, （三）不予公开 over 8', () => {
  const headings = rowHeadings(rowsOf(form2021))
  assert.deepEqual(headings[0], [{ label: '一、本年新收政府信息公开申请数量', rows: 1, columns: 3 }])
  assert.deepEqual(headings[2], [
    { label: '三、本年度办理结果', rows: 22, columns: 1 },
    { label: '（一）予以公开', rows: 1, columns: 2 },
  ])
  assert.deepEqual(headings[4], [
    { label: '（三）不予公开', rows: 8, columns: 1 },
    { label: '1.属于国家秘密', rows: 1, columns: 1 },
  ])
  assert.deepEqual(headings.at(-1), [{ label: '四、结转下年度继续办理', rows: 1, columns: 3 }])
})

test('every row of both forms fills the same three columns', () => {
  for (const form of [form2019, form2021]) {
    const rows = rowsOf(form)
    const filled = rows.map(() => 0)
    rowHeadings(rows).forEach((headings, at) => {
      for (const heading of headings)
        for (let row = at; row < at + heading.rows; row++) filled[row] = (filled[row] ?? 0) + heading.columns
    })
    assert.deepEqual(new Set(filled), new Set([3]))
  }
})
