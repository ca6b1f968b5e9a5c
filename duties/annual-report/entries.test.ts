import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { addEntry, entriesOf, importEntries, withdrawEntry } from './entries.ts'
import { cellCases, reportView } from './view.ts'

const person = '00000000-0000-4000-a000-000000000001'
const cell = 'proactive.penalty.decided'

async function ground(t: Parameters<typeof testPlatform>[0]) {
  const made = await testPlatform(t, '2025-12-20T01:00:00Z')
  const organId = await testOrgan(made.platform.db, 'MZJ')
  const place = { organId, year: 2025, by: person }
  const view = async () =>
    (await reportView(made.platform, organId, 2025, {
      cutOff: made.platform.now().toISOString(),
      roles: ['informationOfficer'],
    })) ?? assert.fail()
  return { ...made, organId, place, view }
}

const typed = (month: string, amount: string) => ({ cell: '行政处罚', month, amount, source: '双公示' })

test('a cell of table two is the sum of its months and opens to them; what is withdrawn is no longer counted', async (t) => {
  const { platform, organId, place, view, at } = await ground(t)
  const kept = await addEntry(platform, place, typed('1', '12'))
  await addEntry(platform, place, typed('2', '30'))
  assert.deepEqual((await view()).cells[cell]?.cell, { kind: 'number', value: 42 })
  const opened = await cellCases(platform, organId, 2025, cell, platform.now().toISOString())
  assert.deepEqual(
    opened?.entries.map(({ month, amount }) => [month, amount]),
    [
      [1, '12.0000'],
      [2, '30.0000'],
    ],
  )
  at('2025-12-21T01:00:00Z')
  assert.equal(kept.kind, 'done')
  if (kept.kind === 'done') await withdrawEntry(platform, place, kept.entryIds[0] ?? '')
  assert.deepEqual((await view()).cells[cell]?.cell, { kind: 'number', value: 30 })
  assert.equal((await entriesOf(platform.db, organId, 2025)).length, 1)
})

test('a list is imported whole or not at all, its wrong rows named', async (t) => {
  const { platform, organId, place } = await ground(t)
  const csv = '项目,月份,数量,来源\r\n行政处罚,1,12,双公示\r\n行政处罚,2,若干,双公示\r\n'
  const wrong = await importEntries(platform, place, '清单.csv', new TextEncoder().encode(csv))
  assert.deepEqual(wrong.kind === 'invalid' && wrong.errors, [
    { field: 'rows.3', message: '第3行：“若干”不是数字，请填写阿拉伯数字' },
  ])
  assert.equal((await entriesOf(platform.db, organId, 2025)).length, 0)
})

test('a list comes as Excel too, with figures as a spreadsheet holds them', async (t) => {
  const { platform, organId, place, view } = await ground(t)
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('清单').addRows([
    ['项目', '月份', '数量或金额（万元）', '来源'],
    ['行政事业性收费', 3, 0.1 + 0.2, '票据'],
    ['行政许可', '4月', 1204, '办件系统'],
  ])
  const answer = await importEntries(
    platform,
    place,
    '清单.xlsx',
    new Uint8Array(await workbook.xlsx.writeBuffer()),
  )
  assert.equal(answer.kind, 'done', JSON.stringify(answer))
  const { cells } = await view()
  assert.equal(cells['proactive.fees.amount']?.cell.value, 300_000)
  assert.equal(cells['proactive.licensing.decided']?.cell.value, 1204)
  const foreign = await importEntries(
    platform,
    { ...place, organId },
    '清单.csv',
    new Uint8Array([0, 1, 2, 3]),
  )
  assert.equal(foreign.kind, 'invalid')
})
