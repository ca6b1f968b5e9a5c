import { Button, Checkbox, Grid, Popover, Select } from 'antd'
import { useState } from 'react'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { QueueRow } from '../contract.ts'
import { CaseLine } from './case-line.tsx'
import { type Column, columns, columnsAtFirst } from './queue-columns.tsx'

interface Shown {
  rows: QueueRow[]
  /** All rows of the view are here, so that sorting and filtering speak for all of them. */
  whole: boolean
}

type Wanted = Readonly<Record<string, string>>
type Order = { key: string; down: boolean } | null

/** The list as a table on a desk, as lines on a phone; filtered and sorted among the rows that are here. */
export function QueueTable({ rows, whole }: Shown) {
  const wide = Grid.useBreakpoint().md !== false
  const [shown, show] = useState(readColumns)
  const [wanted, want] = useState<Wanted>({})
  const [order, sort] = useState<Order>(null)
  const drawn = inOrder(matching(rows, wanted), order)
  return (
    <>
      <div className="table-tools">
        {whole ? null : <span className="note">排序和筛选只在已显示的申请中进行</span>}
        <Filters rows={rows} wanted={wanted} want={want} />
        {wide ? <ColumnChooser shown={shown} show={show} /> : null}
      </div>
      {wide ? (
        <RowTable
          rows={drawn}
          columns={columns.filter(({ key }) => shown.includes(key))}
          order={order}
          sort={sort}
        />
      ) : (
        <ul className="pile sheet">
          {drawn.map((row) => (
            <CaseLine key={row.caseId} row={row} />
          ))}
        </ul>
      )}
    </>
  )
}

const compare = new Intl.Collator('zh-CN', { numeric: true }).compare
const columnOf = (key: string): Column | undefined => columns.find((column) => column.key === key)

const matching = (rows: readonly QueueRow[], wanted: Wanted): QueueRow[] =>
  rows.filter((row) => Object.entries(wanted).every(([key, word]) => columnOf(key)?.word(row) === word))

function inOrder(rows: QueueRow[], order: Order): QueueRow[] {
  const column = order === null ? undefined : columnOf(order.key)
  if (column === undefined || order === null) return rows
  return rows.toSorted((one, other) => compare(column.word(one), column.word(other)) * (order.down ? -1 : 1))
}

interface TableShown {
  rows: readonly QueueRow[]
  columns: readonly Column[]
  order: Order
  sort(order: Order): void
}

function RowTable({ rows, columns: drawn, order, sort }: TableShown) {
  return (
    <WideTable label="申请">
      <table className="list">
        <thead>
          <tr>
            {drawn.map((column) => (
              <SortHead key={column.key} column={column} order={order} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId}>
              {drawn.map((column) => (
                <td key={column.key}>{column.draw(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

/** Sorts upwards, downwards, and back to the order in which the list came. */
function SortHead({ column, order, sort }: { column: Column; order: Order; sort(order: Order): void }) {
  const mine = order?.key === column.key ? order : null
  const next = mine === null ? { key: column.key, down: false } : mine.down ? null : { ...mine, down: true }
  const said = mine === null ? 'none' : mine.down ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={said}>
      <button type="button" onClick={() => sort(next)}>
        {column.title}
      </button>
    </th>
  )
}

interface FiltersShown {
  rows: readonly QueueRow[]
  wanted: Wanted
  want(wanted: Wanted): void
}

function Filters({ rows, wanted, want }: FiltersShown) {
  const change = (key: string, word: string | undefined) => {
    const { [key]: _, ...rest } = wanted
    want(word === undefined ? rest : { ...rest, [key]: word })
  }
  const offered = columns
    .filter((column) => column.filtered)
    .map((column) => ({ column, words: [...new Set(rows.map(column.word))].sort(compare) }))
    .filter(({ column, words }) => words.length > 1 || wanted[column.key] !== undefined)
  return offered.map(({ column, words }) => (
    <Select
      key={column.key}
      className="filter"
      aria-label={`按${column.title}筛选`}
      placeholder={column.title}
      allowClear
      options={words.map((word) => ({ value: word, label: word }))}
      value={wanted[column.key] ?? null}
      onChange={(word: string | undefined) => change(column.key, word)}
    />
  ))
}

const keptKey = 'gongkai-queue-columns'

function readColumns(): string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(keptKey) ?? 'null')
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : columnsAtFirst
}

function ColumnChooser({ shown, show }: { shown: string[]; show(keys: string[]): void }) {
  const options = columns.map(({ key, title }) => ({ value: key, label: title, disabled: key === 'title' }))
  const choose = (keys: string[]) => {
    localStorage.setItem(keptKey, JSON.stringify(keys))
    show(keys)
  }
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
