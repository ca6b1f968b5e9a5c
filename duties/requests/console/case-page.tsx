import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { CaseView } from '../contract.ts'
import { useCase } from './api.ts'
import { CaseFacts } from './case-facts.tsx'
import { ClockStrip } from './clock-strip.tsx'
import { DueReasons } from './due-reasons.tsx'
import { NextSteps } from './next-steps.tsx'
import { CaseTimeline } from './timeline.tsx'
import './case.css'

/** A case: its clock on top, what happened in the middle, what can be done at the right. */
export function CasePage({ params }: ScreenProps) {
  const query = useCase(params.caseId ?? '')
  return <Answered query={query}>{(view) => <Case view={view} />}</Answered>
}

function Case({ view }: { view: CaseView }) {
  return (
    <>
      <PageHead title={view.title} note={<HeadLine view={view} />} />
      <a className="to-steps" href="#case-steps">
        去办理下一步
      </a>
      <section className="sheet" aria-label="期限">
        <ClockStrip days={view.strip} caption={view.due.sentence} />
        <DueReasons due={view.due} limits={view.limits} />
      </section>
      <div className="case-columns">
        <div>
          <CaseFacts view={view} />
          <section className="sheet" aria-labelledby="case-timeline">
            <h2 id="case-timeline">办理经过</h2>
            <CaseTimeline view={view} />
          </section>
        </div>
        <NextSteps view={view} />
      </div>
    </>
  )
}

function HeadLine({ view }: { view: CaseView }) {
  return (
    <>
      <span className="status">{view.statusLabel}</span> {view.number} · 承办人：
      {view.assignee?.name ?? '未分办'}
      {view.counts === null ? null : <Counted view={view} counts={view.counts} />}
    </>
  )
}

function Counted({ view, counts }: { view: CaseView; counts: NonNullable<CaseView['counts']> }) {
  const { organ } = useStanding()
  return (
    <>
      {' · '}
      <Link to={`/${organ.organId}/reports/${counts.year}?case=${view.caseId}`}>
        计入{counts.year}年年度报告“{counts.rowLabel}”{counts.columnLabel}
      </Link>
    </>
  )
}
