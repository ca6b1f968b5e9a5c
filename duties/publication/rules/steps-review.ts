import { may, need } from '#duties/requests/rules/step.ts'
import { articles } from './articles.ts'
import type { ItemCase } from './item.ts'
import { type Refusal, refused } from './refusals.ts'
import { consultationBars, gateBars, openStages, pendingStages, rolesOfStage } from './review.ts'
import { type ReviewStage, reviewLevels, reviewStages } from './settings.ts'
import type { Step, StepContext } from './step.ts'

const opinion = need('longtext', '意见', { hint: '不同意的，写明退回理由' })
const remarks = may('remarks', '逐段意见')
const passed = need('yesNo', '是否同意')

/** Why a person may not take any of these stages now. */
function stageBars(
  c: ItemCase,
  { settings, roles, by }: StepContext,
  wanted: readonly ReviewStage[],
): Refusal | undefined {
  const { working } = c
  if (!working) return refused('reviewNone')
  const stage = openStages(working, settings).find(
    (one) => wanted.includes(one) && rolesOfStage(one).some((role) => roles.includes(role)),
  )
  if (!stage) return refused('reviewNone')
  return settings.fourEyes && working.by === by ? refused('reviewOwnText') : undefined
}

/** 三级审核、保密审查、合法性审核、定稿. */
export const reviewSteps = {
  secrecyReview: {
    label: '保密审查',
    law: '先审查、后公开，一事一审：正文和附件逐项审查',
    cites: [articles.secrecy],
    roles: reviewStages.secrecy.roles,
    states: ['inReview'],
    fields: {
      passed,
      checked: may('lines', '已逐项审查', { fromCase: true, hint: '正文和每个附件逐项勾选' }),
      opinion,
    },
    blocked: (c, context) => stageBars(c, context, ['secrecy']),
  },
  legalReview: {
    label: '合法性审核',
    law: '行政规范性文件公布前经合法性审核',
    cites: [articles.mechanism],
    roles: reviewStages.legal.roles,
    states: ['inReview'],
    fields: { passed, opinion, remarks },
    blocked: (c, context) => stageBars(c, context, ['legal']),
  },
  review: {
    label: '审核',
    law: '明确审查的程序和责任：逐级审核，退回的写明理由',
    cites: [articles.mechanism],
    roles: ['reviewer', 'informationOfficer', 'leader', 'officeHead', 'publisher'],
    states: ['inReview'],
    gate: 'text',
    fields: { passed, opinion, remarks },
    blocked: (c, context) => stageBars(c, context, reviewLevels),
  },
  approve: {
    label: '定稿',
    law: '审核全部通过后定稿，内容自此冻结',
    cites: [articles.mechanism],
    roles: ['publisher', 'leader', 'officeHead'],
    states: ['inReview'],
    gate: 'text',
    fields: {},
    blocked: (c, { settings, findings }) => {
      if (!c.working) return refused('reviewNone')
      const [stage] = pendingStages(c.working, settings)
      if (stage) return refused('reviewMissing', { stage: reviewStages[stage].label })
      return consultationBars(c) ?? gateBars(c.working, findings)
    },
  },
  reviewWithheld: {
    label: '重新评估',
    law: '对不予公开的政府信息定期评估审查，可以公开的应当公开',
    cites: [articles.adjusted],
    roles: ['officeHead', 'leader', 'secrecyReviewer'],
    states: ['withheld'],
    fields: {
      stays: need('yesNo', '是否仍不主动公开', { hint: '选“否”的，转为主动公开，重新拟稿送审' }),
      opinion: need('longtext', '评估意见'),
    },
  },
} as const satisfies Record<string, Step>
