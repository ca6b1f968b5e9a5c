import { Link } from '#platform/console/router.tsx'
import type { ReportView } from '../contract.ts'

/** What was made public in the year by channel and kind: the figures that part one speaks of, each open to its items. */
export function MadePublic({ view: { organId, year, published } }: { view: ReportView }) {
  const counts = `/${organId}/supervision/publication/counts?year=${year}`
  return (
    <details className="made-public">
      <summary>{year}年主动公开的数量，可以插入文字</summary>
      {published.length === 0 ? (
        <p className="note">本系统没有{year}年公开信息的记录。数量请按实际填写，没有记录不等于没有公开。</p>
      ) : (
        <>
          <ul className="tight-list">
            {published.map(({ name, label, value }) => (
              <li key={name}>
                {label}：<Link to={counts}>{value}</Link>
              </li>
            ))}
          </ul>
          <p className="note">按发布和登记的记录计数，已撤下和作废的不计；点开可以逐条核对。</p>
        </>
      )}
    </details>
  )
}
