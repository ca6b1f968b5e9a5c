import type ExcelJS from 'exceljs'
import { openWorkbook } from '#platform/documents/workbook.ts'
import { refuseBomb } from './reading/archive.ts'
import { decode } from './reading/decode.ts'

/** The rows of the first sheet of a workbook, or of a CSV in any usual encoding; undefined where it is neither. */
export async function readSheet(bytes: Uint8Array): Promise<string[][] | undefined> {
  if (bytes.length === 0) return undefined
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return bytes.includes(0) ? undefined : csvRows(decode(bytes).text)
  try {
    refuseBomb(bytes)
    const [sheet] = (await openWorkbook(bytes)).worksheets
    return sheet ? sheetRows(sheet) : undefined
  } catch {
    return undefined
  }
}

function sheetRows(sheet: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = []
  for (let row = 1; row <= sheet.rowCount; row++) {
    const cells: string[] = []
    for (let column = 1; column <= Math.min(sheet.columnCount, 20); column++)
      cells.push(wordsOf(sheet.getRow(row).getCell(column)))
    rows.push(cells)
  }
  return rows
}

// A figure as a spreadsheet holds it has the noise of floats behind its digits.
function wordsOf(cell: ExcelJS.Cell): string {
  const value = cell.result ?? cell.value
  return typeof value === 'number' ? String(Number(value.toFixed(8))) : cell.text.trim()
}

/** The rows of a CSV (RFC 4180); a tab separates where the first line has more tabs than commas. */
export function csvRows(text: string): string[][] {
  const bare = text.replace(/^\uFEFF/, '')
  const [first = ''] = bare.split('\n', 1)
  const separator = first.split('\t').length > first.split(',').length ? '\t' : ','
  const rows: string[][] = []
  let row: string[] = []
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'gy')
  for (let match = pattern.exec(bare); match; match = pattern.exec(bare)) {
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim())
    if (match[3] !== separator) {
      rows.push(row)
      row = []
      if (match[3] === '' || pattern.lastIndex >= bare.length) break
    }
  }
  return rows
}
