import type { ReactNode } from 'react'
import { minuteInChinese } from './day-text.tsx'
import { Link } from './router.tsx'
import { Nothing } from './states.tsx'
import { WideTable } from './wide-table.tsx'

/** A file sent earlier: its own page, its name, what came of it, and when it was sent. */
interface Sent {
  to: string
  name: string
  cells: readonly ReactNode[]
  at: string
}

interface SentBeforeProps {
  title: string
  /** What stands between the name of the file and the time. */
  columns: readonly string[]
  sent: readonly Sent[]
  /** Said where nothing was sent yet. */
  empty: string
}

/** What was sent before, the newest first as it was given. */
export function SentBefore({ title, columns, sent, empty }: SentBeforeProps) {
  return (
    <section aria-labelledby="sent-before">
      <h2 id="sent-before">{title}</h2>
      {sent.length === 0 ? (
        <Nothing>{empty}</Nothing>
      ) : (
        <WideTable label={title}>
          <table className="list">
            <thead>
              <tr>
                {['文件', ...columns, '上传时间'].map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sent.map((each) => (
                <SentRow key={each.to} {...each} columns={columns} />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  )
}

const SentRow = ({ to, name, cells, at, columns }: Sent & { columns: readonly string[] }) => (
  <tr>
    <th scope="row">
      <Link to={to}>{name}</Link>
    </th>
    {columns.map((column, i) => (
      <td key={column}>{cells[i]}</td>
    ))}
    <td>{minuteInChinese(at)}</td>
  </tr>
)
