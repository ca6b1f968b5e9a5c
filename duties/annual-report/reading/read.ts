import type { CellId, FormId, SectionId, TableId, TextId } from '#law/report-forms/form.ts'
import { formForYear } from '#law/report-forms/forms.ts'
import type { Cell, Report } from '#law/report-forms/report.ts'
import { type Statement, statementsIn } from '../rules/statements.ts'
import type { Page } from './find-labels.ts'
import { type Identity, identify } from './identity.ts'
import { type Normal, normalise } from './normal.ts'
import { type Heading, headingsOf } from './outline.ts'
import { pageOf } from './page.ts'
import { type Prose, proseOf } from './prose.ts'
import { readRemedies } from './read-remedies.ts'
import { type ReadCell, readRows, type TableReading } from './read-rows.ts'
import { type Region, regionsOf } from './regions.ts'
import { resolveRows } from './resolve-rows.ts'
import type { How } from './settle.ts'
import { tellRows } from './told.ts'

/** A stretch of the raw text: the digits of a figure, a heading, a name. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface CellRead extends Span {
  readonly cell: Cell
  readonly how: How
}

/** A report read from a text, every place given as a stretch of that text. */
export interface Reading {
  readonly organ?: { readonly name: string; readonly inferred: boolean } & Span
  readonly year?: { readonly year: number; readonly inferred: boolean } & Span
  readonly title?: string
  readonly torn?: true
  /** `unknown` where there is no table to tell. */
  readonly form: FormId | 'mixed' | 'unknown'
  readonly headings: readonly (Span & {
    readonly section: SectionId
    readonly written: string
    readonly standard: boolean
  })[]
  readonly tables: Readonly<Partial<Record<TableId, FormId | 'both'>>>
  readonly cells: ReadonlyMap<CellId, CellRead>
  readonly texts: Readonly<Partial<Record<TextId, string>>>
  readonly statements: readonly (Statement & { readonly place: Span })[]
  /** Row labels written otherwise than the form has them. */
  readonly oddLabels: readonly (Span & { readonly written: string })[]
}

/** Reads a text as an annual report. Never throws; what is not there is not in the reading. */
export function readText(raw: string): Reading {
  const normal = normalise(raw)
  const page = pageOf(normal.text)
  const headings = headingsOf(page)
  const found = regionsOf(page, headings)
  const identity = identify(page.text, headings[0]?.from ?? 0)
  const year = identity.year?.year
  const likely = (year === undefined ? undefined : formForYear(year)?.id) ?? '2021'
  const tables = readTables(page, found, likely)
  const regions = ofTables(found, tables)
  const proses = prosesOf(page, headings, regions)
  const texts = Object.fromEntries([...proses].map(([id, prose]) => [id, prose.text]))
  const statements = statementsIn(texts, year ?? 0)
  const cells = cellsOf(page, regions, tables, statements)
  const span = (from: number, to: number): Span => ({ from: normal.at[from] ?? 0, to: rawEnd(normal, to) })
  return {
    ...identityOf(identity, span),
    form: formOf(tables),
    headings: headings.map((heading) => ({ ...heading, ...span(heading.from, heading.to) })),
    tables: tablesFound(tables, regions),
    cells: inRaw(normal, cells),
    texts,
    statements: statements.map((each) => ({ ...each, place: placeOf(each, proses.get(each.section), span) })),
    oddLabels: tables.flatMap((table) =>
      table.odd
        .filter(({ to }) => !isCutOff(page, to))
        .map(({ from, to }) => ({ written: page.text.slice(from, to), ...span(from, to) })),
    ),
  }
}

/** The text ends here: what is left of a label is no label written otherwise. */
const isCutOff = ({ text }: Page, to: number): boolean => text.slice(to, to + 200).trim() === ''

/** The cells with their places in the raw text. */
function inRaw(normal: Normal, cells: ReadonlyMap<CellId, ReadCell>): ReadonlyMap<CellId, CellRead> {
  const placed = new Map<CellId, CellRead>()
  for (const [id, { cell, how, from, to }] of cells)
    placed.set(id, { cell, how, from: normal.at[from] ?? 0, to: rawEnd(normal, to) })
  return placed
}

const rawEnd = (normal: Normal, to: number): number => (to > 0 ? (normal.at[to - 1] ?? 0) + 1 : 0)

function placeOf(
  statement: Statement,
  prose: Prose | undefined,
  span: (from: number, to: number) => Span,
): Span {
  const from = prose?.at[statement.from] ?? 0
  return span(from, (prose?.at[statement.to - 1] ?? from) + 1)
}

function identityOf(
  { organ, year, title, torn }: Identity,
  span: (from: number, to: number) => Span,
): Pick<Reading, 'organ' | 'year' | 'title' | 'torn'> {
  return {
    ...(organ ? { organ: { ...organ, ...span(organ.from, organ.to) } } : {}),
    ...(year ? { year: { ...year, ...span(year.from, year.to) } } : {}),
    ...(title === undefined ? {} : { title }),
    ...(torn ? { torn } : {}),
  }
}

