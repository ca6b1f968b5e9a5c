import { Button, Checkbox, Grid, Popover, Table, type TableColumnType } from 'antd'
import { useState } from 'react'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { QueueRow } from '../contract.ts'
import { CaseLine } from './case-line.tsx'
import { DayText, DueTag } from './due-tag.tsx'

type Column = TableColumnType<QueueRow> & { key: string; title: string }

const text = (one: string | null, other: string | null): number =>
  (one ?? '').localeCompare(other ?? '', 'zh-CN')
const late = '9999'

const column = (
  key: string,
  title: string,
  render: Column['render'],
  sortBy: (row: QueueRow) => string | null,
): Column => ({ key, title, render, sorter: (one, other) => text(sortBy(one), sortBy(other)) }) as Column

const columns: readonly Column[] = [
  column(
    'number',
    '编号',
    (_, row) => row.number,
    (row) => row.number,
  ),
  column(
    'title',
    '申请内容',
    (_, row) => <CaseLink row={row} />,
    (row) => row.title,
  ),
  column(
    'status',
    '办理情况',
    (_, row) => row.statusLabel,
    (row) => row.statusLabel,
  ),
  column(
    'left',
    '剩余时间',
    (_, row) => <DueTag row={row} />,
    (row) => row.dueOn ?? late,
  ),
  column(
    'due',
    '答复期限',
    (_, row) => <DayText on={row.dueOn} />,
    (row) => row.dueOn ?? late,
  ),
  column(
    'assignee',
    '承办人',
    (_, row) => row.assignee?.name ?? '未分办',
    (row) => row.assignee?.name ?? null,
  ),
  column(
    'received',
    '收到日',
    (_, row) => <DayText on={row.receivedOn} />,
    (row) => row.receivedOn ?? late,
  ),
  column(
    'channel',
    '提出方式',
    (_, row) => row.channelLabel,
    (row) => row.channelLabel,
  ),
  column(
    'category',
    '申请人',
    (_, row) => row.categoryLabel,
    (row) => row.categoryLabel,
  ),
  column(
    'outcome',
    '办理结果',
    (_, row) => row.outcomeLabel ?? '',
    (row) => row.outcomeLabel,
  ),
  column(
    'replied',
    '答复日',
    (_, row) => <DayText on={row.repliedOn} />,
    (row) => row.repliedOn ?? late,
  ),
]

const filterable = new Set(['status', 'assignee', 'channel', 'category', 'outcome'])
const shownAtFirst = ['number', 'title', 'status', 'left', 'due', 'assignee', 'received']
const keptKey = 'gongkai-queue-columns'

interface Shown {
  rows: QueueRow[]
  /** All rows of the view are here, so that sorting and filtering speak for all of them. */
  whole: boolean
}

/** The list as a table on a desk, as lines on a phone. */
export function QueueTable({ rows, whole }: Shown) {
  const wide = Grid.useBreakpoint()
  const [shown, setShown] = useState(readColumns)
  if (wide.md === false) return <LineList rows={rows} />
  const drawn = columns
    .filter(({ key }) => shown.includes(key))
    .map((each) => (filterable.has(each.key) ? { ...each, ...filterOf(each.key, rows) } : each))
  const choose = (keys: string[]) => {
    localStorage.setItem(keptKey, JSON.stringify(keys))
    setShown(keys)
  }
  return (
    <>
      <div className="table-tools">
        {whole ? null : <span className="note">排序和筛选只在已显示的申请中进行</span>}
        <ColumnChooser shown={shown} choose={choose} />
      </div>
      <Table<QueueRow>
        rowKey="caseId"
        dataSource={rows}
        columns={drawn}
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        showSorterTooltip={false}
      />
    </>
  )
}

function readColumns(): string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(keptKey) ?? 'null')
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : shownAtFirst
}

function filterOf(key: string, rows: readonly QueueRow[]): Pick<Column, 'filters' | 'onFilter'> {
  const wordOf = (row: QueueRow): string =>
    ({
      status: row.statusLabel,
      assignee: row.assignee?.name ?? '未分办',
      channel: row.channelLabel,
      category: row.categoryLabel,
      outcome: row.outcomeLabel ?? '尚无结果',
    })[key] ?? ''
  const values = [...new Set(rows.map(wordOf))].sort(text)
  return {
    filters: values.map((value) => ({ text: value, value })),
    onFilter: (value, row) => wordOf(row) === value,
  }
}

function CaseLink({ row }: { row: QueueRow }) {
  const { organ } = useStanding()
  return (
    <Link to={`/${organ.organId}/requests/${row.caseId}`} className="cell-title">
      {row.title}
    </Link>
  )
}

function ColumnChooser({ shown, choose }: { shown: string[]; choose: (keys: string[]) => void }) {
  const options = columns.map(({ key, title }) => ({ value: key, label: title, disabled: key === 'title' }))
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={<Checkbox.Group className="column-list" options={options} value={shown} onChange={choose} />}
    >
      <Button>选择列</Button>
    </Popover>
  )
}

function LineList({ rows }: { rows: readonly QueueRow[] }) {
  return (
    <ul className="pile sheet">
      {rows.map((row) => (
        <CaseLine key={row.caseId} row={row} />
      ))}
    </ul>
  )
}
