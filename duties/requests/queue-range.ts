import { invalid } from '#platform/http/problem.ts'
import type { QueueList } from './contract.ts'

/** Throws the answer 填写有误 where the days of a list end before they begin. */
export function checkRange({ from, until }: QueueList): void {
  if (from && until && until < from)
    throw invalid([{ field: 'until', message: '结束之日早于开始之日，请改正后再筛选' }])
}
