import { inChinese } from '#time/day.ts'
import { paymentDueOn, termEndedOn } from './case-terms.ts'
import { type AskFor, type Deciders, done, type Ground, given, letterToCome, mustFollow } from './decider.ts'
import { feeOfNthPiece, pageFee, pageTariff, pieceTariff } from './fees.ts'
import { refused } from './refusals.ts'
import type { Answer } from './step.ts'
import type { feeSteps } from './steps-fee.ts'
import { warned } from './warnings.ts'

const noticeFee = ({ by, quantity, why }: AskFor<'noticeFee'>, { facts, context, on }: Ground): Answer => {
  const ended = termEndedOn(facts, context, on)
  if (ended) return refused('feeAfterTerm', { on: ended })
  const yuan = by === 'piece' ? feeOfNthPiece(quantity) : pageFee(quantity)
  const { free } = by === 'piece' ? pieceTariff : pageTariff
  if (yuan === 0) return refused('feeNothingDue', { free })
  return done(on, [{ type: 'feeNoticed', by, quantity, yuan, why, letter: letterToCome('fee') }], {
    letter: { kind: 'fee' },
  })
}

const recordFeePaid = ({ yuan, receipt }: AskFor<'recordFeePaid'>, { c, context, on }: Ground): Answer => {
  if (!c.fee) return refused('feeNotNoticed')
  const wrong = mustFollow(on, c.fee.noticedOn, '收费通知发出之日', 'on', '缴费之日')
  if (wrong) return wrong
  const left = c.fee.yuan - c.fee.paid
  if (yuan > left) return refused('feeOverpaid', { left })
  const dueOn = paymentDueOn(c, context)
  return done(on, [{ type: 'feePaid', yuan, receipt }], {
    warnings: dueOn && on > dueOn ? [warned('paidLate', { on: inChinese(dueOn) })] : [],
  })
}

/** 信息处理费 (第四十二条): one function per step. */
export const feeDeciders: Deciders<keyof typeof feeSteps> = {
  noticeFee,
  recordFeeServed: ({ proof }, { c, on }) =>
    (c.fee && mustFollow(on, c.fee.noticedOn, '收费通知发出之日', 'on', '送达之日')) ||
    done(on, [{ type: 'feeNoticeServed', ...given({ proof }) }]),
  recordFeePaid,
}
