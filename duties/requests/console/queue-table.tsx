import { Button, Checkbox, Grid, Popover, Select } from 'antd'
import { useState } from 'react'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { QueueRow, QueueSort } from '../contract.ts'
import { CaseLine } from './case-line.tsx'
import { type Column, columns, columnsAtFirst } from './queue-columns.tsx'
import { SortHead, type Sorting } from './sort-head.tsx'

type Order = Sorting<QueueSort> | null

interface Shown {
  rows: readonly QueueRow[]
  order: Order
  sort(order: Order): void
}

/** The list as a table on a desk, as lines on a phone; put in order by the server, so over all of it. */
export function QueueTable({ rows, order, sort }: Shown) {
  const wide = Grid.useBreakpoint().md !== false
  const [shown, show] = useState(readColumns)
  const drawn = columns.filter(({ key }) => shown.includes(key))
  return (
    <>
      <div className="table-tools">
        {wide ? <ColumnChooser shown={shown} show={show} /> : <OrderChooser order={order} sort={sort} />}
      </div>
      {wide ? (
        <RowTable rows={rows} columns={drawn} order={order} sort={sort} />
      ) : (
        <ul className="pile sheet">
          {rows.map((row) => (
            <CaseLine key={row.caseId} row={row} />
          ))}
        </ul>
      )}
    </>
  )
}

function RowTable({ rows, columns: drawn, order, sort }: Shown & { columns: readonly Column[] }) {
  return (
    <WideTable label="申请">
      <table className="list">
        <thead>
          <tr>
            {drawn.map(({ key, title, sort: by }) =>
              by === undefined ? (
                <th key={key} scope="col">
                  {title}
                </th>
              ) : (
                <SortHead key={key} title={title} by={by} sorting={order} sort={sort} />
              ),
            )}
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

const orders = columns
  .filter(({ key, sort }) => sort === key)
  .flatMap(({ key, title }) => [
    { value: `${key} up`, label: `${title}，从前到后` },
    { value: `${key} down`, label: `${title}，从后到前` },
  ])

// Lines have no headings to press.
function OrderChooser({ order, sort }: Pick<Shown, 'order' | 'sort'>) {
  const choose = (value: string | undefined) => {
    const [wanted, way] = (value ?? '').split(' ')
    const by = columns.find(({ key }) => key === wanted)?.sort
    sort(by === undefined ? null : { key: by, down: way === 'down' })
  }
  return (
    <Select
      className="filter"
      aria-label="排序"
      placeholder="排序"
      allowClear
      options={orders}
      value={order === null ? null : `${order.key} ${order.down ? 'down' : 'up'}`}
      onChange={choose}
    />
  )
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
