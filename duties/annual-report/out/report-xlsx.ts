import ExcelJS from 'exceljs'
import type { Report } from '#law/report-forms/report.ts'
import { type SetCell, type SetTable, setOut, titleOf } from '../rules/set-out.ts'

const ruled = { style: 'thin' } as const
const border = { top: ruled, left: ruled, bottom: ruled, right: ruled }
const songti = { name: '宋体', size: 10 } as const
/** Table three sets the grid of the sheet: ten columns. */
const columns = 10

// A figure goes out as a number; money as 万元 with four decimals, more where it has them.
function fill(place: ExcelJS.Cell, { text, figure }: SetCell): void {
  if (figure?.value === undefined) place.value = text === '' ? null : text
  else if (figure.unit !== 'money') place.value = figure.value
  else {
    place.value = figure.value / 1_000_000
    place.numFmt = figure.value % 100 === 0 ? '0.0000' : '0.000000'
  }
}

function drawTable(sheet: ExcelJS.Worksheet, { rows }: SetTable, top: number): number {
  const taken = new Set<string>()
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (taken.has(`${row},${column}`)) column++
      for (let y = 0; y < cell.down; y++)
        for (let x = 0; x < cell.across; x++) taken.add(`${row + y},${column + x}`)
      const place = sheet.getCell(top + row, column + 1)
      fill(place, cell)
      place.font = songti
      place.border = border
      place.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
      if (cell.across > 1 || cell.down > 1)
        sheet.mergeCells(top + row, column + 1, top + row + cell.down - 1, column + cell.across)
      column += cell.across
    }
  }
  return top + rows.length
}

function words(sheet: ExcelJS.Worksheet, row: number, text: string, bold: boolean): void {
  sheet.mergeCells(row, 1, row, columns)
  const place = sheet.getCell(row, 1)
  place.value = text
  place.font = { ...songti, size: bold ? 12 : 11, bold }
  place.alignment = { vertical: 'top', wrapText: true }
  if (!bold) sheet.getRow(row).height = Math.max(16, Math.ceil(text.length / 46) * 16)
}

/** A report as a workbook: one sheet in the order of print, figures as numbers, blank cells blank. */
export async function reportXlsx(report: Report): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.title = titleOf(report)
  const sheet = workbook.addWorksheet('年度报告', {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  for (const [index, width] of [7, 12, 26, 9, 9, 9, 9, 9, 9, 9].entries())
    sheet.getColumn(index + 1).width = width
  let row = 1
  words(sheet, row++, titleOf(report), true)
  for (const piece of setOut(report)) {
    if (piece.kind === 'table') row = drawTable(sheet, piece.table, row) + 1
    else words(sheet, row++, piece.text, piece.kind === 'heading')
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
