import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { readTable } from './table-file.ts'

test('a workbook that lies within a larger block of memory, as uploads do, is read', async () => {
  const made = new ExcelJS.Workbook()
  made.addWorksheet('甲').addRow(['姓名', '电话'])
  const bytes = Buffer.from(await made.xlsx.writeBuffer())
  const block = Buffer.alloc(bytes.length + 100, 0x41)
  block.set(bytes, 50)
  const read = await readTable('甲.xlsx', block.subarray(50, 50 + bytes.length))
  assert.deepEqual(read, { kind: 'read', table: { rows: [['姓名', '电话']], merged: [] } })
})
