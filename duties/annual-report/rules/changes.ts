import type { CellId } from '#law/report-forms/form.ts'
import { cellsOf, formById, nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import { cellOf, type Report, showCell } from '#law/report-forms/report.ts'

/** A cell that stands otherwise in a later report than in an earlier one. */
export interface Change {
  readonly cell: CellId
  readonly name: string
  readonly was: string
  readonly now: string
}

/** The cells in which two reports of one organ and year differ, in the order of print. */
export function changesBetween(before: Report, after: Report): readonly Change[] {
  const form = after.form === '2019' ? '2019' : '2021'
  return cellsOf(formById(form)).flatMap(({ id }) => {
    const unit = placeOf(id, form)?.column.unit ?? 'count'
    const [was, now] = [showCell(cellOf(before, id), unit), showCell(cellOf(after, id), unit)]
    return was === now ? [] : [{ cell: id, name: nameOfCell(id, form), was, now }]
  })
}
