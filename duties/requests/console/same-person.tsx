import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { CaseView } from '../contract.ts'

/** 同一申请人: how much this person asked, what was asked and weighed before, and the other requests. */
export function SamePerson({ view: { applicantOverview } }: { view: CaseView }) {
  if (applicantOverview === null || applicantOverview.total < 2) return null
  const { figures, earlier, reasons } = applicantOverview
  return (
    <section className="sheet" aria-labelledby="same-person">
      <h2 id="same-person">同一申请人</h2>
      <p className="tight">{figures}</p>
      {reasons.map((one) => (
        <p className="note" key={one.number}>
          {one.number}已要求说明理由（{inChinese(one.askedOn as Day)}）
          {one.reasonable === null ? '，尚未判断' : one.reasonable ? '，理由合理' : '，理由不合理'}
        </p>
      ))}
      <details>
        <summary>其他申请（{earlier.length}件）</summary>
        <Others earlier={earlier} />
      </details>
    </section>
  )
}

type Earlier = NonNullable<CaseView['applicantOverview']>['earlier']

function Others({ earlier }: { earlier: Earlier }) {
  const { organ } = useStanding()
  return (
    <ul>
      {earlier.map((one) => (
        <li key={one.caseId}>
          <Link to={`/${organ.organId}/requests/${one.caseId}`}>
            {one.number} {one.title}
          </Link>
          （{one.outcomeLabel ?? one.statusLabel}
          {one.same ? '，内容相同' : ''}）
        </li>
      ))}
    </ul>
  )
}
