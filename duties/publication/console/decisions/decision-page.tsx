import { type CaseDesk, CaseDeskContext } from '#platform/console/case/desk.ts'
import { StepForm } from '#platform/console/case/step-form.tsx'
import { NextSteps } from '#platform/console/case/steps.tsx'
import { CaseTimeline } from '#platform/console/case/timeline.tsx'
import { DayText } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { Opening } from '#platform/ledger/contract.ts'
import type { DecisionView } from '../../decisions/contract.ts'
import { nothingMore, useDecision, useDecisionSending, useList, useOpening } from './api.ts'
import './decisions.css'

const none: ReadonlySet<string> = new Set()
const besides: ReadonlySet<string> = new Set(['evaluate', 'holdHearing', 'coordinate', 'end'])
const weighty: ReadonlySet<string> = new Set(['publish', 'end'])
const noFiles = {
  upload: () => Promise.reject(new Error('a decision keeps no files of its own: they are items')),
  fileAddress: () => '',
}

/** A major decision: its way on top, what happened in the middle, the steps that are open at the right. */
export function DecisionPage({ params }: ScreenProps) {
  const query = useDecision(params.decisionId ?? '')
  return <Answered query={query}>{(view) => <Decision view={view} />}</Answered>
}

function Decision({ view }: { view: DecisionView }) {
  const sending = useDecisionSending(view.decisionId)
  const { decisionId: name, seq, timeline } = view
  const desk: CaseDesk = {
    name,
    seq,
    timeline,
    offers: view.offers,
    besides,
    weighty,
    ...noFiles,
    ...sending,
  }
  const note = (
    <>
      <span className="status">{view.statusLabel}</span> 承办单位：{view.drafter}
    </>
  )
  return (
    <CaseDeskContext value={desk}>
      <PageHead title={view.title} note={note} />
      <Way view={view} />
      <div className="case-columns">
        <section className="sheet" aria-labelledby="case-timeline">
          <h2 id="case-timeline">办理经过</h2>
          <CaseTimeline />
        </section>
        <NextSteps />
      </div>
    </CaseDeskContext>
  )
}

function Way({ view: { way } }: { view: DecisionView }) {
  return (
    <ol className="decision-way" aria-label="法定程序">
      {way.map(({ label, on, waived }) => (
        <li key={label} className={on ? 'done' : waived ? 'waived' : ''}>
          <span>{label}</span>
          <small>{on ? <DayText on={on} /> : waived ? '不适用' : '尚未'}</small>
        </li>
      ))}
    </ol>
  )
}

/** 列入目录: opens a decision. */
export function NewDecisionPage(_: ScreenProps) {
  const query = useOpening()
  return <Answered query={query}>{({ offer }) => <OpenForm offer={offer} />}</Answered>
}

function OpenForm({ offer }: Opening) {
  const { organ } = useStanding()
  const list = useList()
  const desk: CaseDesk = {
    ...{ name: 'decision', seq: 0, timeline: [], offers: [offer], besides: none, weighty: none },
    ...noFiles,
    send: async (_, ask) => {
      const { decisionId } = await list.mutateAsync(ask)
      navigate(`/${organ.organId}/decisions/${decisionId}`, 'replace')
      return nothingMore
    },
  }
  return (
    <CaseDeskContext value={desk}>
      <PageHead title={offer.label} note={offer.law} />
      <div className="sheet narrow-form">
        <StepForm offer={offer} done={() => {}} />
      </div>
    </CaseDeskContext>
  )
}
