import type ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { openWorkbook } from './workbook.ts'

/** A cell as text: a day as '2024-03-05', a number as its digits. */
export type Cells = readonly string[]

/** Cells that are one in the file, in rows and columns counted from 1. */
export interface Merged {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** A sheet as read: `rows[0]` is the first row of the file. */
export interface Table {
  readonly rows: readonly Cells[]
  readonly merged: readonly Merged[]
}

export type ReadTable = { kind: 'read'; table: Table } | { kind: 'unreadable'; sentence: string }

const mostRows = 20_000
const mostColumns = 200
/** Office files that unpack to more than this are not opened. */
export const mostBytes = 300 * 1024 * 1024

const unreadable = (sentence: string): ReadTable => ({ kind: 'unreadable', sentence })

const notATable = {
  kind: 'unreadable',
  sentence: '请上传 xlsx 或者 CSV 文件；xls 文件请先在 Excel 或者 WPS 中另存为 xlsx',
} as const

/** Said of a file that unpacks to too much. */
export const tooLarge = { kind: 'unreadable', sentence: '文件解开后过大，请分成几个文件' } as const

/** Said of a file that does not open, with the program that made it. */
export const damaged = (program: 'Excel' | 'Word') =>
  ({
    kind: 'unreadable',
    sentence: `文件不能读取，可能已损坏或者设有密码，请用 ${program} 或者 WPS 重新保存`,
  }) as const

/** The first visible sheet of an xlsx, or a CSV in UTF-8 or GB18030. A sentence says why a file cannot be read. */
export async function readTable(name: string, bytes: Uint8Array): Promise<ReadTable> {
  const read = await readTables(name, bytes)
  return read.kind === 'unreadable' ? read : { kind: 'read', table: read.tables[0].table }
}

/** A sheet that is not hidden, under its name; a CSV has one without a name. */
export interface NamedTable {
  readonly name: string
  readonly table: Table
}

export type ReadTables =
  | { kind: 'read'; tables: readonly [NamedTable, ...NamedTable[]] }
  | { kind: 'unreadable'; sentence: string }

/** Every visible sheet of an xlsx that holds anything, in its order, or the one table of a CSV. */
export async function readTables(name: string, bytes: Uint8Array): Promise<ReadTables> {
  if (/\.csv$/iu.test(name)) {
    if (bytes.includes(0)) return notATable
    const read = ofRows(csvRows(decoded(bytes)))
    return read.kind === 'unreadable' ? read : { kind: 'read', tables: [{ name: '', table: read.table }] }
  }
  if (!/\.(xlsx|et)$/iu.test(name)) return notATable
  try {
    return unpackedSize(bytes) > mostBytes ? tooLarge : await readXlsx(bytes)
  } catch {
    return damaged('Excel')
  }
}

function ofRows(rows: readonly Cells[], merged: readonly Merged[] = []): ReadTable {
  if (rows.length > mostRows) return unreadable(`文件超过${mostRows}行，请分成几个文件`)
  if (!rows.some((row) => row.some(Boolean))) return unreadable('文件里没有内容')
  return { kind: 'read', table: { rows, merged } }
}

/** What the entries of a zip come to when unpacked, in bytes, by their own statement. Throws on what is no zip. */
export function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  return size
}

async function readXlsx(bytes: Uint8Array): Promise<ReadTables> {
  const workbook = await openWorkbook(bytes)
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible')
  if (visible.length === 0) return { kind: 'unreadable', sentence: '文件里没有工作表' }
  const tables: NamedTable[] = []
  for (const sheet of visible.filter(({ actualRowCount }) => actualRowCount > 0)) {
    const read = sheetTable(sheet)
    if (read.kind === 'unreadable') return read
    tables.push({ name: sheet.name, table: read.table })
  }
  const [first, ...others] = tables
  return first
    ? { kind: 'read', tables: [first, ...others] }
    : { kind: 'unreadable', sentence: '文件里没有内容' }
}

function sheetTable(sheet: ExcelJS.Worksheet): ReadTable {
  if (sheet.columnCount > mostColumns) return unreadable(`工作表超过${mostColumns}列，请删去多余的列`)
  const rows: string[][] = []
  for (let r = 1; r <= Math.min(sheet.rowCount, mostRows + 1); r++) {
    const line = sheet.getRow(r)
    rows.push(
      Array.from({ length: sheet.columnCount }, (_, c) => {
        const cell = line.getCell(c + 1)
        return cell.isMerged && cell.master !== cell ? '' : shown(cell.value)
      }),
    )
  }
  return ofRows(rows, mergedIn(sheet))
}

function mergedIn(sheet: ExcelJS.Worksheet): Merged[] {
  return sheet.model.merges.flatMap((range) => {
    const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
    if (!top || !bottom) return []
    const place = { fromRow: Number(top), toRow: Number(bottom) }
    return [{ ...place, fromColumn: columnNumber(left), toColumn: columnNumber(right) }]
  })
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function shown(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  // A figure as a spreadsheet holds it has the noise of floats behind its digits.
  if (typeof value === 'number') return String(Number(value.toFixed(8)))
  if (typeof value !== 'object') return String(value).trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('result' in value) return shown(value.result as ExcelJS.CellValue)
  if ('text' in value) return String(value.text).trim()
  return 'error' in value ? value.error : ''
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** RFC 4180 with either line end; the sign between the fields is the one of which the first line has most. */
function csvRows(text: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/u))
  const count = (sign: string): number => first.split(sign).length
  const between = [',', '\t', ';', '，'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  const endField = () => {
    rows.at(-1)?.push(field.trim())
    field = ''
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text[i + 1] === '"') field += text[++i]
      else quoted = false
    } else if (sign === '"' && field.trim() === '') {
      field = ''
      quoted = true
    } else if (sign === between) endField()
    else if (sign === '\n') {
      endField()
      rows.push([])
    } else if (sign !== '\r') field += sign
  }
  endField()
  return rows
}
