import { type ReactNode, useState } from 'react'
import { WideTable } from '#platform/console/wide-table.tsx'

export interface SortedColumn<Row> {
  label: string
  value(row: Row): string | number
  draw?(row: Row): ReactNode
}

interface Shown<Row> {
  label: string
  rows: readonly Row[]
  columns: readonly SortedColumn<Row>[]
  keyOf(row: Row): string
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other))

/** A small table that any heading sorts, once up and once down; in the order given until then. */
export function SortedTable<Row>({ label, rows, columns, keyOf }: Shown<Row>) {
  const [order, sort] = useState({ at: -1, down: false })
  const by = columns[order.at]
  const sign = order.down ? -1 : 1
  const drawn =
    by === undefined ? rows : rows.toSorted((one, other) => sign * compare(by.value(one), by.value(other)))
  return (
    <WideTable label={label}>
      <table className="list" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column.label}
                scope="col"
                aria-sort={at === order.at ? (order.down ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => sort({ at, down: at === order.at && !order.down })}>
                  {column.label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.label}>{column.draw?.(row) ?? column.value(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
