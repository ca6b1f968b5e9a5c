import { choicesOf } from '#duties/requests/rules/fields.ts'
import { need } from '#duties/requests/rules/step.ts'
import { articles } from './articles.ts'
import { type ItemCase, keptFilesOf } from './item.ts'
import { itemKind } from './kinds.ts'
import { refused } from './refusals.ts'
import { cleanupResults } from './register.ts'
import { consultationBars, gateBars } from './review.ts'
import type { Step, StepContext } from './step.ts'
import { validityLabels } from './vocabulary.ts'

const releasable = (c: ItemCase, { findings, hashOf }: StepContext) => {
  const { working } = c
  if (!working?.approved) return refused('reviewNone')
  if (hashOf(working.content) !== working.approved.hash) return refused('textChanged')
  return consultationBars(c) ?? gateBars(working, findings)
}

const { none: _, ...markable } = validityLabels

/** 发布、修改、标注有效性、撤下. */
export const releaseSteps = {
  release: {
    label: '发布',
    law: '自形成或者变更之日起20个工作日内公开；附件发布后再打开检查一遍',
    cites: [articles.platform, articles.accurate],
    roles: ['publisher'],
    states: ['approved'],
    gate: 'text',
    fields: {},
    blocked: releasable,
  },
  schedule: {
    label: '定时发布',
    law: '到时自动发布，发布前再检查一遍；没有通过的不发布',
    cites: [articles.means],
    roles: ['publisher'],
    states: ['approved'],
    gate: 'text',
    fields: { releaseAt: need('text', '发布时间', { hint: '2026-03-09 09:00' }) },
    blocked: releasable,
  },
  unschedule: {
    label: '取消定时',
    law: '定时发布可以随时取消',
    cites: [],
    roles: ['publisher'],
    states: ['approved'],
    fields: { reason: need('text', '理由') },
    blocked: ({ working }) => (working?.releaseAt ? undefined : refused('noSchedule')),
  },
  amend: {
    label: '修改',
    law: '变更的信息自变更之日起20个工作日内公开；修改稿重新审核，原页面在此期间保留',
    cites: [articles.accurate],
    roles: ['informationOfficer', 'officeHead', 'publisher'],
    states: ['published', 'withdrawn'],
    fields: {
      reason: need('longtext', '修改内容和理由'),
      changedOn: { kind: 'day', label: '变更之日', required: false, hint: '不填即为今天' },
    },
    blocked: ({ working }) => (working ? refused('alreadyAmending') : undefined),
  },
  dropAmendment: {
    label: '放弃修改',
    law: '放弃修改稿，已公开的页面不变',
    cites: [],
    roles: ['informationOfficer', 'officeHead'],
    states: ['draft'],
    fields: { reason: need('text', '理由') },
    blocked: ({ shown }) => (shown ? undefined : refused('notAmending')),
  },
  markValidity: {
    label: '标注有效性',
    law: '已修改、废止、失效的文件，在原文件上标明',
    cites: [articles.accurate],
    roles: ['informationOfficer', 'legalReviewer', 'officeHead', 'publisher'],
    states: ['published'],
    fields: {
      validity: need('choice', '有效性', { choices: choicesOf(markable) }),
      basis: need('longtext', '依据', { hint: '修改、废止或者宣布失效的文件名称和文号' }),
    },
    blocked: ({ shown }) =>
      shown && itemKind(shown.content.kind)?.holds ? undefined : refused('noValidity'),
  },
  cleanUp: {
    label: '清理',
    law: '规范性文件定期清理，清理结果向社会公布；废止、失效的随即在原文件上标明',
    cites: [articles.accurate],
    roles: ['informationOfficer', 'legalReviewer', 'officeHead', 'publisher'],
    states: ['published'],
    fields: {
      result: need('choice', '清理结果', { choices: choicesOf(cleanupResults) }),
      basis: need('longtext', '理由或者依据', { hint: '清理结果公告的名称和文号' }),
    },
    blocked: ({ shown }) =>
      shown && itemKind(shown.content.kind)?.registered ? undefined : refused('noCleanup'),
  },
  checkKept: {
    label: '检查旧附件',
    law: '由原网站转入的附件没有经过发布前检查，逐个检查；有问题的修改后重新发布，或者先撤下',
    cites: [articles.mechanism, articles.thirdParty],
    roles: ['informationOfficer', 'reviewer', 'secrecyReviewer', 'officeHead', 'publisher'],
    states: ['published'],
    gate: 'kept',
    fields: {},
    blocked: (c) => {
      if (keptFilesOf(c).length === 0) return refused('noKeptFiles')
      return c.working ? refused('keptWithText') : undefined
    },
  },
  withdraw: {
    label: '撤下',
    law: '不应当公开的立即撤下；页面告知撤下的原因，定稿留存，并核验已经看不到',
    cites: [articles.thirdParty, articles.accurate],
    roles: ['publisher', 'officeHead', 'leader'],
    states: ['published'],
    fields: {
      reason: need('longtext', '撤下理由', { hint: '内部留存，不公开' }),
      note: need('text', '对公众的说明', { hint: '页面上告知公众，例如：该信息内容有误，已撤下更正' }),
    },
  },
  checkWithdrawal: {
    label: '核验已经撤下',
    law: '页面、检索、列表、订阅、网站地图、缓存和附件逐处核验',
    cites: [articles.accurate],
    roles: ['publisher', 'officeHead', 'informationOfficer'],
    states: ['withdrawn'],
    fields: {},
  },
  note: {
    label: '备注',
    law: '办理情况随件保存',
    cites: [],
    roles: [
      'informationOfficer',
      'reviewer',
      'secrecyReviewer',
      'legalReviewer',
      'officeHead',
      'leader',
      'publisher',
    ],
    states: ['draft', 'inReview', 'approved', 'published', 'withdrawn', 'withheld', 'discarded'],
    fields: { text: need('longtext', '备注') },
  },
} as const satisfies Record<string, Step>
