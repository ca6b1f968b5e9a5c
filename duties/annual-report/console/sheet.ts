import { createContext, useContext } from 'react'
import type { CellId } from '#law/report-forms/form.ts'
import type { Cell, Report } from '#law/report-forms/report.ts'
import type { ReportView } from '../contract.ts'

/** The report on the screen, and what can be done with its cells. */
export interface Sheet {
  view: ReportView
  /** The gravest finding at a cell. */
  worst: ReadonlyMap<CellId, string>
  open(cellId: CellId): void
  close(): void
}

export const SheetContext = createContext<Sheet | null>(null)

/** The report around this component. Throws outside of one. */
export function useSheet(): Sheet {
  const sheet = useContext(SheetContext)
  if (sheet === null) throw new Error('no report on the screen')
  return sheet
}

const absent: Cell = { kind: 'absent' }

/** What stands in a cell of the report on the screen. */
export const cellIn = (view: ReportView, cellId: CellId): Cell => (view.cells[cellId]?.cell ?? absent) as Cell

/** The id of the element that shows a cell. */
export const elementOf = (cellId: CellId): string => `cell-${cellId}`

/** The report on the screen as the rules read it. */
export function reportIn(view: ReportView): Report {
  const cells = Object.fromEntries(Object.keys(view.cells).map((id) => [id, cellIn(view, id)]))
  const form = view.form === '2019' ? '2019' : '2021'
  return {
    organ: { name: view.organName, id: view.organId },
    year: view.year,
    form,
    cells,
    texts: view.texts,
  }
}

/** May this person take the step now? */
export const mayTake = (view: ReportView, step: string): boolean =>
  view.offers.some((offer) => offer.step === step && offer.allowed)

/** The reasons for which the supervising organ returned a cell; none where it did not. */
export const returnedAt = (view: ReportView, cellId: CellId): readonly string[] =>
  (view.returned?.cells ?? []).filter((each) => each.cell === cellId).map((each) => each.reason)
