import type { ReactNode } from 'react'
import { DayText } from '#platform/console/day-text.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { QueueRow } from '../contract.ts'
import { DueTag } from './due-tag.tsx'

export interface Column {
  key: string
  title: string
  draw(row: QueueRow): ReactNode
  /** The words by which rows are put in order and filtered. */
  word(row: QueueRow): string
  filtered?: true
}

const late = '9999-12-31'

const dayColumn = (key: string, title: string, of: (row: QueueRow) => string | null): Column => ({
  key,
  title,
  draw: (row) => <DayText on={of(row)} />,
  word: (row) => of(row) ?? late,
})

const wordColumn = (key: string, title: string, word: Column['word']): Column => ({
  key,
  title,
  draw: word,
  word,
})

const filtered = (column: Column): Column => ({ ...column, filtered: true })

/** Every column that the list of cases can show, in its order. */
export const columns: readonly Column[] = [
  wordColumn('number', '编号', (row) => row.number),
  { key: 'title', title: '申请内容', draw: (row) => <CaseLink row={row} />, word: (row) => row.title },
  filtered(wordColumn('status', '办理情况', (row) => row.statusLabel)),
  { key: 'left', title: '剩余时间', draw: (row) => <DueTag row={row} />, word: (row) => row.dueOn ?? late },
  dayColumn('due', '答复期限', (row) => row.dueOn),
  filtered(wordColumn('assignee', '承办人', (row) => row.assignee?.name ?? '未分办')),
  dayColumn('received', '收到日', (row) => row.receivedOn),
  filtered(wordColumn('channel', '提出方式', (row) => row.channelLabel)),
  filtered(wordColumn('category', '申请人类别', (row) => row.categoryLabel)),
  filtered(wordColumn('outcome', '办理结果', (row) => row.outcomeLabel ?? '尚无结果')),
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
