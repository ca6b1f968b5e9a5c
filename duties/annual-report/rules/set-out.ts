import type { Block, CellId, Column, Row, Table, Unit } from '#law/report-forms/form.ts'
import { cellOf, type Report, showCell } from '#law/report-forms/report.ts'
import { applicantColumns, applicantHeadings } from '#law/report-forms/requests-table.ts'
import { rowHeadings } from '#law/report-forms/row-headings.ts'
import { reportTitle, sections } from '#law/report-forms/sections.ts'
import { tablesOf } from './check.ts'

/** A cell of a table as it is printed: its words, how far it reaches, and the figure it shows. */
export interface SetCell {
  readonly text: string
  readonly across: number
  readonly down: number
  readonly isHead: boolean
  readonly figure?: { readonly id: CellId; readonly unit: Unit; readonly value?: number }
}

export interface SetTable {
  /** Shares of the width, one for each column. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SetCell[])[]
}

/** A report in the order of print: heading, paragraph, table. */
export type SetPiece =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: SetTable }

const head = (text: string, across = 1, down = 1): SetCell => ({ text, across, down, isHead: true })

function figure(report: Report, row: Row, column: Column, across = 1): SetCell {
  const id = `${row.key}.${column.id}`
  const cell = cellOf(report, id)
  const isEmpty = cell.kind === 'blank' || cell.kind === 'absent'
  const value = cell.kind === 'number' ? { value: cell.value } : {}
  const text = isEmpty ? '' : showCell(cell, column.unit)
  return { text, across, down: 1, isHead: false, figure: { id, unit: column.unit, ...value } }
}

const isPrinted = (report: Report, row: Row, { columns }: Block): boolean =>
  !row.local || columns.some((column) => cellOf(report, `${row.key}.${column.id}`).kind !== 'absent')

function proactive(report: Report, { blocks }: Table): SetTable {
  const widest = Math.max(...blocks.map((block) => block.columns.length))
  const reach = (columns: readonly Column[], index: number) =>
    index === columns.length - 1 ? widest - columns.length + 1 : 1
  const rows = blocks.flatMap((block) => [
    [head(block.titles.map((title) => title.label).join('　'), widest + 1)],
    [head('信息内容'), ...block.columns.map(({ label }, index) => head(label, reach(block.columns, index)))],
    ...block.rows
      .filter((row) => isPrinted(report, row, block))
      .map((row) => [
        head(row.label),
        ...block.columns.map((column, index) => figure(report, row, column, reach(block.columns, index))),
      ]),
  ])
  return { widths: Array.from({ length: widest + 1 }, () => 1), rows }
}

function requests(report: Report, { blocks, corner = '' }: Table): SetTable {
  const rows = blocks.flatMap((block) => block.rows)
  const headings = rowHeadings(rows)
  const [person, ...rest] = applicantColumns
  const [organisations, total] = [rest.slice(0, -1), rest.at(-1)]
  const heads = [
    [head(corner, 3, 3), head(applicantHeadings.all, applicantColumns.length)],
    [
      head(person?.label ?? '', 1, 2),
      head(applicantHeadings.organisations, organisations.length),
      head(total?.label ?? '', 1, 2),
    ],
    organisations.map(({ label }) => head(label)),
  ]
  const lines = rows.map((row, at) => [
    ...(headings[at] ?? []).map((each) => head(each.label, each.columns, each.rows)),
    ...applicantColumns.map((column) => figure(report, row, column)),
  ])
  return { widths: [0.8, 1.1, 2.6, 0.8, 0.8, 0.8, 0.8, 0.8, 0.7, 0.8], rows: [...heads, ...lines] }
}

function remedies(report: Report, { blocks }: Table): SetTable {
  const [review, ...litigation] = blocks
  const width = (block: Block | undefined) => block?.columns.length ?? 0
  const all = blocks.flatMap((block) => block.columns.map((column) => ({ block, column })))
  const rows = [
    [
      head(review?.titles[0]?.label ?? '', width(review), 2),
      head(litigation[0]?.titles[0]?.label ?? '', all.length - width(review)),
    ],
    litigation.map((block) => head(block.titles[1]?.label ?? '', width(block))),
    all.map(({ column }) => head(column.label)),
    blocks.flatMap((block) =>
      block.rows.flatMap((row) => block.columns.map((column) => figure(report, row, column))),
    ),
  ]
  return { widths: all.map(() => 1), rows }
}

const setTable = { proactive, requests, remedies } as const

/** Its title: 清溪县民政局2025年政府信息公开工作年度报告. */
export const titleOf = ({ organ, year }: Pick<Report, 'organ' | 'year'>): string =>
  `${organ.name}${reportTitle(year)}`

/** A report in the official order, for every way out: Word, Excel, PDF. The title is not among the pieces. */
export function setOut(report: Report): readonly SetPiece[] {
  const tables = tablesOf(report)
  const paragraphs = (text = ''): SetPiece[] =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ kind: 'paragraph', text: line.trim() }))
  return [
    ...paragraphs(report.texts.preamble),
    ...sections.flatMap((section): SetPiece[] => {
      const table = tables.find((each) => each.id === section.table)
      return [
        { kind: 'heading', text: `${section.number}、${section.label}` },
        ...paragraphs(report.texts[section.id]),
        ...(table ? [{ kind: 'table' as const, table: setTable[table.id](report, table) }] : []),
      ]
    }),
  ]
}
