import ExcelJS from 'exceljs'
import { publishedHeading } from '../rules/standard/published-heading.ts'

/** A standard catalogue as a sheet, in the manner of the published tables: two rows of headings, merged cells, boxes. */
export interface ExampleSheet {
  name: string
  title: string
  /** 一级, 二级, 内容, 依据, 时限, 主体, 渠道, 全社会, 特定群体, 主动, 依申请, 县级, 乡级, 村级 */
  rows: readonly (readonly string[])[]
}

const { top, low, merged } = publishedHeading(15)

/** The sheets as an xlsx; cells of the first level that repeat are merged, as the published tables have them. */
export async function exampleXlsx(sheets: readonly ExampleSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, title, rows } of sheets) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRow([title])
    sheet.addRow(top)
    sheet.addRow(low)
    for (const [index, row] of rows.entries()) sheet.addRow([index + 1, ...row])
    for (const { fromRow, fromColumn, toRow, toColumn } of merged)
      sheet.mergeCells(fromRow, fromColumn, toRow, toColumn)
    mergeRuns(sheet, rows)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

// A blank first level below one that is filled belongs to it.
function mergeRuns(sheet: ExcelJS.Worksheet, rows: ExampleSheet['rows']): void {
  let from = 0
  for (let at = 1; at <= rows.length; at++) {
    if (at < rows.length && rows[at]?.[0] === '') continue
    if (at - from > 1) sheet.mergeCells(from + 4, 2, at + 3, 2)
    from = at
  }
}
