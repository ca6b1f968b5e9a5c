import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleXlsx } from '#duties/publication/catalogue/example.ts'
import { readCatalogueFile } from '#duties/publication/catalogue/read-file.ts'
import { entryOf, standardSheets } from './standards.ts'

test('the three standard catalogues of the county come whole out of their workbook', async () => {
  const read = await readCatalogueFile('标准目录.xlsx', await exampleXlsx(standardSheets()))
  assert.equal(read.kind, 'read')
  if (read.kind !== 'read') return
  assert.deepEqual(
    read.tables.map(({ field, entries, wrong }) => [field?.label, entries.length, wrong]),
    [
      ['财政预决算', 5, []],
      ['安全生产', 5, []],
      ['社会救助', 5, []],
    ],
  )
  const approved = read.tables[2]?.entries[3]?.entry
  assert.deepEqual(
    [approved?.first, approved?.groups, approved?.basis, approved?.limit, approved?.carriers],
    [
      '最低生活保障',
      '申请人所在村（社区）居民',
      '《社会救助暂行办法》',
      '公示7个工作日内',
      ['政府网站', '社区/企事业单位/村公示栏（电子屏）'],
    ],
  )
})

test('an item stands under the entry that its title speaks of', () => {
  assert.equal(entryOf('清溪县民政局2026年度部门预算'), '04-001')
  assert.equal(entryOf('清溪县2026年第3期安全生产执法检查情况'), '05-002')
  assert.equal(entryOf('青岩镇2026年第2批农村低保对象名单公示'), '17-003')
  assert.equal(entryOf('清溪县民政局机构职能'), undefined)
})
