import { applicantColumns } from '#law/report-forms/requests-table.ts'
import type {
  ApplicantCategory,
  CaseKind,
  Channel,
  FormWanted,
  ReviewStage,
  ServiceMethod,
  WayWanted,
} from './facts.ts'

/** Chinese words of the small vocabularies of facts.ts; the columns of table three keep theirs in law/report-forms. */

export const kindLabels: Record<CaseKind, string> = {
  request: '政府信息公开申请',
  rectification: '更正申请',
  complaint: '投诉举报',
  enterprise: '对公共企事业单位的申诉',
}

export const channelLabels: Record<Channel, string> = {
  counter: '当面提交',
  registeredPost: '挂号信、特快专递',
  ordinaryPost: '平常信函',
  fax: '传真',
  email: '电子邮箱',
  online: '在线平台',
  oral: '口头提出，代为填写',
}

export const formLabels: Record<FormWanted, string> = {
  paper: '纸质',
  electronic: '电子数据',
  disc: '光盘',
  inspection: '查阅、抄录',
}

export const wayLabels: Record<WayWanted, string> = {
  pickUp: '当面领取',
  post: '邮寄',
  email: '电子邮件',
  online: '网上获取',
  fax: '传真',
  copyOnSite: '现场复制',
}

export const stageLabels: Record<ReviewStage, string> = {
  legal: '合法性审核',
  secrecy: '保密审查',
  officeHead: '公开工作机构负责人审定',
  leader: '分管领导签发',
}

export const methodLabels: Record<ServiceMethod, string> = {
  handedOver: '直接送达',
  post: '邮寄送达',
  email: '电子邮件',
  online: '网上送达',
  fax: '传真',
  throughOrgan: '委托其他机关送达',
}

/** Who is asked for an opinion (第三十二、三十四条). */
export const consultedLabels = {
  thirdParty: '第三方',
  coMaker: '共同制作机关',
  otherOrgan: '其他机关',
} as const

/** How a consultation ended without an answer. */
export const endedLabels = {
  expired: '逾期未提出意见',
  unservable: '无法送达',
  withdrawn: '不再需要征求',
} as const

/** What was answered. */
export const answerLabels = { agrees: '同意公开', objects: '不同意公开' } as const

/** How a processing fee is reckoned. */
export const feeLabels = { piece: '按件', page: '按量' } as const

/** The columns of table three that an applicant can stand in. */
export const categoryNames = applicantColumns.map(({ id }) => id).filter((id) => id !== 'total')

/** The heading of the applicant's column in table three. */
export const categoryLabel = (category: ApplicantCategory): string =>
  applicantColumns.find((column) => column.id === category)?.label ?? category
