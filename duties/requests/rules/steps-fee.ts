import { articles, chargedOnce } from './articles.ts'
import { termEndedOn } from './case-terms.ts'
import { choicesOf } from './fields.ts'
import { feeLabels } from './labels.ts'
import { refused } from './refusals.ts'
import { may, need, onDay, type Step } from './step.ts'
import { terms } from './terms.ts'

const open = ['open'] as const
const handler = ['handler'] as const

/** 信息处理费 (第四十二条, 国办函〔2020〕109号). */
export const feeSteps = {
  noticeFee: {
    label: '通知缴费',
    law: '数量、频次明显超过合理范围的，可以收取信息处理费；每件由本机关决定，不自动收取',
    cites: [articles.fee, chargedOnce],
    roles: ['officeHead', 'handler'],
    states: open,
    kinds: ['request'],
    byAssignee: true,
    fields: {
      on: onDay('收费通知发出之日'),
      by: need('choice', '计收方式', {
        choices: choicesOf(feeLabels),
      }),
      quantity: need('number', '数量', { least: 1, hint: '按件：本件是该申请人当月的第几件；按量：页数' }),
      why: need('longtext', '收费理由', { hint: '写明何以明显超过合理范围' }),
    },
    blocked: (c, context, facts) => {
      if (c.fee) return refused('feeAlreadyNoticed')
      const ended = termEndedOn(facts, context, context.today)
      return ended ? refused('feeAfterTerm', { on: ended }) : undefined
    },
  },
  recordFeeServed: {
    label: '登记收费通知送达',
    law: '自收到收费通知次日起20个工作日内缴纳',
    cites: [terms.feePayment.cites],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: { on: onDay('送达之日'), proof: may('file', '送达凭证') },
    blocked: (c) => {
      if (!c.fee) return refused('feeNotNoticed')
      return c.fee.servedOn ? refused('feeAlreadyServed') : undefined
    },
  },
  recordFeePaid: {
    label: '登记缴费',
    law: '费用缴入本级国库，开具财政票据',
    cites: [articles.fee],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      on: onDay('缴费之日'),
      yuan: need('money', '金额（元）', { least: 0.01 }),
      receipt: need('text', '票据号码'),
    },
    blocked: (c) => {
      if (!c.fee) return refused('feeNotNoticed')
      return c.fee.paidOn ? refused('feeAlreadyPaid') : undefined
    },
  },
} as const satisfies Record<string, Step>
