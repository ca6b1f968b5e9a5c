import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { readTable, type Table } from '#platform/documents/table-file.ts'
import { day } from '#time/day.ts'
import { checkTable, dayIn } from './check-rows.ts'
import { outcomeOf } from './fields.ts'
import { headerOf } from './header.ts'

const bytesOf = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('台账'))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const tableOf = async (name: string, bytes: Uint8Array): Promise<Table> => {
  const read = await readTable(name, bytes)
  return read.kind === 'read' ? read.table : assert.fail(read.sentence)
}

const headings = ['编号', '申请人', '申请人类型', '申请内容', '申请方式', '收到日期', '答复结果', '答复时间']
const row = ['2024-1', '周禾', '公民', '财政决算', '邮寄', '2024/3/5', '予以公开', '2024年4月1日']

test('a day is read as registers write it, and as Excel counts it', () => {
  for (const said of [
    '2024-03-05',
    '2024/3/5',
    '2024.3.5',
    '2024年3月5日',
    '20240305',
    '45356',
    '2024-03-05 09:30',
  ])
    assert.equal(dayIn(said), '2024-03-05', said)
  for (const said of ['2024-02-30', '3月5日', '不详', '2024']) assert.equal(dayIn(said), undefined, said)
})

test('an outcome is known by its name, its row of table three, or the usual word; 不予公开 alone says too little', () => {
  assert.equal(outcomeOf('本机关不掌握相关政府信息'), 'U1a')
  assert.equal(outcomeOf('1.属于国家秘密'), 'D1')
  assert.equal(outcomeOf('（二）部分公开'), 'P1')
  assert.equal(outcomeOf('信访举报投诉类申请'), 'R1')
  assert.equal(outcomeOf('不予公开'), undefined)
})

test('columns are guessed from their headings, below a title row', async () => {
  const bytes = await bytesOf((sheet) => {
    sheet.addRow(['2024年依申请公开台账'])
    sheet.mergeCells('A1:H1')
    sheet.addRow(headings)
    sheet.addRow(row)
  })
  const header = headerOf(await tableOf('台账.xlsx', bytes))
  assert.ok(header.kind === 'found')
  assert.equal(header.headerRow, 2)
  assert.deepEqual(header.mapping, {
    number: { column: 1 },
    name: { column: 2 },
    category: { column: 3 },
    title: { column: 4 },
    channel: { column: 5 },
    receivedOn: { column: 6 },
    outcome: { column: 7 },
    repliedOn: { column: 8 },
  })
})

test('two rows of headings are told with both their numbers', async () => {
  const bytes = await bytesOf((sheet) => {
    sheet.addRow(['申请人', '', '申请内容', '收到日期'])
    sheet.addRow(['姓名', '联系电话', '信息名称', '时间'])
    sheet.addRow(row)
  })
  const header = headerOf(await tableOf('台账.xlsx', bytes))
  assert.deepEqual(header, {
    kind: 'unclear',
    sentence: '第1行和第2行都是表头。请只保留一行表头，每列一个名称，然后重新上传',
  })
})

test('every wrong row is listed with its number, its field and the reason; merged cells too', async () => {
  const bytes = await bytesOf((sheet) => {
    sheet.addRow(headings)
    sheet.addRow(row)
    sheet.addRow(['2024-2', '', '公民', '征地批复', '邮寄', '2024-02-30', '', ''])
    sheet.addRow(['2024-3', '林川', '公民', '环评批复', '邮寄', '2024-05-06', '予以公开', '2024-05-01'])
    sheet.addRow(['2024-4', '林川', '公民', '校车路线', '鸽子', '2024-05-06', '办了', '2024-05-09'])
    sheet.addRow(['2024-1', '何田', '企业', '招标文件', '网上', '2024-06-03', '', ''])
    sheet.addRow(['2024-6', '何田', '企业', '招标文件', '网上', '2024-06-03', '重复申请', ''])
    sheet.addRow(['', '何田', '企业', '招标文件', '网上', '2024-06-04', '', ''])
    sheet.mergeCells('B7:B8')
  })
  const table = await tableOf('台账.xlsx', bytes)
  const header = headerOf(table)
  assert.ok(header.kind === 'found')
  const { taken, wrong } = checkTable(table, { ...header, today: day('2026-03-02') })
  assert.deepEqual(
    taken.map((each) => each.row),
    [2],
  )
  assert.deepEqual(
    wrong.map((each) => `${each.row} ${each.field} ${each.message.split('；')[0]}`),
    [
      '3 申请人 没有填写申请人',
      '3 收到日期 收到日期“2024-02-30”不是一个存在的日期',
      '4 答复日期 答复日期（2024年5月1日）早于收到日期（2024年5月6日）',
      '5 提交方式 不认识的提交方式“鸽子”',
      '5 办理结果 不认识的办理结果“办了”',
      '6 编号 编号“2024-1”与第2行重复',
      '7 合并单元格 第7行至第8行的第2列是合并单元格，请取消合并并逐行填写',
      '7 答复日期 有办理结果而没有答复日期',
      '8 申请人 没有填写申请人',
    ],
  )
})

test('a CSV of an older Excel is read in its own encoding, with quotes and line breaks inside a cell', async () => {
  const gb = Uint8Array.from([0xc9, 0xea, 0xc7, 0xeb, 0xc8, 0xcb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a])
  assert.deepEqual((await tableOf('a.csv', gb)).rows[0], ['申请人', '电话'])
  const text = '\ufeff申请人,申请内容\r\n"周禾","财政""决算""，\n2024年"\r\n'
  const { rows } = await tableOf('b.csv', new TextEncoder().encode(text))
  assert.deepEqual(rows.slice(0, 2), [
    ['申请人', '申请内容'],
    ['周禾', '财政"决算"，\n2024年'],
  ])
})

test('what is no table is refused with a sentence', async () => {
  const broken = await readTable('a.xlsx', new TextEncoder().encode('not a workbook'))
  assert.equal(broken.kind, 'unreadable')
  const old = await readTable('a.xls', new Uint8Array(10))
  assert.match(old.kind === 'unreadable' ? old.sentence : '', /另存为 xlsx/)
  const empty = await readTable('a.csv', new TextEncoder().encode('\n\n'))
  assert.equal(empty.kind === 'unreadable' && empty.sentence, '文件里没有内容')
})
