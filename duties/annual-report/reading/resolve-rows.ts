import type { CellId } from '#law/report-forms/form.ts'
import { numberCell } from '#law/report-forms/report.ts'
import { balanceRows } from '#law/report-forms/requests-table.ts'
import { cutsOf } from './glue.ts'
import { cellsOfRows, type ReadCell, type RowReading, refused, type TableReading } from './read-rows.ts'
import type { SettledRow } from './settle.ts'

type Cells = Map<CellId, ReadCell>

const whyMany = '数字粘连，有多种拆分方法'
const whyFew = '数字少于栏数，属于哪一栏不能确定'
const whyNone = '数字粘连，没有符合勾稽关系的拆分'
const whyWords = '格内是文字，不是数字'
const whyLost = '标签之后没有数字，原文可能已丢失'

/** The same row read twice: the readings must agree; one without figures says nothing against the other. */
function onePerRow(rows: readonly RowReading[]): { rows: RowReading[]; conflicts: RowReading[] } {
  const kept = new Map<string, RowReading>()
  const conflicts: RowReading[] = []
  for (const reading of rows) {
    const { key } = reading.label.label
    const known = kept.get(key)
    if (known === undefined || known.row.kind === 'none') kept.set(key, reading)
    else if (reading.row.kind !== 'none' && written(known.row) !== written(reading.row)) conflicts.push(known)
  }
  return { rows: [...kept.values()].filter((reading) => !conflicts.includes(reading)), conflicts }
}

const written = (row: SettledRow): string => {
  const slots =
    row.kind === 'settled' || row.kind === 'undecided' ? row.slots : row.kind === 'glued' ? row.tokens : []
  return slots.map((slot) => slot.text).join('|')
}

interface Glued {
  readonly reading: RowReading
  readonly ways: readonly (readonly number[])[]
  /** There is one way to cut at all: as many digits as columns. */
  readonly rigid: boolean
}

function gluedRows(rows: readonly RowReading[], withSums: boolean): readonly Glued[] {
  return rows.flatMap((reading) => {
    if (reading.row.kind !== 'glued') return []
    const tokens = reading.row.tokens.map((token) => token.text)
    const n = reading.columns.length
    const marks = /^[/]+$/.test(tokens.join(''))
    if (marks) return []
    const ways = cutsOf(tokens, n, withSums ? n : undefined) ?? []
    return [{ reading, ways, rigid: tokens.join('').length === n }]
  })
}

/** Cells of tables two or three: what is plain, what the identities decide, and refusals for the rest. */
export function resolveRows({ rows, table, leaves }: TableReading): Cells {
  const once = onePerRow(rows)
  const cells = cellsOfRows(once.rows)
  const put = (entries: readonly [CellId, ReadCell][]) => {
    for (const [id, cell] of entries) cells.set(id, cell)
  }
  for (const reading of once.conflicts) put(refused(reading, '同一行出现两次，数字不同'))
  for (const reading of once.rows) {
    if (reading.row.kind === 'undecided') put(refused(reading, reading.row.why))
    if (reading.row.kind === 'none') put(refused(reading, reading.slots.words ? whyWords : whyLost))
  }
  const glued = mostlyGlued(once.rows) ? gluedRows(once.rows, table === 'requests') : []
  for (const reading of once.rows) if (reading.row.kind === 'glued') put(refused(reading, whyFew))
  for (const { reading, ways } of glued) put(refused(reading, ways.length === 0 ? whyFew : whyMany))
  if (table === 'requests') resolveByIdentities(cells, glued, leaves, put)
  else for (const each of glued) if (allZero(each)) accept(each.reading, each.ways[0] ?? [], put)
  return cells
}

/** Where the figures of most rows stand apart, a row with too few has lost some: nothing is glued there. */
function mostlyGlued(rows: readonly RowReading[]): boolean {
  const wide = rows.filter((reading) => reading.columns.length > 1)
  const glued = wide.filter((reading) => reading.row.kind === 'glued').length
  return glued > wide.filter((reading) => reading.row.kind === 'settled').length
}

/** 000 in three columns: blanks leave no 0 behind, so each column has its own. */
const allZero = ({ rigid, ways }: Glued): boolean =>
  rigid && ways.length === 1 && (ways[0] ?? []).every((figure) => figure === 0)

