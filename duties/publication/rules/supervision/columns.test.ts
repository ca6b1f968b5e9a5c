import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { columnsOf, type Newest } from './columns.ts'
import { columnsProblem } from './kept-columns.ts'
import { limitProblem, usualInspection } from './settings.ts'

const nothing: Newest = {
  ...{ homeOn: null, newsOn: null, noticeOn: null, policyOn: null, statisticsOn: null },
  headingOn: {},
}
const given = { kind: 'government', settings: usualInspection, today: day('2026-11-22') }
const statistics = (newest: Newest) => columnsOf(newest, given).filter(({ label }) => label === '统计信息')

test('国办秘函〔2019〕19号: a column is named once among the empty ones; 统计信息 is one column', () => {
  const columns = columnsOf(nothing, given)
  const labels = columns.map(({ label }) => label)
  assert.equal(new Set(labels).size, labels.length)
  assert.deepEqual(statistics(nothing).length, 1)
})

test('what is filed under 第二十条第（四）项 updates the column of statistics, and the column leads there', () => {
  const filed = { ...nothing, headingOn: { '20-04': day('2026-10-01') } }
  assert.deepEqual(
    statistics(filed).map(({ code, newestOn, by, state }) => [code, newestOn, by, state]),
    [['20-04', '2026-10-01', '2027-01-01', 'well']],
  )
  const newer = { ...filed, statisticsOn: day('2026-10-20') }
  assert.deepEqual(
    statistics(newer).map(({ code, newestOn }) => [code, newestOn]),
    [['statistics', '2026-10-20']],
  )
})

test('which columns there must be is set by kind of organ: one left out is no empty column, one added is', () => {
  const labelsOf = (kind: string, columns = usualInspection.columns) =>
    columnsOf(nothing, { ...given, kind, settings: { ...usualInspection, columns } }).map(
      ({ label }) => label,
    )
  assert.deepEqual(labelsOf('town'), ['首页', '通知公告', '机关职能和机构', '财政预算决算', '民生政策及落实'])
  const columns = { ...usualInspection.columns, town: ['home', 'news', '20-12'] }
  assert.deepEqual(labelsOf('town', columns), ['首页', '工作动态', '应急预案和预警'])
  assert.equal(labelsOf('street', columns).length, 5)
  assert.deepEqual(labelsOf('village'), [])
})

test('what an organ above asks of its lower organs may be added to, not taken away', () => {
  assert.equal(columnsProblem('town', ['home']), undefined)
  const above = { ...usualInspection.columns, town: ['home', '20-12'] }
  assert.equal(columnsProblem('town', ['home', '20-12', '20-13'], above), undefined)
  assert.equal(columnsProblem('town', ['home'], above), '上级机关要求设置的栏目不能去掉：应急预案和预警')
})

test('a number may be made stricter than the state and the organ above, never looser, and the sentence says why', () => {
  assert.equal(limitProblem('homeDays', 14), undefined)
  assert.equal(limitProblem('homeDays', 15), '首页更新不得超过14天：国家规定的期限为14天，只能更严')
  assert.equal(limitProblem('headingMonths', 37), '应更新栏目长期未更新不得超过36个月')
  assert.equal(limitProblem('homeDays', 0), '首页更新应当是不小于1的整数')
  const above = { ...usualInspection, homeDays: 10 }
  assert.equal(
    limitProblem('homeDays', 12, above),
    '首页更新不得超过10天：上级机关设定的期限为10天，只能更严',
  )
  assert.equal(limitProblem('soonDays', 5, above), undefined)
})
