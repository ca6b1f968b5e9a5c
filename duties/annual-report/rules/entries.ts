import type { CellId, Column, FormId, Row } from '#law/report-forms/form.ts'
import { cellsOf, formById, nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import { readFigure } from './read-figure.ts'

/** A monthly entry of table two as it was typed or as a row of a list has it. */
export interface TypedEntry {
  /** The cell's id or name: proactive.penalty.decided, 行政处罚, 行政规范性文件本年制发件数. */
  readonly cell: string
  readonly month: string
  readonly amount: string
  readonly source: string
}

/** A monthly entry ready to be kept; `amount` in the unit the form prints, 万元 with at most four decimals. */
export interface ReadEntry {
  readonly cell: CellId
  readonly month: number
  readonly amount: string
  readonly source: string
}

export interface EntryProblem {
  readonly field: keyof TypedEntry
  readonly message: string
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"'：:()·、,/-]/g, '')
    .replace(/^表二/, '')

const namesOf = (id: CellId, row: Row, column: Column, columns: number, form: FormId): string[] => {
  const rows = [row.label, ...(row.variants ?? [])]
  const heads = [column.label, ...(column.variants ?? [])]
  const both = rows.flatMap((one) => heads.map((two) => one + two))
  return [id, nameOfCell(id, form), ...both, ...(columns === 1 ? rows : [])].map(plain)
}

/** The cell of table two that the words name; undefined where none does. */
export function cellNamed(words: string, form: FormId): CellId | undefined {
  const wanted = plain(words)
  return cellsOf(formById(form)).find(
    ({ id, table, row, column, block }) =>
      table.id === 'proactive' && namesOf(id, row, column, block.columns.length, form).includes(wanted),
  )?.id
}

const monthOf = (text: string): number | undefined => {
  const [, digits = ''] = /^(?:20\d\d[年/.-])?0?(\d{1,2})月?$/.exec(text.normalize('NFKC').trim()) ?? []
  const month = Number(digits)
  return month >= 1 && month <= 12 ? month : undefined
}

// The table of entries holds four decimals of 万元, which is 元.
const tooFine = (amount: string): boolean => /\.\d{4}\d*[1-9]/.test(amount)

/** Reads one entry, or says at every field what is wrong with it and how to mend it. */
export function readEntry(
  typed: TypedEntry,
  form: FormId,
): { entry: ReadEntry } | { problems: EntryProblem[] } {
  const problems: EntryProblem[] = []
  const cell = cellNamed(typed.cell, form)
  if (!cell) problems.push({ field: 'cell', message: `表二没有“${typed.cell}”这一项，请按表中的名称填写` })
  const month = monthOf(typed.month)
  if (!month) problems.push({ field: 'month', message: `“${typed.month}”不是月份，请填写1至12` })
  const unit = cell ? (placeOf(cell, form)?.column.unit ?? 'count') : 'count'
  const amount = typed.amount.normalize('NFKC').replace(/[,，\s]/g, '')
  const read = readFigure(typed.amount, unit)
  if ('problem' in read) problems.push({ field: 'amount', message: `“${typed.amount}”${read.problem}` })
  else if (unit === 'money' && tooFine(amount))
    problems.push({ field: 'amount', message: '金额以万元为单位，最多四位小数' })
  const source = typed.source.trim()
  if (source === '') problems.push({ field: 'source', message: '请写明数字的来源' })
  if (problems.length > 0 || !cell || !month) return { problems }
  return { entry: { cell, month, amount, source } }
}

/** Headings under which a list may give each field. */
const headings: Readonly<Record<keyof TypedEntry, readonly string[]>> = {
  cell: ['项目', '信息内容', '事项', '项目代码'],
  month: ['月份', '月'],
  amount: ['数量', '数值', '件数', '金额', '数量或金额（万元）'],
  source: ['来源', '数据来源'],
}

/** The columns of a list, as a template prints them. */
export const entryColumns = ['项目', '月份', '数量或金额（万元）', '来源'] as const

export interface ReadList {
  readonly entries: readonly ReadEntry[]
  /** Rows that cannot be taken, counted as a spreadsheet counts them, the heading being row 1. */
  readonly wrong: readonly { row: number; reason: string }[]
}

/** A list of entries, its first row the headings. Where a heading is missing no row is read, and it is named. */
export function readEntryList(rows: readonly (readonly string[])[], form: FormId): ReadList {
  const [head = [], ...body] = rows
  const names = head.map(plain)
  const places = Object.fromEntries(
    Object.entries(headings).map(([field, words]) => [
      field,
      names.findIndex((name) => words.map(plain).includes(name)),
    ]),
  ) as Record<keyof TypedEntry, number>
  const missing = (Object.keys(headings) as (keyof TypedEntry)[]).filter((field) => places[field] < 0)
  if (missing.length > 0) {
    const words = missing.map((field) => headings[field][0]).join('、')
    return {
      entries: [],
      wrong: [{ row: 1, reason: `第一行没有“${words}”，应有：${entryColumns.join('、')}` }],
    }
  }
  const entries: ReadEntry[] = []
  const wrong: { row: number; reason: string }[] = []
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const at = (field: keyof TypedEntry) => cells[places[field]] ?? ''
    const typed = { cell: at('cell'), month: at('month'), amount: at('amount'), source: at('source') }
    const read = readEntry(typed, form)
    if ('entry' in read) entries.push(read.entry)
    else wrong.push({ row: index + 2, reason: read.problems.map(({ message }) => message).join('；') })
  }
  return { entries, wrong }
}
