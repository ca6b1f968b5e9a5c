import { Checkbox } from 'antd'
import { DayText } from '#platform/console/day-text.tsx'
import { Link } from '#platform/console/router.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { ItemListRow } from '../contract-desk.ts'

interface Shown {
  rows: readonly ItemListRow[]
  /** Over several organs: each line says whose it is. */
  withOrgan: boolean
  /** Where lines are chosen to be passed together. */
  choosing?: Choosing
}

export interface Choosing {
  isChosen(row: ItemListRow): boolean
  choose(rows: readonly ItemListRow[], isChosen: boolean): void
}

/** How near the day is by which it must be public; the words alone say it all. */
function ItemDue({ row }: { row: ItemListRow }) {
  if (row.reviewOn !== null) return <span>{row.reviewOn}评估</span>
  const left = row.workingDaysLeft
  if (left === null) return row.publishedAt === null ? <span className="none">—</span> : <span>已公开</span>
  if (left < 0) return <strong className="late">逾期 {-left} 个工作日</strong>
  return left === 0 ? <strong className="late">今日到期</strong> : <span>还剩 {left} 个工作日</span>
}

/** Items in a table on a desk; on a phone each row is a block, told by the same headings. */
export function ItemTable({ rows, withOrgan, choosing }: Shown) {
  return (
    <WideTable label="公开信息">
      <table className="list items cards">
        <thead>
          <tr>
            {choosing === undefined ? null : (
              <th scope="col">
                <Checkbox
                  aria-label="选择所列的全部信息"
                  checked={rows.every(choosing.isChosen)}
                  onChange={({ target }) => choosing.choose(rows, target.checked)}
                />
              </th>
            )}
            <th scope="col">标题</th>
            {withOrgan ? <th scope="col">机关</th> : null}
            <th scope="col">状态</th>
            <th scope="col">期限</th>
            <th scope="col">体裁</th>
            <th scope="col">成文日期</th>
            <th scope="col">拟稿</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ItemLine key={row.itemId} row={row} withOrgan={withOrgan} {...(choosing ? { choosing } : {})} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function ItemLine({ row, withOrgan, choosing }: Omit<Shown, 'rows'> & { row: ItemListRow }) {
  return (
    <tr>
      {choosing === undefined ? null : (
        <td className="choice">
          <Checkbox
            aria-label={`选择${row.title}`}
            checked={choosing.isChosen(row)}
            onChange={({ target }) => choosing.choose([row], target.checked)}
          />
        </td>
      )}
      <td>
        <Link to={`/${row.organId}/publication/${row.itemId}`}>{row.title}</Link>
        <span className="note">{row.indexNumber}</span>
      </td>
      {withOrgan ? <td data-label="机关">{row.organName}</td> : null}
      <td data-label="状态">
        {row.stageLabel}
        {row.waitingFor === '' ? null : <span className="note">等待{row.waitingFor}</span>}
      </td>
      <td data-label="期限">
        <ItemDue row={row} />
      </td>
      <td data-label="体裁">{row.kindLabel}</td>
      <td data-label="成文日期">
        <DayText on={row.formedOn} />
      </td>
      <td data-label="拟稿">{row.draftedBy}</td>
    </tr>
  )
}
