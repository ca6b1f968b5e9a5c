import { DayText } from '#platform/console/day-text.tsx'
import { Entry } from '#platform/console/entry.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { RemedyView } from '../contract.ts'

/** Who asks what of whom, and about which request. */
export function RemedyFacts({ view }: { view: RemedyView }) {
  const { organ } = useStanding()
  return (
    <section className="sheet" aria-labelledby="case-facts">
      <h2 id="case-facts">案件</h2>
      <p className="asked">{view.claims}</p>
      <dl className="facts">
        <Entry label="事由">{view.aboutLabel}</Entry>
        <Entry label="收到通知之日">
          <DayText on={view.begunOn} />
        </Entry>
        <Entry label="申请人或者原告">{view.party ?? '您的角色不需要查看身份信息'}</Entry>
        {view.request === null ? null : (
          <Entry label="所涉申请">
            <Link to={`/${organ.organId}/requests/${view.request.caseId}`}>
              {view.request.number} {view.request.title}
            </Link>
          </Entry>
        )}
      </dl>
    </section>
  )
}
