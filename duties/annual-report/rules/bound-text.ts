import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import type { CellId, FormId, TextId } from '#law/report-forms/form.ts'
import { cellsOf, formById, nameOfCell, placeOf, resultRows } from '#law/report-forms/forms.ts'
import { figureOf, type Report, showValue } from '#law/report-forms/report.ts'
import type { PublicationFigure } from './publication-figures.ts'
import { type Statement, statementsOf } from './statements.ts'

/** The figures that a text can be bound to, by the name between the braces: {{requests.new_received.total}}. */
export type BoundFigures = (name: string) => string | undefined

const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g

/** The placeholder of a name, as a text holds it. */
export const placeholderOf = (name: string): string => `{{${name}}}`

const sumsOf = (form: FormId): Readonly<Record<string, readonly CellId[]>> => {
  const rows = resultRows(formById(form).tables[1])
  const under = (start: string) =>
    rows.filter((row) => row.startsWith(`requests.${start}_`)).map((row) => `${row}.total`)
  return {
    'requests.denied.total': under('denied'),
    'requests.unable.total': under('unable'),
    'requests.refused.total': under('refused'),
    'requests.other.total': under('other'),
    'litigation.total': ['litigation_direct.total', 'litigation_after_review.total'],
  }
}

const sumLabels: Readonly<Record<string, string>> = {
  'requests.denied.total': '表三“（三）不予公开”合计',
  'requests.unable.total': '表三“（四）无法提供”合计',
  'requests.refused.total': '表三“（五）不予处理”合计',
  'requests.other.total': '表三“（六）其他处理”合计',
  'litigation.total': '表四“行政诉讼”合计',
}

const feeLabels = {
  'fees.notices': '发出收费通知的件数',
  'fees.noticed': '收费通知的总金额（元）',
  'fees.collected': '实际收取的总金额（元）',
} as const

const yuan = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2))

/** The figures of a report, of sums over its rows, of its fees, of what was made public, and its year. */
export function boundFigures(
  report: Report,
  fees?: FeeFigures,
  published: readonly PublicationFigure[] = [],
): BoundFigures {
  const form = report.form === '2019' ? '2019' : '2021'
  const sums = sumsOf(form)
  const made = new Map(published.map(({ name, value }) => [name, String(value)]))
  return (name) => {
    if (made.has(name)) return made.get(name)
    if (name === 'year') return String(report.year)
    if (fees && name === 'fees.notices') return String(fees.notices)
    if (fees && name === 'fees.noticed') return yuan(fees.noticed)
    if (fees && name === 'fees.collected') return yuan(fees.collected)
    const cells = sums[name] ?? [name]
    const values = cells.map((cell) => figureOf(report, cell))
    if (values.some((value) => value === undefined)) return undefined
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
    return showValue(sum, placeOf(cells[0] ?? name, form)?.column.unit ?? 'count')
  }
}

/** Every name that a text of that form can be bound to, with what it says: for the editor's list. */
export const boundNames = (
  form: FormId,
  published: readonly PublicationFigure[] = [],
): readonly { name: string; label: string }[] => [
  { name: 'year', label: '报告年度' },
  ...published.map(({ name, label }) => ({ name, label })),
  ...Object.entries(feeLabels).map(([name, label]) => ({ name, label })),
  ...Object.entries(sumLabels)
    .filter(([name]) => (sumsOf(form)[name] ?? []).length > 0)
    .map(([name, label]) => ({ name, label })),
  ...cellsOf(formById(form))
    .filter(({ row }) => !row.local)
    .map(({ id }) => ({ name: id, label: nameOfCell(id, form) })),
]

interface Piece {
  readonly text: string
  /** Where it stands in the text as written. */
  readonly from: number
  readonly to: number
  readonly bound?: string
}

function piecesOf(written: string, figures: BoundFigures): Piece[] {
  const pieces: Piece[] = []
  let last = 0
  for (const match of written.matchAll(placeholder)) {
    const [whole, name = ''] = match
    const from = match.index
    const to = from + whole.length
    if (from > last) pieces.push({ text: written.slice(last, from), from: last, to: from })
    pieces.push({ text: figures(name) ?? whole, from, to, bound: name })
    last = to
  }
  if (last < written.length) pieces.push({ text: written.slice(last), from: last, to: written.length })
  return pieces
}

/** The text as it goes out: every bound figure as it stands now. A name without a figure stays in its braces. */
export const renderText = (written: string, figures: BoundFigures): string =>
  piecesOf(written, figures)
    .map((piece) => piece.text)
    .join('')

/** A figure typed into the text although a cell holds it. */
export interface StrayFigure {
  readonly section: TextId
  /** Where the digits stand in the text as written. */
  readonly from: number
  readonly to: number
  readonly written: string
  readonly quote: string
  /** The name it can be bound to; left out where it speaks of several cells at once. */
  readonly bindTo?: string
  readonly agrees: boolean
}

/** The figures of a text that speak of cells and are typed, not bound. A figure about another year is left alone. */
export function strayFigures(
  section: TextId,
  written: string,
  figures: BoundFigures,
  year: number,
): StrayFigure[] {
  const pieces = piecesOf(written, figures)
  const rendered = pieces.map((piece) => piece.text).join('')
  return statementsOf(section, rendered, year).flatMap((statement) => {
    const at = statement.ofYear === undefined ? placeIn(pieces, statement) : undefined
    return at ? [strayOf(section, written, statement, at, figures)] : []
  })
}

function strayOf(
  section: TextId,
  written: string,
  statement: Statement,
  at: { from: number; to: number },
  figures: BoundFigures,
): StrayFigure {
  const digits = /^[\d,.]+/.exec(written.slice(at.from, at.to))?.[0] ?? ''
  const name = nameFor(statement)
  const place = {
    section,
    from: at.from,
    to: at.from + digits.length,
    written: digits,
    quote: statement.quote,
  }
  const shown = name === undefined ? undefined : figures(name)
  const agrees = shown !== undefined && Number(shown) === Number(digits.replaceAll(',', ''))
  return { ...place, ...(name === undefined ? {} : { bindTo: name }), agrees }
}

// Where a statement stands in the text as written; undefined where it comes from a bound figure.
function placeIn(
  pieces: readonly Piece[],
  { from, to }: Statement,
): { from: number; to: number } | undefined {
  let start = 0
  for (const piece of pieces) {
    const end = start + piece.text.length
    if (from >= start && from < end) {
      if (piece.bound !== undefined) return undefined
      return { from: piece.from + from - start, to: piece.from + Math.min(to, end) - start }
    }
    start = end
  }
  return undefined
}

function nameFor({ cells }: Statement): string | undefined {
  const [only, ...more] = cells
  if (more.length === 0) return only
  const words = [...cells].sort().join(' ')
  return Object.entries(sumsOf('2021')).find(([, sum]) => [...sum].sort().join(' ') === words)?.[0]
}

/** The text with a stray figure bound to its cell. */
export const withBound = (written: string, stray: Pick<StrayFigure, 'from' | 'to' | 'bindTo'>): string =>
  stray.bindTo === undefined
    ? written
    : written.slice(0, stray.from) + placeholderOf(stray.bindTo) + written.slice(stray.to)
