import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { columnsOf, type Newest } from './columns.ts'
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