/** Writes a way of cutting a glued row into its cells. */
export function accept(
  reading: RowReading,
  figures: readonly number[],
  put: (entries: readonly [CellId, ReadCell][]) => void,
  how: ReadCell['how'] = 'split',
): void {
  if (reading.row.kind !== 'glued') return
  const [first] = reading.row.tokens
  const last = reading.row.tokens.at(-1)
  if (first === undefined || last === undefined) return
  const source = reading.row.tokens.flatMap((token) => [...token.text].map((_, index) => token.from + index))
  let digit = 0
  put(
    reading.columns.map((column, index) => {
      const figure = figures[index] ?? 0
      const from = source[digit] ?? first.from
      digit += String(figure).length
      const to = (source[digit - 1] ?? last.to - 1) + 1
      return [`${reading.label.label.key}.${column.id}`, { cell: numberCell(figure), from, to, how }]
    }),
  )
}

const mostAssignments = 2000

function resolveByIdentities(
  cells: Cells,
  glued: readonly Glued[],
  leaves: readonly string[],
  put: (entries: readonly [CellId, ReadCell][]) => void,
): void {
  for (const { reading, ways } of glued) if (ways.length === 0) put(refused(reading, whyNone))
  const open = glued.filter((each) => each.ways.length > 0)
  if (open.length === 0) return
  const [columns = []] = open.map((each) => each.reading.columns.map((column) => column.id))
  const solutions = solve(cells, open, columns, leaves)
  const [first] = solutions
  const sums = first && sumsOf(cells, first, columns, leaves)
  for (const each of open) {
    const key = each.reading.label.label.key
    const chosen = new Set(solutions.map((solution) => solution.get(key)?.join(',')))
    const [only] = solutions
    const figures = only?.get(key)
    if (figures && chosen.size === 1 && confirmed(sums, key)) accept(each.reading, figures, put)
  }
}

type Solution = ReadonlyMap<string, readonly number[]>

/** Every choice of ways, one for each glued row, under which the columns add up wherever all their rows are known. */
function solve(
  cells: Cells,
  open: readonly Glued[],
  columns: readonly string[],
  leaves: readonly string[],
): readonly Solution[] {
  const size = open.reduce((product, each) => product * each.ways.length, 1)
  if (size > mostAssignments) return []
  const solutions: Solution[] = []
  const walk = (index: number, chosen: Map<string, readonly number[]>): void => {
    const each = open[index]
    if (each === undefined) {
      if (holds(cells, chosen, columns, leaves)) solutions.push(new Map(chosen))
      return
    }
    for (const way of each.ways) {
      chosen.set(each.reading.label.label.key, way)
      walk(index + 1, chosen)
    }
  }
  walk(0, new Map())
  return solutions
}

interface Sums {
  readonly balance: boolean | undefined
  readonly leaves: boolean | undefined
}

function figureAt(
  cells: Cells,
  solution: Solution,
  row: string,
  column: string,
  index: number,
): number | undefined {
  const chosen = solution.get(row)
  if (chosen) return chosen[index]
  const cell = cells.get(`${row}.${column}`)?.cell
  return cell?.kind === 'number' ? cell.value : undefined
}

/** Do the two identities of the columns hold in every column? Undefined where a row has no figure. */
function sumsOf(
  cells: Cells,
  solution: Solution,
  columns: readonly string[],
  leaves: readonly string[],
): Sums {
  const adds = (left: readonly string[], right: readonly string[]): boolean | undefined => {
    for (const [index, column] of columns.entries()) {
      const side = (side: readonly string[]) =>
        side.map((row) => figureAt(cells, solution, row, column, index))
      const values = [side(left), side(right)]
      if (values.flat().includes(undefined)) return undefined
      const [one, other] = values.map((figures) =>
        figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0),
      )
      if (one !== other) return false
    }
    return true
  }
  return {
    balance: adds(balanceRows.left, [balanceRows.total, balanceRows.carriedForward]),
    leaves: adds(leaves, [balanceRows.total]),
  }
}

function holds(
  cells: Cells,
  solution: Solution,
  columns: readonly string[],
  leaves: readonly string[],
): boolean {
  const sums = sumsOf(cells, solution, columns, leaves)
  return sums.balance !== false && sums.leaves !== false
}

/** A cut is sure only where every identity that the row stands in could be tried, and holds. */
function confirmed(sums: Sums | undefined, row: string): boolean {
  if (sums === undefined) return false
  const inBalance = (
    [...balanceRows.left, balanceRows.total, balanceRows.carriedForward] as readonly string[]
  ).includes(row)
  const inLeaves = !inBalance || row === balanceRows.total
  return (!inBalance || sums.balance === true) && (!inLeaves || sums.leaves === true)
}
