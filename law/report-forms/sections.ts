import type { Section } from './form.ts'

/** The six parts of a report. The titles are the same in both forms. */
export const sections: readonly Section[] = [
  { id: 'overview', number: '一', label: '总体情况', variants: ['概述', '总体概况', '基本情况'] },
  {
    id: 'proactive',
    number: '二',
    label: '主动公开政府信息情况',
    variants: ['行政机关主动公开政府信息情况', '主动公开政府信息的情况', '主动公开情况'],
    table: 'proactive',
  },
  {
    id: 'requests',
    number: '三',
    label: '收到和处理政府信息公开申请情况',
    variants: [
      '行政机关收到和处理政府信息公开申请情况',
      '收到和处理政府信息公开申请的情况',
      '依申请公开政府信息情况',
    ],
    table: 'requests',
  },
  {
    id: 'remedies',
    number: '四',
    label: '政府信息公开行政复议、行政诉讼情况',
    variants: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
      '政府信息公开行政复议和诉讼情况',
      '政府信息公开行政复议、诉讼情况',
      '行政复议、行政诉讼情况',
    ],
    table: 'remedies',
  },
  {
    id: 'problems',
    number: '五',
    label: '存在的主要问题及改进情况',
    variants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的主要问题及改进措施',
      '存在问题及改进情况',
    ],
  },
  {
    id: 'other',
    number: '六',
    label: '其他需要报告的事项',
    variants: ['其他需要报告的情况', '需要报告的其他事项', '其他报告事项'],
  },
]

/** The title of a part, without its number. */
export const sectionLabel = (id: Section['id']): string =>
  sections.find((each) => each.id === id)?.label ?? ''

/** The five themes of part one (30号, 一（一）). */
export const overviewThemes = [
  '主动公开',
  '依申请公开',
  '政府信息管理',
  '政府信息公开平台建设',
  '监督保障',
] as const

/** The title of a report without the name of its organ. */
export const reportTitle = (year: number): string => `${year}年政府信息公开工作年度报告`
