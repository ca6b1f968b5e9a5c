import assert from 'node:assert/strict'
import { test } from 'node:test'
import { piecesOf } from './spans.ts'

const shown = (...asked: Parameters<typeof piecesOf>): string =>
  piecesOf(...asked)
    .map(({ text, cell }) => (cell === undefined ? text : `[${cell}:${text}]`))
    .join('')

test('The source is cut at its figures, in the order of the source', () => {
  assert.equal(
    shown('新收 12 件，结转 3 件', { b: { at: [11, 12] }, a: { at: [3, 5] } }, null),
    '新收 [a:12] 件，结转 [b:3] 件',
  )
})

test('Of two figures in one place the chosen one has it', () => {
  const cells = { a: { at: [0, 3] as const }, b: { at: [1, 2] as const } }
  assert.equal(shown('123', cells, null), '[a:123]')
  assert.equal(shown('123', cells, 'b'), '1[b:2]3')
})

test('A blank cell shows where it stands once it is chosen', () => {
  const cells = { a: { at: [2, 2] as const } }
  assert.equal(shown('| |', cells, null), '| |')
  assert.equal(shown('| |', cells, 'a'), '| [a:▏]|')
})
