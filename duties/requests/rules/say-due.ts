import { inChinese } from '#time/day.ts'
import { stoppedForLabels } from './because.ts'
import type { Due } from './due.ts'

const endings = {
  replied: '已答复',
  withdrawn: '申请人已撤回',
  handedOver: '已移送',
  split: '已拆分办理',
} as const

type Said<T> = T extends unknown ? Omit<T, 'because'> : never

/** Where a clock stands, in one Chinese phrase: for screens, the terminal and the public calculator. */
export const sayDue = (answer: Said<Due>, asked: '答复' | '主动公开' = '答复'): string => {
  const provisional = answer.provisional ? '（暂定）' : ''
  if (answer.kind === 'due') return `应当于${inChinese(answer.on)}前（含当日）${asked}${provisional}`
  if (answer.kind === 'stopped') {
    return `${stoppedForLabels[answer.stoppedFor]}${answer.until ? `，最迟至${inChinese(answer.until)}` : ''}`
  }
  const late = answer.inTime === false ? '，超过期限' : ''
  return `${endings[answer.how]}（${inChinese(answer.on)}）${late}`
}
