import { inChinese } from '#time/day.ts'
import { articles } from './articles.ts'
import { hasTerm } from './case-terms.ts'
import { refused } from './refusals.ts'
import type { RequestCase } from './request.ts'
import { need, onDay, type Step } from './step.ts'
import { terms } from './terms.ts'

const open = ['open'] as const
const request = ['request'] as const

/** Days left of the twenty by which a period may be extended (第三十三条第二款). */
export const extensionLeft = (c: RequestCase): number =>
  terms.extension.workingDays - c.extensions.reduce((sum, { workingDays }) => sum + workingDays, 0)

/** 延长 (第三十三条第二款), 说明理由 and 延迟答复 (第三十五条). */
export const extensionSteps = {
  extend: {
    label: '延长答复期限',
    law: '期限内经公开工作机构负责人同意并告知申请人，合计最长20个工作日',
    cites: [articles.extension],
    roles: ['officeHead'],
    states: open,
    kinds: request,
    fields: {
      on: onDay('同意之日'),
      workingDays: need('number', '延长（工作日）', { least: 1, most: terms.extension.workingDays }),
      reason: need('longtext', '延长理由', { hint: '写入告知书' }),
    },
    blocked: (c, context, facts) => {
      if (extensionLeft(c) <= 0) return refused('extensionUsedUp')
      return hasTerm(facts, context) ? undefined : refused('noTerm')
    },
  },
  askReasons: {
    label: '要求说明理由',
    law: '数量、频次明显超过合理范围的，可以要求申请人说明理由',
    cites: [articles.reasons],
    roles: ['handler', 'officeHead'],
    states: open,
    kinds: request,
    byAssignee: true,
    fields: {
      on: onDay('告知书发出之日'),
      figures: need('longtext', '数量、频次', { hint: '写明期间和件数，说明何以明显超过合理范围' }),
      answerBy: need('day', '请于此日前说明'),
    },
    blocked: (c) => (c.reasons ? refused('reasonsAlreadyAsked') : undefined),
  },
  recordReasons: {
    label: '登记申请理由',
    law: '申请人说明理由的，由本机关判断是否合理',
    cites: [articles.reasons],
    roles: ['handler', 'applicant'],
    states: open,
    byAssignee: true,
    fields: { on: onDay('收到之日'), reasons: need('longtext', '申请人说明的理由') },
    blocked: (c) => {
      if (!c.reasons) return refused('reasonsNotAsked')
      if (c.reasons.weighedOn) return refused('reasonsAlreadyWeighed')
      return c.reasons.givenOn ? refused('reasonsAlreadyGiven') : undefined
    },
  },
  weighReasons: {
    label: '判断申请理由',
    law: '理由不合理的，告知不予处理；理由合理的，应当办理',
    cites: [articles.unreasonable, articles.laterDay],
    roles: ['officeHead', 'handler'],
    states: open,
    byAssignee: true,
    fields: {
      on: onDay('判断之日'),
      reasonable: need('yesNo', '理由是否合理'),
      why: need('longtext', '判断的根据'),
    },
    blocked: (c, { today }) => {
      if (!c.reasons) return refused('reasonsNotAsked')
      if (c.reasons.weighedOn) return refused('reasonsAlreadyWeighed')
      const isSilent = !c.reasons.givenOn && today <= c.reasons.answerBy
      return isSilent ? refused('reasonsTermRuns', { on: inChinese(c.reasons.answerBy) }) : undefined
    },
  },
  setLaterDay: {
    label: '确定延迟答复的期限',
    law: '理由合理但无法按期答复的，可以确定延迟答复的合理期限并告知申请人',
    cites: [articles.laterDay],
    roles: ['officeHead'],
    states: open,
    kinds: request,
    fields: {
      on: onDay('告知之日'),
      dueOn: need('day', '延迟至'),
      why: need('longtext', '理由', { hint: '写入告知书' }),
    },
    blocked: (c) => (c.reasons?.reasonable ? undefined : refused('reasonsNotReasonable')),
  },
} as const satisfies Record<string, Step>
