import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { QueueRow } from '../contract.ts'
import { DueTag } from './due-tag.tsx'

/** One case on one line, one click to open. */
export function CaseLine({ row }: { row: QueueRow }) {
  const { organ } = useStanding()
  return (
    <li>
      <Link to={`/${organ.organId}/requests/${row.caseId}`}>
        <DueTag row={row} />
        <span className="line-title">{row.title}</span>
        <span className="line-rest">
          {row.statusLabel} · {row.assignee?.name ?? '未分办'} · {row.number}
        </span>
      </Link>
    </li>
  )
}
