import type { Kysely } from 'kysely'
import { cellsOf, forms, nameOfCell } from '#law/report-forms/forms.ts'
import { type Cell, showCell } from '#law/report-forms/report.ts'
import type { Database } from '#platform/database/schema.ts'
import { csvField, harmless } from '../reading/harmless.ts'
import type { ReadResult } from '../reading/result.ts'
import './tables.ts'

const places = [
  ...new Map(
    [...forms]
      .reverse()
      .flatMap((form) => cellsOf(form))
      .map((place) => [place.id, place]),
  ).values(),
]
const mostReports = 20_000
const pageSize = 200

export const figureFileKinds = ['csv', 'xlsx'] as const
export type FigureFileKind = (typeof figureFileKinds)[number]

type Value = string | number

/** A figure as a number, money in 万元; what is no number in words, and nothing where the report has no such cell. */
function writtenOf(cell: Cell | undefined, unit: 'count' | 'change' | 'money'): Value {
  if (cell === undefined || cell.kind === 'absent') return ''
  if (cell.kind === 'number') return unit === 'money' ? cell.value / 1_000_000 : cell.value
  return cell.kind === 'undecidable' ? '不能确定' : showCell(cell, unit)
}

const heads = ['机关', '年度', '格式', '文件', ...places.map(({ id }) => nameOfCell(id))]

async function* linesOf(db: Kysely<Database>, organId: string, year?: number): AsyncIterable<Value[]> {
  let after = { name: '', id: '00000000-0000-0000-0000-000000000000' }
  for (let sent = 0; sent < mostReports; sent += pageSize) {
    const rows = await db
      .selectFrom('read_report')
      .select(['read_id', 'organ_name', 'year', 'form', 'name', 'result'])
      .where('organ_id', '=', organId)
      .where('refused', 'is', null)
      .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('organ_name', 'read_id'), '>', tuple(after.name, after.id)),
      )
      .orderBy('organ_name')
      .orderBy('read_id')
      .limit(pageSize)
      .execute()
    for (const row of rows) {
      const { cells = {} } = row.result as ReadResult
      const figures = places.map(({ id, column }) => writtenOf(cells[id], column.unit))
      yield [row.organ_name, row.year || '', row.form, row.name, ...figures]
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = { name: last.organ_name, id: last.read_id }
  }
}

async function csv(lines: AsyncIterable<Value[]>): Promise<Buffer> {
  const parts = [`\ufeff${heads.map(csvField).join(',')}\r\n`]
  for await (const line of lines) parts.push(`${line.map(csvField).join(',')}\r\n`)
  return Buffer.from(parts.join(''))
}

const placed = (value: Value): Value | null => {
  if (value === '') return null
  return typeof value === 'string' ? harmless(value) : value
}

async function xlsx(lines: AsyncIterable<Value[]>): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('读报数据', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  sheet.addRow(heads)
  for await (const line of lines) sheet.addRow(line.map(placed))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The figures of the corpus: a line for each report, a column for each cell of either form. At most 20,000 reports. */
export function figuresFile(
  db: Kysely<Database>,
  organId: string,
  kind: FigureFileKind,
  year?: number,
): Promise<Buffer> {
  const lines = linesOf(db, organId, year)
  return kind === 'csv' ? csv(lines) : xlsx(lines)
}
