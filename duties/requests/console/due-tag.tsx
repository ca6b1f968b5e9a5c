import type { QueueRow } from '../contract.ts'

type Dated = Pick<QueueRow, 'dueOn' | 'workingDaysLeft' | 'stoppedFor' | 'provisional' | 'repliedOn'>

type Weight = 'over' | 'near' | 'far' | 'stopped' | 'done'

/** How near the due day is, in a few words and a colour; the words alone say it all. */
export function DueTag({ row }: { row: Dated }) {
  const [weight, words] = nearness(row)
  return <span className={`due-tag ${weight}`}>{words}</span>
}

function nearness({ repliedOn, stoppedFor, workingDaysLeft: left, provisional }: Dated): [Weight, string] {
  if (repliedOn !== null) return ['done', '已答复']
  if (stoppedFor !== null) return ['stopped', '期限停计']
  if (left === null) return ['stopped', '尚未起算']
  const unsure = provisional ? '（暂定）' : ''
  if (left < 0) return ['over', `逾期 ${-left} 个工作日${unsure}`]
  if (left === 0) return ['over', `今日到期${unsure}`]
  return [left <= 3 ? 'near' : 'far', `还剩 ${left} 个工作日${unsure}`]
}
