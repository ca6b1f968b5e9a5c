import type { Citation } from '#law/citation.ts'
import type { Role } from '#law/roles.ts'
import { articles } from './articles.ts'
import type { ReportStatus } from './status.ts'

/** One row of the table of what may be done with a report: who, and while it stands where. */
export interface ReportStep {
  readonly label: string
  readonly law: string
  readonly cites: Citation
  readonly roles: readonly Role[]
  /** The roles are held at the supervising organ, not at the organ that reports. */
  readonly fromAbove?: true
  readonly statuses: readonly ReportStatus[]
}

const handedIn: Citation = {
  article: 49,
  quote:
    '县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布',
}
const guided: Citation = {
  article: 47,
  quote: '政府信息公开工作主管部门应当加强对政府信息公开工作的日常指导和监督检查',
}

const writable = ['notBegun', 'compiling', 'returned', 'published', 'correcting', 'corrected'] as const
const writers = ['informationOfficer', 'handler', 'officeHead'] as const

/** The one table of steps of the annual report (第四十七、四十九、五十条). */
export const reportSteps = {
  writeText: {
    label: '保存文字',
    law: '按照统一格式报告六个部分',
    cites: articles.content,
    roles: writers,
    statuses: writable,
  },
  enterFigure: {
    label: '补录数字',
    law: '台账没有的数字，写明来源补录；台账计算的数字不能改写',
    cites: articles.content,
    roles: writers,
    statuses: writable,
  },
  enterFigures: {
    label: '一次补录多格',
    law: '没有发生的事项，核对后一并填写，来源逐格留存',
    cites: articles.content,
    roles: writers,
    statuses: writable,
  },
  explain: {
    label: '说明理由',
    law: '对需要说明的问题写明理由',
    cites: articles.content,
    roles: writers,
    statuses: writable,
  },
  submit: {
    label: '报送',
    law: '1月31日前向本级主管部门提交',
    cites: handedIn,
    roles: ['officeHead', 'leader', 'informationOfficer'],
    statuses: ['notBegun', 'compiling', 'returned', 'correcting'],
  },
  remind: {
    label: '催报',
    law: '主管部门日常指导、督促',
    cites: guided,
    roles: ['supervisor'],
    fromAbove: true,
    statuses: ['notBegun', 'compiling', 'returned', 'correcting'],
  },
  handIn: {
    label: '代收报送',
    law: '不使用本系统的机关，报送的文件由主管部门收下、读取和校核',
    cites: handedIn,
    roles: ['supervisor'],
    fromAbove: true,
    statuses: ['notBegun', 'compiling', 'returned', 'correcting'],
  },
  return: {
    label: '退回修改',
    law: '发现问题的，逐格写明后退回',
    cites: guided,
    roles: ['supervisor'],
    fromAbove: true,
    statuses: ['submitted'],
  },
  accept: {
    label: '审核通过',
    law: '核对无误后锁定',
    cites: guided,
    roles: ['supervisor'],
    fromAbove: true,
    statuses: ['submitted'],
  },
  publish: {
    label: '公布',
    law: '1月31日前向社会公布',
    cites: handedIn,
    roles: ['publisher', 'officeHead', 'leader'],
    statuses: ['accepted'],
  },
  publishMerged: {
    label: '公布汇总报告',
    law: '汇总本级部门和下级政府的报告，3月31日前公布本级政府的报告',
    cites: articles.governments,
    roles: ['publisher', 'officeHead', 'leader'],
    statuses: [...writable, 'submitted', 'accepted'],
  },
} as const satisfies Record<string, ReportStep>

export type ReportStepName = keyof typeof reportSteps

export const reportStepNames = Object.keys(reportSteps) as readonly ReportStepName[]

/** True where the text names a step. */
export const isReportStep = (text: string): text is ReportStepName => Object.hasOwn(reportSteps, text)

/** The row of the table, with every optional column. */
export const reportStepOf = (name: ReportStepName): ReportStep => reportSteps[name]