type Regions = Readonly<Partial<Record<TableId, Region>>>

function readTables(page: Page, regions: Regions, likely: FormId): readonly TableReading[] {
  const { proactive, requests } = regions
  const tables: TableReading[] = []
  if (proactive) tables.push(readRows(page, 'proactive', proactive, likely))
  if (requests) tables.push(readRows(page, 'requests', requests, tables[0]?.form ?? likely, tables[0]?.leads))
  return tables.filter((table) => isTable(page, regions, table))
}

/** The stretches in which a table was really found; the others are running text. */
const ofTables = (regions: Regions, tables: readonly TableReading[]): Regions =>
  Object.fromEntries(
    Object.entries(regions).filter(([id]) => id === 'remedies' || tables.some((table) => table.table === id)),
  )

/** Words of a table in running text make no table: it has its heads, or a row with figures in every column. */
function isTable(page: Page, regions: Regions, { table, rows }: TableReading): boolean {
  const region = regions[table]
  if (region === undefined || rows.length === 0) return false
  if (rows.some((row) => row.row.kind === 'settled')) return true
  return /(申请人情况|法人或其他组织|勾稽关系|信息内容|第二十条)/.test(
    page.text.slice(Math.max(0, region.from - 60), region.to),
  )
}

function cellsOf(
  page: Page,
  regions: Regions,
  tables: readonly TableReading[],
  statements: readonly Statement[],
): Map<CellId, ReadCell> {
  const cells = new Map<CellId, ReadCell>()
  for (const table of tables) {
    const resolved = resolveRows(table)
    tellRows(table.rows, statements, resolved)
    for (const [id, cell] of resolved) cells.set(id, cell)
  }
  if (regions.remedies) for (const [id, cell] of readRemedies(page, regions.remedies)) cells.set(id, cell)
  for (const [id, read] of cells)
    if (read.to === page.text.length && read.cell.kind === 'number')
      cells.set(id, { ...read, cell: cutOff(page, read.from) })
  return cells
}

/** A figure with nothing after it, not even a line end, may have lost digits. */
const cutOff = (page: Page, from: number): Cell => ({
  kind: 'undecidable',
  written: page.text.slice(from),
  why: '原文在这里中断，数字可能不完整',
})

function formOf(tables: readonly TableReading[]): Reading['form'] {
  if (tables.some((table) => table.mixed)) return 'mixed'
  const found = new Set(tables.map((table) => table.form))
  const [only] = found
  return found.size === 0 || only === undefined ? 'unknown' : found.size > 1 ? 'mixed' : only
}

function tablesFound(tables: readonly TableReading[], regions: Regions): Reading['tables'] {
  const found: Partial<Record<TableId, FormId | 'both'>> = {}
  for (const { table, form } of tables) found[table] = form
  if (regions.remedies) found.remedies = 'both'
  return found
}

/** The running text of each part up to its table, and of what stands before the first part. */
function prosesOf(page: Page, headings: readonly Heading[], regions: Regions): ReadonlyMap<TextId, Prose> {
  const proses = new Map<TextId, Prose>()
  const tables = Object.values(regions)
  const until = (from: number, to: number) =>
    Math.min(
      to,
      ...tables.filter((region) => region.from >= from && region.from < to).map((region) => region.from),
    )
  const first = headings[0]?.from ?? page.text.length
  proses.set('preamble', proseOf(page.text, 0, until(0, first)))
  for (const [index, heading] of headings.entries()) {
    const end = headings[index + 1]?.from ?? page.text.length
    proses.set(heading.section, withoutHead(proseOf(page.text, heading.to, until(heading.to, end))))
  }
  return proses
}

const tableHead = /(?:^|\n)(?:[(（]?本列数据的勾稽关系[^\n]*|行政复议|行政诉讼|\n)+$/

/** What of a table's head stands before its first sure word belongs to the table. */
function withoutHead({ text, at }: Prose): Prose {
  const end = tableHead.exec(text)?.index ?? text.length
  return end === text.length ? { text, at } : { text: text.slice(0, end), at: at.subarray(0, end) }
}

/** The reading as a report, for the checks. Undefined where the year is unknown or nothing of a report was found. */
export function reportOf(reading: Reading): Report | undefined {
  if (reading.year === undefined) return undefined
  const { year } = reading.year
  const form = reading.form === 'unknown' ? formForYear(year)?.id : reading.form
  if (form === undefined) return undefined
  const cells = Object.fromEntries([...reading.cells].map(([id, { cell }]) => [id, cell]))
  return { organ: { name: reading.organ?.name ?? '（名称不明）' }, year, form, cells, texts: reading.texts }
}
