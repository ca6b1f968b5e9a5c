import { articles } from './articles.ts'
import type { Outcome } from './outcome.ts'

const base = {
  class: 'outside',
  row: null,
  reconsiderationFirst: false,
  discloses: false,
  alone: true,
  needs: [],
} as const

const why = {
  key: 'why',
  label: '核实情况',
  hint: '写明查明的事实和理由',
  required: true,
  kind: 'longtext',
} as const
const competent = {
  key: 'organ',
  label: '有权更正的行政机关',
  hint: '名称和联系方式',
  required: true,
  kind: 'text',
} as const

const rectification = { ...base, kinds: ['rectification'], letter: 'rectification' } as const
const complaint = { ...base, kinds: ['complaint'], letter: 'complaintResult' } as const
const enterprise = { ...base, kinds: ['enterprise'], letter: 'complaintResult' } as const

/** Endings of the case kinds that table three does not count: 第四十一条, 第四十七条第二款, 第五十五条第二款. */
export const outsideOutcomes = {
  C1: { ...rectification, name: '审核属实，予以更正', cites: [articles.rectified], states: [why] },
  C2: { ...rectification, name: '经审核不属实，不予更正', cites: [articles.rectified], states: [why] },
  C3: {
    ...rectification,
    name: '转送有权更正的行政机关',
    cites: [articles.rectificationElsewhere],
    states: [competent],
  },
  C4: {
    ...rectification,
    name: '告知向有权更正的行政机关提出',
    cites: [articles.rectificationElsewhere],
    states: [competent],
  },
  S1: {
    ...complaint,
    name: '查证属实，督促整改或者通报批评',
    cites: [articles.complaint],
    states: [
      why,
      {
        key: 'measure',
        label: '处理措施',
        hint: '督促整改或者通报批评的内容和期限',
        required: true,
        kind: 'longtext',
      },
    ],
  },
  S2: { ...complaint, name: '查证不属实', cites: [articles.complaint], states: [why] },
  E1: {
    ...enterprise,
    name: '申诉成立，责成公开',
    cites: [articles.enterprise],
    states: [
      why,
      {
        key: 'measure',
        label: '处理措施',
        hint: '要求公共企事业单位做什么、何时完成',
        required: true,
        kind: 'longtext',
      },
    ],
  },
  E2: { ...enterprise, name: '申诉不成立', cites: [articles.enterprise], states: [why] },
} as const satisfies Record<string, Outcome>
