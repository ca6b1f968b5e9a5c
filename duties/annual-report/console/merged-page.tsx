import { Button, Drawer, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { CellId } from '#law/report-forms/form.ts'
import { nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import { showValue } from '#law/report-forms/report.ts'
import { overlay } from '#platform/console/overlay.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { MergedView, ReportView } from '../contract.ts'
import { reportSteps } from '../rules/steps.ts'
import { mergedFileAddress, useMerged, useReportSteps } from './api.ts'
import { Findings, worstOf } from './findings.tsx'
import { Parts } from './report-page.tsx'
import { maySupervise } from './rights.ts'
import { type Sheet, SheetContext } from './sheet.ts'
import { TextsEditor } from './texts.tsx'
import './report.css'

/** 汇总报告: own and lower reports added cell by cell; a cell opens to the organs, and from there to their reports. */
export function MergedPage({ params }: ScreenProps) {
  const query = useMerged(params.year ?? '')
  const missing = query.data?.missing ?? []
  const names = missing.map(({ name }) => name)
  const note =
    missing.length === 0 ? '各机关均已计入。' : `尚未计入${missing.length}个机关：${names.join('、')}。`
  return (
    <>
      <PageHead title={`${params.year}年汇总报告`} note={query.data === undefined ? '' : note} />
      <Answered query={query}>{(merged) => <Merged merged={merged} />}</Answered>
    </>
  )
}

// The merged figures on the sheet of an ordinary report.
const asView = (merged: MergedView): ReportView => ({
  organId: merged.organId,
  organName: merged.organName,
  year: merged.year,
  form: merged.form,
  status: 'merged',
  statusLabel: '汇总',
  version: merged.version,
  isMerged: true,
  isGovernment: true,
  cutOff: '',
  hash: '',
  cells: Object.fromEntries(
    Object.entries(merged.cells).map(([id, cell]) => [
      id,
      { cell, source: 'none' as const, count: merged.from[id]?.length ?? 0 },
    ]),
  ),
  findings: merged.findings,
  seq: merged.seq,
  texts: merged.texts,
  written: {},
  strays: [],
  changed: [],
  days: { lawfulOn: '', notice: null },
  likeness: [],
  fees: { notices: 0, noticed: 0, collected: 0 },
  published: [],
  lastYearTexts: {},
  explanations: merged.explanations,
  reminders: [],
  returned: null,
  // The one thing that is written here: why a finding of the sum stands.
  offers: merged.mayExplain
    ? [{ step: 'explain', label: '', law: '', place: '', allowed: true, refusal: null }]
    : [],
})

function Merged({ merged }: { merged: MergedView }) {
  const { organ } = useStanding()
  const { query } = useLocation()
  const open = query.get('cell')
  const sheet: Sheet = useMemo(() => {
    const path = `/${organ.organId}/reports/${merged.year}/merged`
    const view = asView(merged)
    return {
      view,
      worst: worstOf(merged.findings),
      open: (cellId) => navigate(`${path}?cell=${encodeURIComponent(cellId)}`, 'replace'),
      close: () => navigate(path, 'replace'),
    }
  }, [merged, organ.organId])
  return (
    <SheetContext value={sheet}>
      <TextsEditor view={sheet.view}>
        <div className="report-columns">
          <div>
            <Parts view={sheet.view} />
          </div>
          <div className="beside">
            <PublishMerged merged={merged} />
            <Findings findings={merged.findings} />
          </div>
        </div>
      </TextsEditor>
      {open === null ? null : <Organs merged={merged} cellId={open} close={sheet.close} />}
    </SheetContext>
  )
}

function PublishMerged({ merged }: { merged: MergedView }) {
  const [words, setWords] = useState({ despite: '', correction: '' })
  const steps = useReportSteps(merged)
  const entry = (name: 'despite' | 'correction', label: string) => (
    <Input
      aria-label={label}
      placeholder={label}
      value={words[name]}
      onChange={(event) => setWords({ ...words, [name]: event.target.value })}
    />
  )
  return (
    <section className="sheet report-steps" aria-label="办理">
      {merged.missing.length > 0 ? entry('despite', '不等未审核机关的理由') : null}
      {merged.version > 0 ? entry('correction', '更正的理由') : null}
      <Button
        type="primary"
        disabled={!merged.mayPublish}
        loading={steps.isPending}
        onClick={() => steps.mutate([{ step: 'publishMerged', ask: words }])}
      >
        {reportSteps.publishMerged.label}
      </Button>
      {merged.version > 0 ? (
        <p role="status">
          已公布第{merged.version}版。
          <Link to={`/${merged.organId}/reports/${merged.year}/versions`}>各版本和更正</Link>
        </p>
      ) : null}
      <p className="note">
        下载汇总稿：
        {['docx', 'xlsx', 'pdf'].map((kind) => (
          <a key={kind} href={mergedFileAddress(merged, kind)} download>
            {kind === 'docx' ? 'Word' : kind === 'xlsx' ? 'Excel' : 'PDF'}
          </a>
        ))}
      </p>
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
    </section>
  )
}

function Organs({ merged, cellId, close }: { merged: MergedView; cellId: CellId; close(): void }) {
  const { organ } = useStanding()
  const unit = placeOf(cellId)?.column.unit ?? 'count'
  const from = merged.from[cellId] ?? []
  return (
    <Drawer open title={nameOfCell(cellId)} onClose={close} size={480} {...overlay}>
      {from.length === 0 ? <p>各机关都是0，或者没有填写。</p> : null}
      <ul className="counted">
        {from.map((each) => (
          <li key={each.organId}>
            {each.organId === organ.organId || maySupervise(organ.roles) ? (
              <Link to={addressOf(organ.organId, merged.year, each.organId, cellId)}>{each.name}</Link>
            ) : (
              each.name
            )}
            <span className="note">{showValue(each.value, unit)}</span>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

const addressOf = (mine: string, year: number, organId: string, cellId: string): string =>
  organId === mine
    ? `/${mine}/reports/${year}?cell=${encodeURIComponent(cellId)}`
    : `/${mine}/reports/${year}/below/${organId}`
