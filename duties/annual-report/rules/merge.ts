import type { CellId, Form } from '#law/report-forms/form.ts'
import { cellsOf } from '#law/report-forms/forms.ts'
import { type Cell, numberCell, type Report, type ReportOrgan } from '#law/report-forms/report.ts'

/** One organ's part of a merged report. */
export interface Part {
  readonly organId: string
  readonly report: Report
}

export interface Merged {
  readonly report: Report
  /** For every cell the organs that gave it a figure other than 0. */
  readonly from: ReadonlyMap<CellId, readonly { organId: string; value: number }[]>
}

/**
 * The report of a government: its own and those of its departments and lower governments, cell by cell (E7, A7).
 * A cell is the sum of the figures there are; it is blank only where no part has a figure, and a mark where
 * all that is there are marks. Parts of another form are refused: they do not convert.
 */
export function merge(form: Form, organ: ReportOrgan, year: number, parts: readonly Part[]): Merged {
  const foreign = parts.find(({ report }) => report.form !== form.id || report.year !== year)
  if (foreign) throw new RangeError(`a part of another form or year: ${foreign.organId}`)
  const from = new Map<CellId, { organId: string; value: number }[]>()
  const cells: Record<CellId, Cell> = {}
  for (const { id, row } of cellsOf(form)) {
    if (!row.local) cells[id] = sumOf(id, parts, from)
  }
  return { report: { organ, year, form: form.id, cells, texts: {} }, from }
}

function sumOf(
  id: CellId,
  parts: readonly Part[],
  from: Map<CellId, { organId: string; value: number }[]>,
): Cell {
  let sum: number | undefined
  let mark: Cell | undefined
  for (const { organId, report } of parts) {
    const cell = report.cells[id]
    if (cell?.kind === 'mark') mark = cell
    if (cell?.kind !== 'number') continue
    sum = (sum ?? 0) + cell.value
    if (cell.value === 0) continue
    const list = from.get(id)
    if (list) list.push({ organId, value: cell.value })
    else from.set(id, [{ organId, value: cell.value }])
  }
  return sum === undefined ? (mark ?? { kind: 'blank' }) : numberCell(sum)
}
