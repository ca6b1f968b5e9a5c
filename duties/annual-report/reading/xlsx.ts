import type ExcelJS from 'exceljs'
import { openWorkbook } from '#platform/documents/workbook.ts'
import { refuseBomb } from './archive.ts'
import { cellEnd, rowEnd } from './normal.ts'
import { byLibrary, type Place, type Unfolded, Unreadable } from './place.ts'

/** Rows and columns beyond these are not of a report. */
const mostRows = 2000
const mostColumns = 60

/** A report makes some tens of kilobytes; the library reads about six million bytes a second. */
const mostMarkup = 10_000_000

interface SheetCell {
  readonly from: number
  readonly sheet: string
  readonly address: string
}

/** A workbook as one text: each sheet's rows with their cells kept apart; a merged cell stands once. */
export async function unfoldXlsx(bytes: Uint8Array): Promise<Unfolded> {
  refuseBomb(bytes, mostMarkup)
  const workbook = await byLibrary(() => openWorkbook(bytes))
  const parts: string[] = []
  const cells: SheetCell[] = []
  let length = 0
  const put = (words: string) => {
    parts.push(words)
    length += words.length
  }
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') continue
    // The library counts rows and columns anew each time it is asked.
    const last = Math.min(sheet.rowCount, mostRows)
    const wide = Math.min(sheet.columnCount, mostColumns)
    for (let row = 1; row <= last; row++) {
      const line = sheet.getRow(row)
      let first = true
      for (let column = 1; column <= wide; column++) {
        const cell = line.getCell(column)
        if (cell.isMerged && cell.master !== cell) continue
        if (!first) put(cellEnd)
        first = false
        cells.push({ from: length, sheet: sheet.name, address: cell.address })
        put(shown(cell))
      }
      put(rowEnd)
    }
    put('\n')
  }
  return { kind: 'xlsx', raw: parts.join(''), placeOf: (from) => placeIn(cells, from) }
}

function shown(cell: ExcelJS.Cell): string {
  const value = cell.result ?? cell.value
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(8)))
  return textOf(cell).replace(/\s+/g, ' ').trim()
}

/** The library reads a cell's text only when asked, and throws over a damaged one. */
function textOf(cell: ExcelJS.Cell): string {
  try {
    return cell.text
  } catch {
    throw new Unreadable('工作簿中有损坏的单元格，请另存后再试。')
  }
}

function placeIn(cells: readonly SheetCell[], from: number): Place {
  const cell = cells.findLast((each) => each.from <= from)
  return { kind: 'sheet', sheet: cell?.sheet ?? '', address: cell?.address ?? 'A1' }
}
