import { cellsOf, formForYear, nameOfCell } from '#law/report-forms/forms.ts'
import { cellOf, type Report, showCell } from '#law/report-forms/report.ts'

// A field that a spreadsheet would take for a formula is text all the same.
const quoted = (text: string): string => `"${text.replaceAll('"', '""').replace(/^([=+@\t\r])/, "'$1")}"`

/** The columns of the CSV, as csvw.json describes them. */
const csvColumns = ['项目代码', '项目', '单位', '数值'] as const

/**
 * The tables of a report as CSV with a byte order mark, for spreadsheets: a line for each cell that the report has,
 * with its stable id, its name in the form, and what stands in it; a blank stays blank.
 */
export function reportCsv(report: Report): string {
  const form = formForYear(report.year)
  const lines = (form ? cellsOf(form) : []).flatMap(({ id, column }) => {
    const cell = cellOf(report, id)
    if (cell.kind === 'absent') return []
    const shown = cell.kind === 'blank' ? '' : showCell(cell, column.unit)
    return [[id, nameOfCell(id, report.form), column.unit === 'money' ? '万元' : '', shown]]
  })
  const all = [csvColumns, ...lines]
  return `\uFEFF${all.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}
