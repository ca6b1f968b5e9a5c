import { Drawer } from 'antd'
import type { CellId } from '#law/report-forms/form.ts'
import { nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import { parseCell, showCell } from '#law/report-forms/report.ts'
import { overlay } from '#platform/console/overlay.ts'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { CellCases } from '../contract.ts'
import { useCell } from './api.ts'
import { HandFigure } from './hand-figure.tsx'
import { cellIn, elementOf, returnedAt, useSheet } from './sheet.ts'
import { Unrecorded } from './unrecorded.tsx'

/** 数皆有据: what a figure counted, and from there to the case. */
export function CellDrawer({ cellId }: { cellId: CellId }) {
  const { view, close } = useSheet()
  const place = placeOf(cellId)
  const query = useCell(view, cellId)
  const leave = () => {
    close()
    requestAnimationFrame(() => document.getElementById(elementOf(cellId))?.focus())
  }
  return (
    <Drawer open title={nameOfCell(cellId)} onClose={leave} size={520} {...overlay}>
      <p className="cell-figure">{showCell(cellIn(view, cellId), place?.column.unit ?? 'count')}</p>
      {view.cells[cellId]?.source === 'hand' ? (
        <p className="note">手工补录，来源：{view.cells[cellId]?.from}</p>
      ) : null}
      <Answered query={query}>
        {(found) => (
          <>
            <Counted found={found} />
            <Unrecorded cellId={cellId} view={view} />
            <HandFigure cellId={cellId} found={found} />
          </>
        )}
      </Answered>
      <CellFindings cellId={cellId} />
      {returnedAt(view, cellId).map((reason) => (
        <p className="warning" key={reason}>
          主管部门退回：{reason}
        </p>
      ))}
    </Drawer>
  )
}

function CellFindings({ cellId }: { cellId: CellId }) {
  const { view } = useSheet()
  const here = view.findings.filter((finding) => finding.cells.includes(cellId))
  return here.map((finding) => (
    <p className="warning" key={finding.check + finding.sentence}>
      {finding.name}：{finding.sentence}
    </p>
  ))
}

function Counted({ found }: { found: CellCases }) {
  return (
    <>
      <p className="note">统计口径：{found.counts}。</p>
      {found.total === 0 ? <p>没有计入任何一件。</p> : null}
      <Cases cases={found.cases} total={found.total} />
      <Entries found={found} />
    </>
  )
}

function Cases({ cases, total }: Pick<CellCases, 'cases' | 'total'>) {
  const { organ } = useStanding()
  if (cases.length === 0) return null
  return (
    <>
      <h3>
        计入的 {total} 件{total > cases.length ? `（列出前 ${cases.length} 件）` : ''}
      </h3>
      <ul className="counted">
        {cases.map((each) => (
          <li key={each.caseId}>
            <Link to={`/${organ.organId}/${each.duty}/${each.caseId}`}>{each.title}</Link>
            <span className="note">
              {[
                each.number,
                each.receivedOn === null ? '' : `${inChinese(each.receivedOn as Day)}收到`,
                each.repliedOn === null ? '' : `${inChinese(each.repliedOn as Day)}答复`,
                each.outcomeLabel ?? '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Entries({ found }: { found: CellCases }) {
  const unit = placeOf(found.cellId)?.column.unit ?? 'count'
  if (found.entries.length === 0) return null
  return (
    <>
      <h3>计入的 {found.entries.length} 笔登记</h3>
      <ul className="counted">
        {found.entries.map((entry) => (
          <li key={entry.entryId}>
            {entry.month}月：{showCell(parseCell(entry.amount, unit), unit)}
            <span className="note">{entry.source}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
