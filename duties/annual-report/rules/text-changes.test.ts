import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { piecesBetween } from './text-changes.ts'

test('a clause that reads otherwise is taken out and put in, the rest stays', () => {
  assert.deepEqual(
    piecesBetween('全年收到申请12件，办结10件。没有收费。', '全年收到申请12件，办结11件。没有收费。'),
    [
      { at: 0, kind: 'same', text: '全年收到申请12件，' },
      { at: 1, kind: 'gone', text: '办结10件。' },
      { at: 2, kind: 'new', text: '办结11件。' },
      { at: 3, kind: 'same', text: '没有收费。' },
    ],
  )
})

test('a text that was not there is put in whole, one that is no more is taken out whole', () => {
  assert.deepEqual(piecesBetween('', '一是。二是。'), [{ at: 0, kind: 'new', text: '一是。二是。' }])
  assert.deepEqual(piecesBetween('一是。二是。', ''), [{ at: 0, kind: 'gone', text: '一是。二是。' }])
})

test('whatever was changed, the pieces give both texts again', () => {
  const text = fc
    .array(fc.constantFrom('甲', '乙，', '丙。', '丁\n', '戊；'), { maxLength: 12 })
    .map((of) => of.join(''))
  fc.assert(
    fc.property(text, text, (was, now) => {
      const pieces = piecesBetween(was, now)
      const of = (not: string) =>
        pieces
          .filter(({ kind }) => kind !== not)
          .map((each) => each.text)
          .join('')
      assert.deepEqual([of('new'), of('gone')], [was, now])
    }),
  )
})
