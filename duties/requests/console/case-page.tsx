import type { ReactElement } from 'react'
import type { FieldProblem } from '#platform/console/api.ts'
import { type CaseDesk, CaseDeskContext } from '#platform/console/case/desk.ts'
import { NextSteps } from '#platform/console/case/steps.tsx'
import { CaseTimeline } from '#platform/console/case/timeline.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { CaseView } from '../contract.ts'
import { useCase, useCaseSending } from './api.ts'
import { CaseFacts } from './case-facts.tsx'
import { ClockStrip } from './clock-strip.tsx'
import { DueReasons } from './due-reasons.tsx'
import { FeeSection } from './fee-section.tsx'
import { PackageLink } from './package-link.tsx'
import { PartsInput } from './parts-input.tsx'
import { RemarksInput } from './remarks-input.tsx'
import { SamePerson } from './same-person.tsx'
import { besides, weighty } from './step-weights.ts'

/** A case: its clock on top, what happened in the middle, what can be done at the right. */
export function CasePage({ params }: ScreenProps) {
  const query = useCase(params.caseId ?? '')
  return <Answered query={query}>{(view) => <Case view={view} />}</Answered>
}

function Case({ view }: { view: CaseView }) {
  const sending = useCaseSending(view.caseId)
  const desk: CaseDesk = {
    name: view.caseId,
    seq: view.seq,
    timeline: view.timeline,
    offers: view.offers,
    besides,
    weighty,
    ...sending,
    input: (field, errors) => inputOf(view, field, errors),
  }
  return (
    <CaseDeskContext value={desk}>
      <PageHead title={view.title} note={<HeadLine view={view} />} actions={<PackageLink view={view} />} />
      <a className="to-steps" href="#case-steps">
        去办理下一步
      </a>
      <Undrawn codes={view.undrawn} />
      <section className="sheet" aria-label="期限">
        <ClockStrip days={view.strip} caption={view.due.sentence} />
        <DueReasons due={view.due} limits={view.limits} />
      </section>
      <div className="case-columns">
        <div>
          <CaseFacts view={view} />
          <SamePerson view={view} />
          <FeeSection view={view} />
          <section className="sheet" aria-labelledby="case-timeline">
            <h2 id="case-timeline">办理经过</h2>
            <CaseTimeline />
          </section>
        </div>
        <NextSteps />
      </div>
    </CaseDeskContext>
  )
}

/** Said before anybody signs or seals: what the letter would not show as it was written. */
function Undrawn({ codes }: { codes: CaseView['undrawn'] }) {
  if (codes.length === 0) return null
  return (
    <p className="warning" role="note">
      本件文字中有字库没有的字（{codes.join('、')}），存档的 PDF 文书将以“〓”代替。用印以前，请在 Word
      文书中核对这些字，能用规范汉字的请改用规范汉字。
    </p>
  )
}

function inputOf(
  view: CaseView,
  field: PlainField,
  errors: readonly FieldProblem[],
): ReactElement | undefined {
  if (field.kind === 'parts') return <PartsInput field={field} view={view} errors={errors} />
  return field.kind === 'remarks' ? <RemarksInput /> : undefined
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
