import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromWords, inWords, wordsOf } from './kind-field.ts'
import { kinds, readExtra } from './kinds.ts'
import { cleanupDueOn, countsIn, validityOn } from './register.ts'

test('政府工作报告: each task is a row with its organ and its progress; a wrong cell is named by row and column', () => {
  const tasks = [
    { task: '新建口袋公园5个', organ: '县住建局', percent: '60%', updatedOn: '2026-06-30' },
    { task: '', organ: '' },
    { task: '改造老旧小区12个', organ: '县住建局', percent: '140' },
  ]
  const wrong = readExtra('workReport', { year: '2026', tasks }, false)
  assert.deepEqual(wrong.problems, [
    { field: 'extra.tasks', code: 'notANumber', label: '任务分解第3行进度（%）' },
  ])
  const { extra, problems } = readExtra('workReport', { year: '2026', tasks: tasks.slice(0, 2) }, true)
  assert.deepEqual(problems, [])
  assert.deepEqual(extra, {
    year: 2026,
    tasks: [{ task: '新建口袋公园5个', organ: '县住建局', percent: 60, updatedOn: '2026-06-30' }],
  })
})

test('a draft may wait for what its kind asks, review may not', () => {
  assert.deepEqual(readExtra('interview', { heldAt: ' ' }, false).problems, [])
  assert.deepEqual(
    readExtra('interview', { heldAt: ' ', guests: '县民政局局长\n\n低保中心主任' }, true).problems,
    [{ field: 'extra.heldAt', code: 'missing', label: '访谈时间' }],
  )
  const { extra } = readExtra('interview', { guests: '县民政局局长\n\n低保中心主任' }, false)
  assert.deepEqual(extra.guests, ['县民政局局长', '低保中心主任'])
})

test('第十五条: the cells of a table are looked through as one text, and masked each in its place', () => {
  const field = kinds.interpretation.fields.questions
  const rows = [{ question: '向谁咨询？', answer: '拨打13812345678' }]
  const words = wordsOf(rows, field) ?? ''
  const masked = fromWords(words.replace('13812345678', '138****5678'), rows, field)
  assert.deepEqual(masked, [{ question: '向谁咨询？', answer: '拨打138****5678' }])
  assert.equal(inWords(rows, kinds.interpretation.fields.questions as never), '向谁咨询？，拨打13812345678')
})

test('a document has expired the day after its last one; what was marked by hand goes first', () => {
  assert.equal(validityOn('inForce', '2026-03-31', '2026-03-31'), 'inForce')
  assert.equal(validityOn('inForce', '2026-03-31', '2026-04-01'), 'expired')
  assert.equal(validityOn('repealed', '2026-03-31', '2026-04-01'), 'repealed')
  assert.equal(validityOn('inForce', null, '2099-01-01'), 'inForce')
})

test('国办公开办函〔2021〕30号: 制发、废止、现行有效 of a year follow each document through its years', () => {
  const twoYears = { formedOn: '2024-05-01', expiresOn: '2026-04-30', endedOn: null, validity: 'inForce' }
  assert.deepEqual(countsIn(twoYears, 2024), { made: true, repealed: false, valid: true })
  assert.deepEqual(countsIn(twoYears, 2025), { made: false, repealed: false, valid: true })
  assert.deepEqual(countsIn(twoYears, 2026), { made: false, repealed: true, valid: false })
  const repealed = { formedOn: '2025-01-10', expiresOn: null, endedOn: '2025-12-31', validity: 'repealed' }
  assert.deepEqual(countsIn(repealed, 2025), { made: true, repealed: true, valid: false })
  const untilNewYear = { formedOn: '2024-05-01', expiresOn: '2025-12-31', endedOn: null, validity: 'inForce' }
  assert.deepEqual(countsIn(untilNewYear, 2025), { made: false, repealed: false, valid: true })
  assert.deepEqual(countsIn(untilNewYear, 2026), { made: false, repealed: true, valid: false })
  const before = { formedOn: '2020-05-01', expiresOn: null, endedOn: null, validity: 'repealed' }
  assert.deepEqual(countsIn(before, 2025), { made: false, repealed: false, valid: false })
})

test('a document comes up for clean-up after the years that the organ set', () => {
  assert.equal(cleanupDueOn('2024-02-29', 2), '2026-02-28')
  assert.equal(cleanupDueOn('2024-03-01', 2), '2026-03-01')
})
