import assert from 'node:assert/strict'
import { test } from 'node:test'
import { soundOf } from './sounds.ts'
import { NoTurn, turns } from './turns.ts'
import { vocabularyOf } from './vocabulary.ts'

const words = ['低保', '最低生活保障', '财政预算', '财政决算', '保障性住房', '重庆']
const vocabulary = vocabularyOf(words.map((word, i) => ({ word, uses: 20 - i, ...soundOf(word) })))

test('A word sounds as it is said', () => {
  assert.deepEqual(soundOf('低保'), { pinyin: 'dibao', initials: 'db' })
  assert.deepEqual(soundOf('重庆'), { pinyin: 'chongqing', initials: 'cq' })
})

test('Words are suggested by their beginning, their sound and their first letters', () => {
  assert.deepEqual(vocabulary.suggest('财政', 5), ['财政预算', '财政决算'])
  assert.deepEqual(vocabulary.suggest('dib', 5), ['低保'])
  assert.deepEqual(vocabulary.suggest('czys', 5), ['财政预算'])
  assert.deepEqual(vocabulary.suggest('保障', 5), ['保障性住房', '最低生活保障'])
  assert.deepEqual(vocabulary.suggest('', 5), [])
})

test('A wrong character, one that sounds the same, two exchanged: the word that was meant', () => {
  assert.equal(vocabulary.correct('抵保', 3)[0], '低保')
  assert.equal(vocabulary.correct('财政玉算', 3)[0], '财政预算')
  assert.equal(vocabulary.correct('财政预蒜公开', 3)[0], '财政预算公开')
  assert.equal(vocabulary.correct('财政算预', 3)[0], '财政预算')
  assert.equal(vocabulary.correct('dibao', 3)[0], '低保')
  assert.deepEqual(vocabulary.correct('低保', 3), [])
})

test('So many work at once, so many wait, the rest are told so in time', async () => {
  const queue = turns({ atOnce: 1, waiting: 1, ms: 30 })
  const first = Promise.withResolvers<string>()
  const working = queue.take(() => first.promise)
  const second = queue.take(async () => 'second')
  await assert.rejects(
    queue.take(async () => 'third'),
    NoTurn,
  )
  await assert.rejects(second, NoTurn)
  first.resolve('first')
  assert.equal(await working, 'first')
  assert.equal(await queue.take(async () => 'later'), 'later')
})
