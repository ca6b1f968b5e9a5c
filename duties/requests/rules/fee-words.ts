import { type Day, inChinese } from '#time/day.ts'
import { pageTariff, pieceTariff } from './fees.ts'
import { feeLabels } from './labels.ts'
import { outcomes } from './outcomes.ts'
import type { Fee } from './request-parts.ts'
import { terms } from './terms.ts'

/** Where a processing fee stands. */
export type FeeState = 'noticed' | 'awaited' | 'overdue' | 'paid'

/** Where it stands today; `payBy` is the last day for the payment, once the notice is served. */
export function feeState({ paidOn }: Fee, payBy: Day | undefined, today: Day): FeeState {
  if (paidOn) return 'paid'
  if (!payBy) return 'noticed'
  return payBy < today ? 'overdue' : 'awaited'
}

/** 按件收取100元（当月第11件）: how the fee was reckoned. */
export const sayReckoning = (fee: Pick<Fee, 'by' | 'quantity' | 'yuan'>): string =>
  `${feeLabels[fee.by]}收取${fee.yuan}元（${quantityOf(fee)}）`

const quantityOf = ({ by, quantity }: Pick<Fee, 'by' | 'quantity'>): string =>
  by === 'piece' ? `当月第${quantity}${pieceTariff.unit}` : `${quantity}${pageTariff.unit}`

/** What the applicant must pay, by when, and what follows otherwise (109号办法). */
export function sayFeeToApplicant(fee: Fee, payBy: Day | undefined, today: Day): string {
  const left = fee.yuan - fee.paid
  const part = fee.paid > 0 ? `您已缴${fee.paid}元，还应当缴纳${left}元` : `您应当缴纳信息处理费${fee.yuan}元`
  const sum = `${part}（${feeLabels[fee.by]}收取，${quantityOf(fee)}）。`
  const after = '逾期不缴纳的，视为放弃申请。'
  if (!payBy) return `${sum}请自收到收费通知次日起${terms.feePayment.workingDays}个工作日内缴纳，${after}`
  if (payBy < today) return `${sum}缴纳期限已于${inChinese(payBy)}届满；已经缴纳的，请尽快与受理机关联系。`
  return `${sum}请在${inChinese(payBy)}前（含当日）缴纳，${after}`
}

/**
 * Where the fee stands and what follows, for the desk. Nothing follows by itself: that an unpaid request counts as
 * given up is a decision of the organ (第四十二条, 109号办法).
 */
export function sayFee(fee: Fee, payBy: Day | undefined, today: Day): string {
  const left = fee.yuan - fee.paid
  const part = fee.paid > 0 ? `已缴${fee.paid}元，还差${left}元` : `应缴${fee.yuan}元`
  const by = payBy ? inChinese(payBy) : ''
  switch (feeState(fee, payBy, today)) {
    case 'paid':
      return `${fee.yuan}元已于${inChinese(fee.paidOn ?? today)}缴清。`
    case 'noticed':
      return `${part}，收费通知尚未登记送达；申请人自收到通知次日起${terms.feePayment.workingDays}个工作日内缴纳。`
    case 'awaited':
      return `${part}，应当于${by}前（含当日）缴纳。`
    case 'overdue':
      return `${part}，${by}届满，逾期未缴。系统不会自动办结：是否作出“${outcomes.O2.name}”的决定，由本机关审定。`
  }
}
