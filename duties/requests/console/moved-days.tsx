import { useEffect, useRef } from 'react'
import { DayText } from '#platform/console/day-text.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { MovedDay } from '../contract-settings.ts'
import { maySeeRequests } from './rights.ts'

/** After a change of settings: the open cases whose due day moved, from which day to which. */
export function MovedDays({ moved }: { moved: readonly MovedDay[] }) {
  const note = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew for each saving
  useEffect(() => note.current?.focus(), [moved])
  return (
    <section className="sheet done-note" role="status" tabIndex={-1} ref={note}>
      <p className="tight">
        已保存。
        {moved.length === 0
          ? '在办件的期限没有变动。'
          : `在办件中有${moved.length}件的期限随之变动，已提示承办人：`}
      </p>
      {moved.length === 0 ? null : <MovedTable moved={moved} />}
    </section>
  )
}

function MovedTable({ moved }: { moved: readonly MovedDay[] }) {
  const { organ } = useStanding()
  const mayOpen = maySeeRequests(organ.roles)
  return (
    <WideTable label="期限有变动的申请">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">原期限</th>
            <th scope="col">现期限</th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ caseId, number, fromOn, toOn }) => (
            <tr key={caseId}>
              <th scope="row">
                {mayOpen ? <Link to={`/${organ.organId}/requests/${caseId}`}>{number}</Link> : number}
              </th>
              <td>
                <DayText on={fromOn} />
              </td>
              <td>
                <DayText on={toOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
