import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { readTable } from './table-file.ts'

const tableOf = async (name: string, text: string) => {
  const read = await readTable(name, new TextEncoder().encode(text))
  return read.kind === 'read' ? read.table.rows : read.sentence
}

test('a field in quotes keeps its comma, its quotes and its line', async () => {
  assert.deepEqual(await tableOf('甲.csv', '\uFEFFa,"b,""c""\nd"\r\n1,2'), [
    ['a', 'b,"c"\nd'],
    ['1', '2'],
  ])
})

test('fields are separated by what the first line has most of; what is no text is no CSV', async () => {
  assert.deepEqual(await tableOf('甲.csv', '项目\t数量，金额\t来源\n许可\t1\t系统'), [
    ['项目', '数量，金额', '来源'],
    ['许可', '1', '系统'],
  ])
  assert.match(String(await tableOf('甲.csv', 'a\0b')), /^请上传 xlsx 或者 CSV 文件/)
})

test('a figure of a sheet comes without the noise of floats', async () => {
  const made = new ExcelJS.Workbook()
  made.addWorksheet('甲').addRow([0.1 + 0.2, 1204])
  const read = await readTable('甲.xlsx', new Uint8Array(await made.xlsx.writeBuffer()))
  assert.deepEqual(read.kind === 'read' && read.table.rows, [['0.3', '1204']])
})

test('a workbook that lies within a larger block of memory, as uploads do, is read', async () => {
  const made = new ExcelJS.Workbook()
  made.addWorksheet('甲').addRow(['姓名', '电话'])
  const bytes = Buffer.from(await made.xlsx.writeBuffer())
  const block = Buffer.alloc(bytes.length + 100, 0x41)
  block.set(bytes, 50)
  const read = await readTable('甲.xlsx', block.subarray(50, 50 + bytes.length))
  assert.deepEqual(read, { kind: 'read', table: { rows: [['姓名', '电话']], merged: [] } })
})
