import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { sayDue } from './say-due.ts'

const provisional = false

test('a due day is said with its last day included, and 暂定 while the calendar is not settled', () => {
  assert.equal(
    sayDue({ kind: 'due', on: day('2026-04-13'), provisional }),
    '应当于2026年4月13日前（含当日）答复',
  )
  assert.equal(
    sayDue({ kind: 'due', on: day('2027-01-18'), provisional: true }, '主动公开'),
    '应当于2027年1月18日前（含当日）主动公开（暂定）',
  )
})

test('a clock that stands says what it waits for and until when', () => {
  const since = day('2026-07-08')
  assert.equal(
    sayDue({ kind: 'stopped', stoppedFor: 'correction', since, until: day('2026-07-22'), provisional }),
    '等待申请人补正，最迟至2026年7月22日',
  )
  assert.equal(sayDue({ kind: 'stopped', stoppedFor: 'noTerm', since, provisional }), '没有法定期限')
})

test('an ending says its day, and that a reply was late', () => {
  const on = day('2026-07-01')
  assert.equal(
    sayDue({ kind: 'over', how: 'replied', on, inTime: false, provisional }),
    '已答复（2026年7月1日），超过期限',
  )
  assert.equal(
    sayDue({ kind: 'over', how: 'replied', on, inTime: true, provisional }),
    '已答复（2026年7月1日）',
  )
  assert.equal(sayDue({ kind: 'over', how: 'withdrawn', on, provisional }), '申请人已撤回（2026年7月1日）')
})
