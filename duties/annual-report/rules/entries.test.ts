import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellNamed, readEntry, readEntryList } from './entries.ts'

test('a cell of table two is named as the form prints it, or by its id', () => {
  assert.equal(cellNamed('行政处罚', '2021'), 'proactive.penalty.decided')
  assert.equal(cellNamed('行政规范性文件 本年制发件数', '2021'), 'proactive.normative.made')
  assert.equal(cellNamed('proactive.fees.amount', '2021'), 'proactive.fees.amount')
  assert.equal(cellNamed('行政规范性文件', '2021'), undefined)
  assert.equal(cellNamed('本年新收', '2021'), undefined)
})

test('an entry is read, or every field that is wrong is named', () => {
  const right = { cell: '行政处罚', month: '3月', amount: '1,204', source: '双公示' }
  assert.deepEqual(readEntry(right, '2021'), {
    entry: { cell: 'proactive.penalty.decided', month: 3, amount: '1204', source: '双公示' },
  })
  const read = readEntry({ cell: '行政处罚', month: '13', amount: '2.5', source: ' ' }, '2021')
  assert.deepEqual('problems' in read && read.problems.map(({ field }) => field), [
    'month',
    'amount',
    'source',
  ])
})

test('an amount has at most four decimals of 万元', () => {
  const fee = (amount: string) =>
    readEntry({ cell: '行政事业性收费', month: '1', amount, source: '票据' }, '2021')
  assert.ok('entry' in fee('12.3456'))
  assert.ok('entry' in fee('12.345600'))
  assert.ok('problems' in fee('12.34561'))
})

test('a list: columns in any order, empty rows passed over, wrong rows with their number and reason', () => {
  const { entries, wrong } = readEntryList(
    [
      ['来源', '项目', '数量', '月份'],
      ['登记簿', '行政许可', '12', '1'],
      ['', '', '', ''],
      ['登记簿', '行政许可', '三件', '2'],
    ],
    '2021',
  )
  assert.equal(entries.length, 1)
  assert.deepEqual(wrong, [{ row: 4, reason: '“三件”不是数字，请填写阿拉伯数字' }])
})

test('a list without a column is not read by guess', () => {
  const { entries, wrong } = readEntryList(
    [
      ['项目', '月份', '数量'],
      ['行政许可', '1', '3'],
    ],
    '2021',
  )
  assert.equal(entries.length, 0)
  assert.match(wrong[0]?.reason ?? '', /没有“来源”/)
})
