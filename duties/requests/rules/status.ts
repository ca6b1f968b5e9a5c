import type { RequestCase } from './request.ts'

/** Where a case stands, in the words that queues, timelines and the portal show. */
export const statusLabels = {
  arrived: '待确认收到',
  unassigned: '待分办',
  handling: '办理中',
  waitingCorrection: '待申请人补正',
  waitingReasons: '待申请人说明理由',
  waitingFee: '待申请人缴费',
  consulting: '征求意见中',
  inReview: '审核中',
  returned: '审核退回',
  decided: '待送达',
  replied: '已答复',
  withdrawn: '申请人已撤回',
  handedOver: '已移送',
  split: '已拆分办理',
  archived: '已归档',
} as const

export type Status = keyof typeof statusLabels

const openStatus = (c: Extract<RequestCase, { state: 'open' }>): Status => {
  if (c.fee && !c.fee.paidOn) return 'waitingFee'
  if (c.correction && !c.correction.correctedOn) return 'waitingCorrection'
  if (c.reasons && !c.reasons.givenOn && !c.reasons.weighedOn) return 'waitingReasons'
  if (c.consultations.some((one) => !one.answeredOn && !one.endedOn)) return 'consulting'
  if (c.draft?.reviews.some((review) => !review.passed)) return 'returned'
  if (c.draft) return 'inReview'
  return c.assignee ? 'handling' : 'unassigned'
}

/** The one word for where the case stands. */
export function statusOf(c: RequestCase): Status {
  if (c.state === 'closed') return c.closing.how
  return c.state === 'open' ? openStatus(c) : c.state
}

/** `statusOf` in Chinese. */
export const statusLabel = (c: RequestCase): string => statusLabels[statusOf(c)]
