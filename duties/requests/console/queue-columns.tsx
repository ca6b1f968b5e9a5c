import type { ReactNode } from 'react'
import { DayText } from '#platform/console/day-text.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { QueueRow, QueueSort } from '../contract.ts'
import { DueTag } from './due-tag.tsx'

export interface Column {
  key: string
  title: string
  draw(row: QueueRow): ReactNode
  /** What the server puts the list in order by; a column without it cannot be sorted. */
  sort?: QueueSort
}

const dayColumn = (sort: QueueSort, title: string, of: (row: QueueRow) => string | null): Column => ({
  key: sort,
  title,
  draw: (row) => <DayText on={of(row)} />,
  sort,
})

const wordColumn = (sort: QueueSort, title: string, draw: Column['draw']): Column => ({
  key: sort,
  title,
  draw,
  sort,
})

/** Every column that the list of cases can show, in its order. */
export const columns: readonly Column[] = [
  wordColumn('number', '编号', (row) => row.number),
  { key: 'title', title: '申请内容', draw: (row) => <CaseLink row={row} /> },
  wordColumn('status', '办理情况', (row) => row.statusLabel),
  { key: 'left', title: '剩余时间', draw: (row) => <DueTag row={row} />, sort: 'due' },
  dayColumn('due', '答复期限', (row) => row.dueOn),
  wordColumn('assignee', '承办人', (row) => row.assignee?.name ?? '未分办'),
  dayColumn('received', '收到日', (row) => row.receivedOn),
  wordColumn('channel', '提出方式', (row) => row.channelLabel),
  wordColumn('category', '申请人类别', (row) => row.categoryLabel),
  wordColumn('outcome', '办理结果', (row) => row.outcomeLabel ?? '尚无结果'),
  dayColumn('replied', '答复日', (row) => row.repliedOn),
]

/** What a person sees who has chosen nothing. */
export const columnsAtFirst = ['number', 'title', 'status', 'left', 'due', 'assignee', 'received']

function CaseLink({ row }: { row: QueueRow }) {
  const { organ } = useStanding()
  return (
    <Link to={`/${organ.organId}/requests/${row.caseId}`} className="cell-title">
      {row.title}
    </Link>
  )
}
