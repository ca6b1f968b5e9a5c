import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Day, plusDays, weekday } from '#time/day.ts'
import { countedOn, linesOf, type StripCell, weeksOf } from './strip-weeks.ts'

const cell = (day: string, more: Partial<StripCell> = {}): StripCell => ({
  day,
  counted: null,
  mark: '',
  reason: '工作日',
  makeUp: false,
  extension: false,
  due: false,
  provisional: false,
  ...more,
})

/** Days one after another; on working days `mark` stands, on weekend days 周. */
const run = (from: string, days: number, mark: string, reason: string): StripCell[] =>
  Array.from({ length: days }, (_, i) => {
    const day = plusDays(from as Day, i)
    return weekday(day) > 5 ? cell(day, { mark: '周', reason: '周末' }) : cell(day, { mark, reason })
  })

test('a strip that begins on a Friday has four empty places before it', () => {
  const [first] = weeksOf([
    cell('2026-02-13', { mark: '收' }),
    cell('2026-02-14', { counted: 1, makeUp: true }),
  ])
  assert.deepEqual(first?.kind === 'week' && first.cells.map((each) => each?.day.slice(8) ?? ''), [
    ...['', '', '', '', '13', '14', ''],
  ])
})

test('two whole weeks of waiting are drawn, three become one line with their reason', () => {
  const two = weeksOf([...run('2026-03-02', 14, '补', '等待补正'), cell('2026-03-16', { counted: 1 })])
  assert.deepEqual(
    two.map((week) => week.kind),
    ['week', 'week', 'week'],
  )
  const three = weeksOf([...run('2026-03-02', 21, '补', '等待补正'), cell('2026-03-23', { counted: 1 })])
  assert.deepEqual(three[0], {
    kind: 'leftOut',
    weeks: 3,
    from: '2026-03-02',
    to: '2026-03-22',
    reason: '等待补正',
  })
  assert.equal(three.length, 2)
})

test('the table says days left out for the same reason in one line, counted days each in its own', () => {
  const lines = linesOf([
    cell('2026-09-30', { counted: 2 }),
    ...run('2026-10-01', 2, '假', '国庆节'),
    cell('2026-10-08', { counted: 3, due: true }),
  ])
  assert.deepEqual(
    lines.map(({ from, to, days }) => [from, to, days]),
    [
      ['2026-09-30', '2026-09-30', 1],
      ['2026-10-01', '2026-10-02', 2],
      ['2026-10-08', '2026-10-08', 1],
    ],
  )
})

test('an empty strip has no weeks, and counts nothing', () => {
  assert.deepEqual(weeksOf([]), [])
  assert.equal(countedOn([]), 0)
})
