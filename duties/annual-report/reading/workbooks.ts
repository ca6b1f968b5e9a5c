import ExcelJS from 'exceljs'
import { cellsOf, forms, nameOfCell } from '#law/report-forms/forms.ts'
import type { Cell } from '#law/report-forms/report.ts'
import { harmless } from './harmless.ts'
import { type Counted, findingHeads, findingLines, overviewOf } from './overview.ts'
import type { ReadResult } from './result.ts'

type Value = string | number | null

function addSheet(workbook: ExcelJS.Workbook, name: string, lines: readonly (readonly Value[])[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  for (const line of lines)
    sheet.addRow(line.map((value) => (typeof value === 'string' ? harmless(value) : value)))
  sheet.getRow(1).font = { bold: true }
  for (const column of sheet.columns) column.width = 16
}

const counted = (head: string, rows: readonly Counted[]): readonly (readonly Value[])[] => [
  [head, '报告数', '须改', '须说明', '提醒'],
  ...rows.map(({ name, reports, blocks, explain, warn }) => [name, reports, blocks, explain, warn]),
]

const places = [
  ...new Map(
    [...forms]
      .reverse()
      .flatMap((form) => cellsOf(form))
      .map((place) => [place.id, place]),
  ).values(),
]

/** A figure as a number, money in 万元; what is no number in words, nothing where the report has no such cell. */
function written(cell: (Cell & { readonly shown: string }) | undefined, isMoney: boolean): Value {
  if (cell === undefined || cell.kind === 'absent') return null
  if (cell.kind === 'number') return isMoney ? cell.value / 1_000_000 : cell.value
  return cell.kind === 'undecidable' ? '不能确定' : cell.shown
}

function figures(results: readonly ReadResult[]): readonly (readonly Value[])[] {
  const lines = results.map(({ source, organ, year, form, cells, refused }) => [
    source.name,
    organ?.name ?? '',
    year?.year ?? null,
    refused ?? form ?? '',
    ...places.map(({ id, column }) => written(cells?.[id], column.unit === 'money')),
  ])
  return [['文件', '机关', '年度', '格式', ...places.map(({ id }) => nameOfCell(id))], ...lines]
}

/** A batch as one workbook: every figure, every finding, and how they are spread over rules, organs and years. */
export async function batchWorkbook(results: readonly ReadResult[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const { rules, organs, years } = overviewOf(results)
  addSheet(workbook, '数字', figures(results))
  addSheet(workbook, '问题', [findingHeads, ...findingLines(results)])
  addSheet(workbook, '按规则', counted('规则', rules))
  addSheet(workbook, '按机关', counted('机关', organs))
  addSheet(workbook, '按年度', counted('年度', years))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
