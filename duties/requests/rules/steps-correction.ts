import { articles } from './articles.ts'
import { refused } from './refusals.ts'
import { may, need, onDay, type Step } from './step.ts'

const open = ['open'] as const
const handler = ['handler'] as const

/** 补正 (第三十条). */
export const correctionSteps = {
  askCorrection: {
    label: '通知补正',
    law: '收到之日起7个工作日内一次性告知补正事项和合理期限',
    cites: [articles.correctionOnce],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      on: onDay('通知发出之日'),
      items: need('lines', '补正事项', { hint: '每行一项，一次说完；只能通知这一次' }),
      workingDays: need('number', '补正期限（工作日）', {
        least: 1,
        most: 60,
        hint: '自申请人收到通知之日起算，应当合理',
      }),
    },
    blocked: (c) => (c.correction ? refused('correctionAlreadyAsked') : undefined),
  },
  recordCorrectionServed: {
    label: '登记补正通知送达',
    law: '送达之日起算补正期限；没有送达凭证不能按逾期处理',
    cites: [articles.correctionLapsed],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: { on: onDay('送达之日'), proof: may('file', '送达凭证') },
    blocked: (c) => {
      if (!c.correction) return refused('correctionNotAsked')
      return c.correction.servedOn ? refused('correctionAlreadyServed') : undefined
    },
  },
  recordCorrected: {
    label: '登记补正',
    law: '答复期限自收到补正的申请之日起重新计算',
    cites: [articles.correctedRestarts],
    roles: ['handler', 'applicant'],
    states: open,
    byAssignee: true,
    fields: {
      on: onDay('收到补正之日'),
      title: may('text', '补正后的标题'),
      description: need('longtext', '补正后的内容'),
    },
    blocked: (c) => {
      if (!c.correction) return refused('correctionNotAsked')
      return c.correction.correctedOn ? refused('alreadyCorrected') : undefined
    },
  },
} as const satisfies Record<string, Step>
