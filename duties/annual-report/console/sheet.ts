import { createContext, useContext } from 'react'
import type { CellId } from '#law/report-forms/form.ts'
import type { Cell } from '#law/report-forms/report.ts'
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
