import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import ExcelJS from 'exceljs'

export type ListFormat = 'xlsx' | 'csv'

/** The media types under which lists are sent. */
export const listMediaTypes: Record<ListFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A column of a list: its heading, its width in a sheet, and what a row shows in it. */
export interface ListColumn<Row> {
  heading: string
  width: number
  of: (row: Row) => string | number | null
}

interface List<Row> {
  columns: readonly ListColumn<Row>[]
  rows: AsyncIterable<Row>
}

// A cell that begins like a formula is text for whoever opens the file.
const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text)

const csvField = (value: string | number | null): string => {
  const text = harmless(String(value ?? ''))
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function* csvLines<Row>(
  rows: List<Row>['rows'],
  shown: readonly ListColumn<Row>[],
): AsyncGenerator<string> {
  yield `\ufeff${shown.map(({ heading }) => csvField(heading)).join(',')}\r\n`
  for await (const row of rows) yield `${shown.map(({ of }) => csvField(of(row))).join(',')}\r\n`
}

async function writeXlsx<Row>(
  stream: PassThrough,
  sheetName: string,
  { columns: shown, rows }: List<Row>,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = shown.map(({ heading, width }) => ({ header: heading, width }))
  sheet.getRow(1).font = { bold: true }
  for await (const row of rows) {
    sheet.addRow(shown.map(({ of }) => harmless(String(of(row) ?? '')))).commit()
    // A slow reader holds the writer back, so that no list fills the memory; one that left ends it.
    if (stream.writableNeedDrain) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
    if (stream.destroyed) return
  }
  await workbook.commit()
}

/** A list as a file, streamed: xlsx, or CSV in UTF-8 with a byte order mark. */
export function listFile<Row>(format: ListFormat, sheetName: string, { columns, rows }: List<Row>): Readable {
  if (format === 'csv') return Readable.from(csvLines(rows, columns))
  const stream = new PassThrough()
  writeXlsx(stream, sheetName, { columns, rows }).catch((fault) => stream.destroy(fault))
  return stream
}
