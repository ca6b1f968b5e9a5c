import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feeOfNthPiece, ladder, pageFee, pieceFee } from './fees.ts'

test('109号办法第四条: what the pieces of one month cost together', () => {
  const table: [number, number][] = [
    [0, 0],
    [10, 0],
    [11, 100],
    [20, 1_000],
    [30, 2_000],
    [31, 2_200],
    [40, 4_000],
    [41, 4_300],
    [50, 7_000],
    [51, 7_400],
    [60, 11_000],
    [100, 37_000],
  ]
  for (const [pieces, yuan] of table) assert.equal(pieceFee(pieces), yuan, String(pieces))
})

test('109号办法第五条: what the pages of one request cost', () => {
  const table: [number, number][] = [
    [30, 0],
    [31, 10],
    [44, 140],
    [57, 270],
    [72, 420],
    [100, 700],
    [101, 720],
    [109, 880],
    [119, 1_080],
    [200, 2_700],
    [201, 2_740],
    [250, 4_700],
    [500, 14_700],
  ]
  for (const [pages, yuan] of table) assert.equal(pageFee(pages), yuan, String(pages))
})

test('a piece costs what the month costs more with it', () => {
  for (const n of [1, 10, 11, 30, 31, 40, 41, 75])
    assert.equal(feeOfNthPiece(n), pieceFee(n) - pieceFee(n - 1))
})

test('the ladder says where the applicant stands, and that charging is a decision', () => {
  assert.equal(ladder(3), '本件是该申请人本月第3件，不收费；再有7件仍不收费')
  assert.equal(ladder(10), '本件是该申请人本月第10件，不收费；下一件起可以按件收费')
  assert.equal(ladder(31), '本件是该申请人本月第31件，可以按件收取200元；是否收取由本机关决定')
})

test('half a page is no number of pages', () => {
  assert.throws(() => pageFee(1.5), RangeError)
  assert.throws(() => pieceFee(-1), RangeError)
})
