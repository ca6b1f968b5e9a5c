import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { sayFee, sayReckoning } from './fee-words.ts'
import type { Fee } from './request-parts.ts'

const fee: Fee = {
  noticedOn: day('2026-06-10'),
  by: 'piece',
  quantity: 31,
  yuan: 200,
  why: '',
  letter: { kind: 'fee', number: '' },
  paid: 0,
}

test('第四十二条: where a fee stands is told, and that nothing follows from it by itself', () => {
  const payBy = day('2026-07-09')
  assert.equal(sayReckoning(fee), '按件收取200元（当月第31件）')
  assert.equal(sayReckoning({ by: 'page', quantity: 120, yuan: 1100 }), '按量收取1100元（120页）')
  assert.match(
    sayFee(fee, undefined, day('2026-06-11')),
    /^应缴200元，收费通知尚未登记送达.*20个工作日内缴纳。$/,
  )
  assert.equal(sayFee(fee, payBy, day('2026-07-09')), '应缴200元，应当于2026年7月9日前（含当日）缴纳。')
  assert.match(
    sayFee({ ...fee, paid: 50 }, payBy, day('2026-07-10')),
    /^已缴50元，还差150元，2026年7月9日届满，逾期未缴。系统不会自动办结/,
  )
  assert.equal(
    sayFee({ ...fee, paid: 200, paidOn: day('2026-06-24') }, payBy, day('2026-07-10')),
    '200元已于2026年6月24日缴清。',
  )
})
