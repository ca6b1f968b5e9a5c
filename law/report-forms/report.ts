import type { CellId, Form, FormId, TextId, Unit } from './form.ts'
import { cellsOf } from './forms.ts'

/**
 * What stands in one cell. A blank is not 0, a mark is not 0, and an absent cell is not blank.
 * `number.value` is a whole number: 件/个/项, or 分 where the column's unit is `money`.
 */
export type Cell =
  | {
      readonly kind: 'number'
      readonly value: number
      /** As written in the source, where that is not how the form writes it (3,012 or 251000元). */
      readonly written?: string
      /** The amount was written in 元, where the form asks for 万元. */
      readonly unit?: 'yuan'
      /** The amount was written finer than 分; `value` is rounded. */
      readonly rounded?: true
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'absent' }
  /** Something is written that several readings fit, or none. */
  | { readonly kind: 'undecidable'; readonly written: string; readonly why: string }
  /** Something is written that is no figure of this kind: 3件, 2.5 in a count, 若干. */
  | { readonly kind: 'malformed'; readonly written: string }

export interface ReportOrgan {
  readonly name: string
  readonly id?: string
  /** May the organ make 规章? Left out where it is not known. */
  readonly makesRegulations?: boolean
}

/** One organ's report on one year. Serialises to JSON as it is: see report.schema.json. */
export interface Report {
  readonly organ: ReportOrgan
  /** The year reported on, not the year of publication. */
  readonly year: number
  /** `mixed`: tables two and three are of different forms. */
  readonly form: FormId | 'mixed'
  /** Cells that are not named here are absent. */
  readonly cells: Readonly<Record<CellId, Cell>>
  readonly texts: Readonly<Partial<Record<TextId, string>>>
  /** Of a merged report: the ids of the organs whose reports it adds up, its own among them. */
  readonly merges?: readonly string[]
}

const absent: Cell = { kind: 'absent' }

/** The cell of that name; absent where the report does not have it. */
export const cellOf = (report: Pick<Report, 'cells'>, id: CellId): Cell => report.cells[id] ?? absent

/** The whole number in a cell (分 for money), or undefined where there is none. */
export function figureOf(report: Pick<Report, 'cells'>, id: CellId): number | undefined {
  const cell = cellOf(report, id)
  return cell.kind === 'number' ? cell.value : undefined
}

export const numberCell = (value: number): Cell => ({ kind: 'number', value })

/** A report of that form in which every cell the form prints is blank. Local rows are absent. */
export function emptyReport(form: Form, organ: ReportOrgan, year: number): Report {
  const cells: Record<CellId, Cell> = {}
  for (const place of cellsOf(form)) if (!place.row.local) cells[place.id] = { kind: 'blank' }
  return { organ, year, form: form.id, cells, texts: {} }
}

const marks: ReadonlySet<string> = new Set([
  '/',
  '-',
  '\\',
  '—',
  '——',
  '--',
  '－',
  '／',
  '–',
  '*',
  '无',
  '不适用',
  '不涉及',
])
/** No figure begins with 0 but 0 itself: 00 is two figures, or a slip. */
const plainNumber = /^([+-]?)(0|[1-9]\d{0,14})(?:\.(\d+))?$/
const withCommas = /^[+-]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/

/** What a person typed or a source shows in a cell of that unit. Never guesses: 3件 is malformed. */
export function parseCell(text: string, unit: Unit): Cell {
  const written = text.trim()
  if (written === '') return { kind: 'blank' }
  if (marks.has(written)) return { kind: 'mark', mark: written }
  if (unit !== 'money' && /^(?:0|[1-9]\d{0,8})$/.test(written))
    return { kind: 'number', value: Number(written) }
  const tidy = halfWidth(written).replace(/[−–﹣]/g, '-')
  if (unit === 'money') return parseMoney(tidy, written)
  const bare = tidy.replace(/\s/g, '') === tidy && withCommas.test(tidy) ? tidy.replace(/[,，]/g, '') : tidy
  const match = plainNumber.exec(bare)
  if (match === null || (match[3] !== undefined && /[^0]/.test(match[3])))
    return { kind: 'malformed', written }
  const value = Number(`${match[1]}${match[2]}`)
  if (!Number.isSafeInteger(value)) return { kind: 'malformed', written }
  return asNumber(value === 0 ? 0 : value, written, {})
}

function parseMoney(tidy: string, written: string): Cell {
  const split = /^(.*?)(万元|元)?$/.exec(tidy)
  const bare = (split?.[1] ?? tidy).trim()
  const yuan = split?.[2] === '元'
  const match = plainNumber.exec(withCommas.test(bare) ? bare.replace(/[,，]/g, '') : bare)
  if (match === null) return { kind: 'malformed', written }
  const places = yuan ? 2 : 6
  const decimals = (match[3] ?? '').padEnd(places, '0')
  const value = Number(`${match[1]}${match[2]}${decimals.slice(0, places)}`)
  if (!Number.isSafeInteger(value)) return { kind: 'malformed', written }
  const rest = decimals.slice(places)
  const rounded = /[1-9]/.test(rest)
  const up = rounded && rest.charCodeAt(0) >= 53 ? (match[1] === '-' ? -1 : 1) : 0
  return asNumber(value + up, written, { ...(yuan ? { unit: 'yuan' } : {}), ...(rounded ? { rounded } : {}) })
}

function asNumber(value: number, written: string, rest: { unit?: 'yuan'; rounded?: true }): Cell {
  return /^-?\d+(\.\d+)?$/.test(written) && rest.unit === undefined && rest.rounded === undefined
    ? { kind: 'number', value }
    : { kind: 'number', value, written, ...rest }
}

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ')

/** A whole number as the form prints it: counts as they are, 分 as 万元 with four decimals, six if it must. */
export function showValue(value: number, unit: Unit): string {
  if (unit !== 'money') return String(value)
  const digits = String(Math.abs(value)).padStart(7, '0')
  const decimals = digits.slice(-6)
  const shown = decimals.endsWith('00') ? decimals.slice(0, 4) : decimals
  return `${value < 0 ? '-' : ''}${digits.slice(0, -6)}.${shown}`
}

/** What stands in a cell, in words for a screen or a letter: 空白 for blank, the mark itself for a mark. */
export function showCell(cell: Cell, unit: Unit): string {
  switch (cell.kind) {
    case 'number':
      return showValue(cell.value, unit)
    case 'blank':
      return '空白'
    case 'mark':
      return cell.mark
    case 'absent':
      return '缺失'
    case 'undecidable':
    case 'malformed':
      return cell.written
  }
}
