import { may, need } from '#duties/requests/rules/step.ts'
import { articles } from './articles.ts'
import { missingOf } from './content.ts'
import { sayProblem } from './problems.ts'
import { refused } from './refusals.ts'
import { gateBars } from './review.ts'
import type { Step } from './step.ts'

const drafters = ['informationOfficer', 'officeHead'] as const
const working = ['draft', 'inReview', 'approved'] as const

/** 拟稿、送审、会商. The content of `edit` is read by content.ts. */
export const draftSteps = {
  edit: {
    label: '保存',
    law: '拟稿时同步确定公开属性；不主动公开的写明条款和理由',
    cites: [articles.ways, articles.disclosed],
    roles: drafters,
    states: ['draft'],
    fields: {},
  },
  submit: {
    label: '送审',
    law: '公开前应当审查；发布前检查没有处理完的不能送审',
    cites: [articles.mechanism],
    roles: drafters,
    states: ['draft'],
    fields: {},
    gate: 'text',
    blocked: ({ working: text }, { findings }) => {
      if (!text) return refused('reviewNone')
      const missing = missingOf(text.content)
      if (missing.length > 0) return refused('notWhole', { what: missing.map(sayProblem).join('；') })
      return gateBars(text, findings)
    },
  },
  recall: {
    label: '撤回修改',
    law: '送审、定稿以后要改动的，撤回后重新送审',
    cites: [articles.mechanism],
    roles: drafters,
    states: ['inReview', 'approved'],
    fields: {},
  },
  overrideFinding: {
    label: '放行提示',
    law: '发布前检查的提示经核对可以公开的，写明理由，由放行人负责',
    cites: [articles.thirdParty],
    roles: [...drafters, 'reviewer', 'leader', 'publisher', 'secrecyReviewer'],
    states: working,
    gate: 'text',
    fields: {
      key: need('choice', '提示', { fromCase: true }),
      reason: need('longtext', '放行理由', { hint: '例如：法律要求公示当事人姓名，已隐去证件号码' }),
    },
    blocked: ({ working: text }, { findings = [] }) => {
      const overridden = new Set(text?.overrides.map(({ finding }) => finding.key))
      return findings.some(({ key }) => !overridden.has(key)) ? undefined : refused('noFindings')
    },
  },
  nameParties: {
    label: '登记当事人姓名',
    law: '本件当事人的姓名需要隐去的，登记后由发布前检查逐处查找；姓名加密保存，只有办理人员看得到',
    cites: [articles.thirdParty],
    roles: [...drafters, 'reviewer', 'secrecyReviewer', 'publisher'],
    states: working,
    fields: { names: may('lines', '当事人姓名', { hint: '每行一个；清空即不再查找' }) },
  },
  consult: {
    label: '会商确认',
    law: '涉及其他机关的，与有关机关协商、确认；需要批准的，经批准予以公开',
    cites: [articles.coordinated, articles.permitted],
    roles: drafters,
    states: working,
    fields: {
      as: need('choice', '会商事由', { fromCase: true }),
      whom: need('text', '机关名称'),
      about: need('longtext', '会商事项'),
    },
  },
  recordConsultation: {
    label: '登记会商结果',
    law: '保证行政机关公开的政府信息准确一致',
    cites: [articles.coordinated],
    roles: drafters,
    states: working,
    fields: {
      consultationId: need('choice', '会商事项', { fromCase: true }),
      agrees: need('yesNo', '是否同意公开'),
      opinion: may('longtext', '意见', { hint: '不同意的，写明意见' }),
    },
    blocked: ({ consultations }) =>
      consultations.some(({ answer }) => !answer) ? undefined : refused('consultationNone'),
  },
  discard: {
    label: '作废',
    law: '不再办理的稿件作废；索引号不再使用，作废后可以恢复',
    cites: [articles.catalogue],
    roles: drafters,
    states: ['draft'],
    fields: { reason: need('text', '作废理由') },
    blocked: ({ shown }) => (shown ? refused('alreadyAmending') : undefined),
  },
  restore: {
    label: '恢复',
    law: '作废的稿件可以恢复',
    cites: [],
    roles: drafters,
    states: ['discarded'],
    fields: {},
  },
} as const satisfies Record<string, Step>
