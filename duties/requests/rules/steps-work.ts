import { articles, secrecyFirst } from './articles.ts'
import { refused } from './refusals.ts'
import { pendingStages, stageRoles } from './review.ts'
import { may, need, onDay, type Step } from './step.ts'

const open = ['open'] as const
const handler = ['handler'] as const

/** 检索、协办、拟稿、审核. */
export const workSteps = {
  askMaterial: {
    label: '请有关单位提供材料',
    law: '公开的信息涉及其他机关的，应当协商、确认',
    cites: [articles.coordinated],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      on: onDay('发出之日'),
      unit: need('text', '单位'),
      what: need('longtext', '需要的材料'),
      answerBy: need('day', '请于此日前提供'),
    },
  },
  recordMaterial: {
    label: '登记材料',
    law: '公开的信息涉及其他机关的，应当协商、确认',
    cites: [articles.coordinated],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      materialId: need('choice', '协办事项', { fromCase: true }),
      on: onDay('收到之日'),
      answer: need('longtext', '答复'),
      files: may('files', '材料'),
    },
    blocked: (c) => (c.materials.some((one) => !one.givenOn) ? undefined : refused('materialNone')),
  },
  logSearch: {
    label: '登记检索',
    law: '经检索没有所申请信息的，告知不存在；检索情况应当能够证明',
    cites: [articles.notExisting],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      on: onDay('检索之日'),
      where: need('text', '检索范围', { hint: '系统、档案室、全宗、案卷' }),
      words: need('lines', '检索词', { hint: '每行一个' }),
      by: need('text', '检索人'),
      found: need('longtext', '检索结果'),
    },
  },
  draft: {
    label: '拟写答复',
    law: '根据不同情况分别作出答复；不予公开的，说明理由',
    cites: [articles.answers, articles.denied],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      parts: need('parts', '处理决定', {
        fromCase: true,
        hint: '申请包含多项内容的，逐项写明；依据决定文书、救济途径和统计口径',
      }),
      text: may('longtext', '补充说明', { hint: '写入答复书正文，每行一段' }),
      countsAs: may('choice', '计入统计的情形', { fromCase: true, hint: '不填则按条例和统计口径确定' }),
    },
  },
  review: {
    label: '审核',
    law: '先审查、后公开；审核意见和退回理由随件保存',
    cites: [articles.record, articles.reviewed, secrecyFirst],
    roles: ['legalReviewer', 'secrecyReviewer', 'officeHead', 'leader'],
    states: open,
    fields: {
      stage: may('choice', '审核环节', { fromCase: true, hint: '不填则为等待您审核的环节' }),
      passed: need('yesNo', '是否同意'),
      opinion: need('longtext', '意见', { hint: '不同意的，写明退回理由' }),
      remarks: may('remarks', '逐段意见'),
    },
    blocked: (c, { settings, roles, by }) => {
      if (!c.draft) return refused('draftNone')
      const next = pendingStages(c.draft, settings)[0]
      if (!next || !roles.includes(stageRoles[next])) return refused('reviewNone')
      return settings.fourEyes && c.draft.by === by ? refused('reviewOwnDraft') : undefined
    },
  },
} as const satisfies Record<string, Step>
