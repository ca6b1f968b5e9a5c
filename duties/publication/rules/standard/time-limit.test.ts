import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeLimitOf } from './time-limit.ts'

test('第二十六条: days after forming, as the tables write them', () => {
  const twenty = { kind: 'afterForming', days: 20, working: true }
  assert.deepEqual(timeLimitOf('自信息形成或者变更之日起20个工作日内'), twenty)
  assert.deepEqual(
    timeLimitOf('信息形成或变更之日起 20 个工作日内公开，法律、法规另有规定的从其规定'),
    twenty,
  )
  assert.deepEqual(timeLimitOf('形成之日起二十个工作日内'), twenty)
  assert.deepEqual(timeLimitOf('作出决定之日起7个工作日以内'), {
    kind: 'afterForming',
    days: 7,
    working: true,
  })
  assert.deepEqual(timeLimitOf('批准后十五日内'), { kind: 'afterForming', days: 15, working: false })
})

test('a limit that returns: by year with its day, by quarter, by month', () => {
  assert.deepEqual(timeLimitOf('每年1月31日前'), { kind: 'every', period: 'year', by: '01-31' })
  assert.deepEqual(timeLimitOf('按季度公开'), { kind: 'every', period: 'quarter' })
  assert.deepEqual(timeLimitOf('每月更新'), { kind: 'every', period: 'month' })
  assert.deepEqual(timeLimitOf('每半年一次'), { kind: 'every', period: 'halfYear' })
  assert.deepEqual(timeLimitOf('年度公开'), { kind: 'every', period: 'year' })
})

test('at once and in time count no days; other words are not guessed at', () => {
  for (const words of ['实时公开', '及时公开', '长期公开', '动态更新'])
    assert.deepEqual(timeLimitOf(words), { kind: 'promptly' })
  for (const words of ['', '见文件', '按规定']) assert.deepEqual(timeLimitOf(words), { kind: 'unclear' })
})
