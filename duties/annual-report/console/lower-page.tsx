import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { CellId } from '#law/report-forms/form.ts'
import { nameOfCell } from '#law/report-forms/forms.ts'
import { reportTitle } from '#law/report-forms/sections.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { ReportView } from '../contract.ts'
import { reportSteps } from '../rules/steps.ts'
import { fileAddress, useReport, useReportSteps } from './api.ts'
import { Findings, worstOf } from './findings.tsx'
import { HandIn } from './hand-in.tsx'
import { Parts } from './report-page.tsx'
import { elementOf, mayTake, type Sheet, SheetContext } from './sheet.ts'
import { TextsEditor } from './texts.tsx'
import './report.css'

/** The report of an organ below: read, returned with reasons at its cells, or accepted. */
export function LowerPage({ params }: ScreenProps) {
  const query = useReport(params.year ?? '', params.lowerId ?? '')
  const title = `${query.data?.organName ?? ''}${reportTitle(Number(params.year))}`
  return (
    <>
      <PageHead title={title} note={query.data?.statusLabel ?? ''} />
      <Answered query={query}>{(view) => <Lower view={view} />}</Answered>
    </>
  )
}

type Reasons = ReadonlyMap<CellId, string>

function Lower({ view }: { view: ReportView }) {
  const [reasons, setReasons] = useState<Reasons>(new Map())
  const sheet: Sheet = useMemo(() => {
    const mark = (cellId: CellId) =>
      setReasons((old) => (old.has(cellId) ? old : new Map([...old, [cellId, '']])))
    return { view, worst: worstOf(view.findings), open: mark, close: () => {} }
  }, [view])
  return (
    <SheetContext value={sheet}>
      <TextsEditor view={view} key={view.organId}>
        <div className="report-columns">
          <div>
            <Parts view={view} />
          </div>
          <div className="beside">
            <Review view={view} reasons={reasons} change={setReasons} />
            <Findings findings={view.findings} />
          </div>
        </div>
      </TextsEditor>
    </SheetContext>
  )
}

interface ReviewShown {
  view: ReportView
  reasons: Reasons
  change(reasons: Reasons): void
}

function Review({ view, reasons, change }: ReviewShown) {
  const { organ } = useStanding()
  return (
    <section className="sheet report-steps" aria-label="审核">
      {mayTake(view, 'accept') ? null : <p className="note">{view.statusLabel}，现在不能审核。</p>}
      <Accept view={view} />
      <GiveBack view={view} reasons={reasons} change={change} />
      {mayTake(view, 'handIn') ? <HandIn view={view} /> : null}
      <p className="note">
        <a href={fileAddress(view, 'docx')} download>
          下载Word
        </a>
        {view.version > 0 ? (
          <Link to={`/${organ.organId}/reports/${view.year}/below/${view.organId}/versions`}>
            各版本和更正
          </Link>
        ) : null}
      </p>
    </section>
  )
}

/** What must be mended is not passed over in silence: where it is accepted all the same, the reason is asked for. */
function Accept({ view }: Pick<ReviewShown, 'view'>) {
  const [note, setNote] = useState('')
  const steps = useReportSteps(view)
  const isWrong = view.findings.some(
    ({ severity, result }) => severity === 'blocks' || result === 'cannotBeJudged',
  )
  const may = mayTake(view, 'accept')
  return (
    <>
      {isWrong && may ? (
        <Input
          aria-label="照收的理由"
          placeholder="有须改的问题，确需照收的理由"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : null}
      <Button
        type="primary"
        disabled={!may}
        loading={steps.isPending}
        onClick={() => steps.mutate([{ step: 'accept', ask: { note } }])}
      >
        {reportSteps.accept.label}
      </Button>
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
    </>
  )
}

function GiveBack({ view, reasons, change }: ReviewShown) {
  const [reason, setReason] = useState('')
  const steps = useReportSteps(view)
  const cells = [...reasons].map(([cell, why]) => ({ cell, reason: why }))
  const send = () =>
    steps.mutate([{ step: 'return', ask: { reason, cells } }], { onSuccess: () => change(new Map()) })
  return (
    <>
      <h3>{reportSteps.return.label}</h3>
      <p className="note">点表中的格子，逐格写明理由。</p>
      <CellReasons reasons={reasons} change={change} />
      <Input.TextArea
        aria-label="退回的理由"
        placeholder="退回的理由"
        value={reason}
        className="grows"
        rows={2}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        disabled={!mayTake(view, 'return') || reason.trim() === ''}
        loading={steps.isPending}
        onClick={send}
      >
        {reportSteps.return.label}
      </Button>
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
    </>
  )
}

function CellReasons({ reasons, change }: Omit<ReviewShown, 'view'>) {
  return [...reasons].map(([cell, why]) => (
    <div key={cell} className="cell-reason">
      <label htmlFor={`why-${elementOf(cell)}`}>{nameOfCell(cell)}</label>
      <Input
        id={`why-${elementOf(cell)}`}
        value={why}
        onChange={(event) => change(new Map([...reasons, [cell, event.target.value]]))}
      />
      <Button size="small" onClick={() => change(new Map([...reasons].filter(([id]) => id !== cell)))}>
        不退回这一格
      </Button>
    </div>
  ))
}
