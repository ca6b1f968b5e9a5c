import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grid } from './grid.ts'
import { standardHeader } from './header.ts'
import { publishedHeading } from './published-heading.ts'
import { standardRows } from './rows.ts'

const { top, low: published, merged } = publishedHeading(14)
// Some tables say 依申请 where others say 依申请公开.
const low = published.with(11, '依申请')
const title = ['社会救助领域基层政务公开标准目录', ...Array<string>(13).fill('')]
const low3 = [
  '3',
  '',
  '办理程序',
  '申请条件、流程',
  '同上',
  '同上',
  '同 上',
  '■政府网站 □政府公报',
  '√',
  '',
  '√',
  '',
  '√',
  '√',
]
const one = [
  '1',
  '最低生活保障',
  '政策法规',
  '文件名称、文号',
  '《社会救助暂行办法》',
  '20个工作日内',
  '县民政局',
  '■政府网站 ■公开查阅点',
  '√',
  '',
  '√',
  '',
  '√',
  '√',
]
const two = [
  '2',
  '',
  '审核信息',
  '名单',
  '同上',
  '同上',
  '同上',
  '■村公示栏',
  '',
  '低保对象',
  '√',
  '',
  '',
  '■',
]

const read = (...rows: string[][]) => {
  const grid: Grid = { rows: [title, top, low, ...rows], merged }
  const found = standardHeader(grid)
  assert.equal(found.kind, 'found')
  return found.kind === 'found'
    ? { header: found.header, ...standardRows(grid, found.header) }
    : assert.fail()
}

test('国办发〔2019〕54号: two rows of headings give every column', () => {
  const { header } = read(one)
  assert.equal(header.firstRow, 4)
  assert.deepEqual(header.at, {
    ...{ number: 1, first: 2, second: 3, content: 4, basis: 5, limit: 6, subject: 7, carriers: 8 },
    ...{ everybody: 9, groups: 10, published: 11, onRequest: 12, county: 13, town: 14 },
  })
  assert.equal(header.title, '社会救助领域基层政务公开标准目录')
})

test('同上 takes the words of the row above, also over several rows', () => {
  const { entries, wrong } = read(one, two, low3)
  assert.deepEqual(wrong, [])
  assert.deepEqual(
    entries.map(({ row, entry }) => [
      row,
      entry.first,
      entry.second,
      entry.subject,
      entry.limit,
      entry.tiers,
    ]),
    [
      [4, '最低生活保障', '政策法规', '县民政局', '20个工作日内', ['county', 'town']],
      [5, '最低生活保障', '审核信息', '县民政局', '20个工作日内', ['town']],
      [6, '最低生活保障', '办理程序', '县民政局', '20个工作日内', ['county', 'town']],
    ],
  )
  assert.deepEqual(entries[1]?.entry.groups, '低保对象')
  assert.deepEqual(entries[2]?.entry.carriers, ['政府网站'])
})

test('同上 in the first row has nothing above it', () => {
  const { entries, wrong } = read(two)
  assert.equal(entries.length, 0)
  assert.deepEqual(
    wrong.filter(({ message }) => message.includes('上面没有')).map(({ row, column }) => [row, column]),
    [
      [4, '公开依据'],
      [4, '公开时限'],
      [4, '公开主体'],
    ],
  )
})

test('each thing wrong is named once, at its row and column; 同上 below a fault does not repeat it', () => {
  const change = (cells: string[], at: number, words: string) =>
    cells.map((cell, i) => (i === at ? words : cell))
  const { entries, wrong } = read(
    one,
    change(change(low3, 2, '甲'), 5, ''),
    change(change(low3, 2, '乙'), 7, '□政府网站'),
    change(change(low3, 2, '丙'), 8, ''),
    change(change(low3, 2, '丁'), 10, '公开'),
    change(change(change(low3, 2, '戊'), 12, ''), 13, ''),
    low3,
    low3,
  )
  assert.deepEqual(
    wrong.map(({ row, column, message }) => `${row} ${column} ${message}`),
    [
      '5 公开时限 没有填写公开时限',
      '6 公开渠道和载体 公开渠道和载体一个也没有选',
      '7 公开对象·全社会 公开对象一个也没有选，应当是全社会或者特定群体',
      '8 公开方式·主动 写的是“公开”；这一栏只打勾（√、■）或者留空',
      '9 公开层级·县级 公开层级一个也没有选',
      '11 二级事项 与第10行是同一个事项',
    ],
  )
  assert.equal(entries.length, 1)
})

test('a table without a column says which', () => {
  const cut = (row: string[]) => row.filter((_, i) => i !== 5)
  const found = standardHeader({ rows: [cut(title), cut(top), cut(low), cut(one)], merged: [] })
  assert.deepEqual(found, {
    kind: 'unclear',
    sentence: '第2行是表头，但没有“公开时限”这一列。请按标准目录的栏目补上后重新上传',
  })
  const none = standardHeader({ rows: [['你好']], merged: [] })
  assert.equal(none.kind, 'unclear')
})

test('notes below the table and headings repeated on a new page are no entries', () => {
  const note = Array<string>(14).fill('注：本目录由县民政局负责解释')
  const { entries, wrong } = read(
    one,
    top.map((cell, i) => cell || (low[i] ?? '')),
    low3,
    note,
  )
  assert.deepEqual(wrong, [])
  assert.equal(entries.length, 2)
})
