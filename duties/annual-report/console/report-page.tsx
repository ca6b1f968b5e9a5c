import { useMemo } from 'react'
import { formById } from '#law/report-forms/forms.ts'
import { reportTitle } from '#law/report-forms/sections.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { ReportView } from '../contract.ts'
import { useReport } from './api.ts'
import { BlankCells } from './blank-cells.tsx'
import { CellDrawer } from './cell-drawer.tsx'
import { worstOf } from './findings.tsx'
import { ProactiveTable, RemediesTable, RequestsTable } from './form-tables.tsx'
import { minute } from './minute.ts'
import { ReportSteps } from './report-steps.tsx'
import { type Sheet, SheetContext } from './sheet.ts'
import { FindingsAsTyped, isWritten, TextPart, TextsBar, TextsEditor } from './texts.tsx'
import './report.css'

/** The report of a year as the official form; every figure opens to what it counted, findings stand beside. */
export function ReportPage({ params }: ScreenProps) {
  const year = params.year ?? ''
  const query = useReport(year)
  return (
    <>
      <PageHead
        title={reportTitle(Number(year))}
        note={query.data === undefined ? '' : query.data.statusLabel}
      />
      <Answered query={query}>{(view) => <Report view={view} />}</Answered>
    </>
  )
}

function Report({ view }: { view: ReportView }) {
  const { organ } = useStanding()
  const { query } = useLocation()
  const open = query.get('cell')
  const sheet: Sheet = useMemo(() => {
    const path = `/${organ.organId}/reports/${view.year}`
    return {
      view,
      worst: worstOf(view.findings),
      // A merged figure opens to the organs that gave it, and from there to the cases.
      open: (cellId) => {
        const cell = `cell=${encodeURIComponent(cellId)}`
        if (view.isMerged) navigate(`${path}/merged?${cell}`)
        else navigate(`${path}?${cell}`, 'replace')
      },
      close: () => navigate(path, 'replace'),
    }
  }, [view, organ.organId])
  return (
    <SheetContext value={sheet}>
      <TextsEditor view={view} key={`${view.organId} ${view.year}`}>
        <div className="report-columns">
          <div>
            <TextsBar view={view} />
            <BlankCells view={view} />
            <Parts view={view} />
            <Footing view={view} />
          </div>
          <div className="beside">
            <ReportSteps view={view} />
            <FindingsAsTyped view={view} />
          </div>
        </div>
      </TextsEditor>
      {open === null ? null : <CellDrawer cellId={open} />}
    </SheetContext>
  )
}

const drawn = { proactive: ProactiveTable, requests: RequestsTable, remedies: RemediesTable }

/** The six parts in the order of print: what is counted as its table, what is written with its editor. */
export function Parts({ view }: { view: ReportView }) {
  const form = formById(view.form === '2019' ? '2019' : '2021')
  return form.sections.map((section) => {
    const table = form.tables.find((each) => each.id === section.table)
    const Drawn = table === undefined ? undefined : drawn[table.id]
    return (
      <section className="sheet" key={section.id} aria-labelledby={`section-${section.id}`}>
        <h2 id={`section-${section.id}`}>
          {section.number}、{section.label}
        </h2>
        {table === undefined || Drawn === undefined ? null : <Drawn table={table} label={section.label} />}
        {isWritten(section.id) ? <TextPart section={section.id} label={section.label} /> : null}
      </section>
    )
  })
}

/** Up to when was counted, and the hash by which the same figures are known again. */
function Footing({ view }: { view: ReportView }) {
  return (
    <p className="note">
      统计截至{minute(view.cutOff)}。空白的格还没有数据来源。数据指纹 <code>{view.hash}</code>
    </p>
  )
}
