import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { type CaseDesk, CaseDeskContext } from '#platform/console/case/desk.ts'
import { NextSteps } from '#platform/console/case/steps.tsx'
import { CaseTimeline } from '#platform/console/case/timeline.tsx'
import { DayText } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { RemedyView } from '../contract.ts'
import { useRemedy, useRemedySending } from './api.ts'
import { Evidence } from './evidence.tsx'
import { RemedyFacts } from './remedy-facts.tsx'

const besides: ReadonlySet<string> = new Set(['link', 'addFile', 'note'])
const weighty: ReadonlySet<string> = new Set(['conclude', 'appeal'])

/** A reconsideration or lawsuit: its days on top, what happened in the middle, what can be done at the right. */
export function RemedyPage({ params }: ScreenProps) {
  const query = useRemedy(params.caseId ?? '')
  return <Answered query={query}>{(view) => <Remedy view={view} />}</Answered>
}

function Remedy({ view }: { view: RemedyView }) {
  const sending = useRemedySending(view.caseId)
  const { caseId: name, seq, timeline } = view
  const desk: CaseDesk = {
    name,
    seq,
    timeline,
    offers: view.offers,
    besides,
    weighty,
    ...sending,
  }
  const note = (
    <>
      <span className="status">{view.statusLabel}</span> {view.kindLabel} · {view.body}
    </>
  )
  return (
    <CaseDeskContext value={desk}>
      <PageHead title={view.number} note={note} />
      <Limits limits={view.limits} />
      <div className="case-columns">
        <div>
          <RemedyFacts view={view} />
          <section className="sheet" aria-labelledby="case-timeline">
            <h2 id="case-timeline">办理经过</h2>
            <CaseTimeline />
          </section>
          <Evidence evidence={view.evidence} />
        </div>
        <NextSteps />
      </div>
    </CaseDeskContext>
  )
}

function Limits({ limits }: Pick<RemedyView, 'limits'>) {
  if (limits.length === 0) return null
  return (
    <section className="sheet" aria-label="期限">
      <ul className="tight-list">
        {limits.map((limit) => (
          <li key={limit.label}>
            {limit.label}：<DayText on={limit.on} />
            {limit.provisional ? '（暂定）' : ''}
            <CitedPlace cited={{ place: limit.place, quote: '' }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
