import type { Form, Row, Table } from '#law/report-forms/form.ts'
import { formForYear, nameOfCell, rowPlacesOf } from '#law/report-forms/forms.ts'
import { type Cell, cellOf, type Report } from '#law/report-forms/report.ts'
import { type Check, type CheckInput, hasTable, type Question, tablesOf } from './check.ts'
import { makesRegulations } from './organ-level.ts'

const tableNames = { proactive: '表二', requests: '表三', remedies: '表四' } as const

interface RowCells {
  readonly table: Table
  readonly row: Row
  readonly cells: readonly {
    readonly id: string
    readonly label: string
    readonly cell: Cell
    readonly unit: string
  }[]
}

/** The rows of the tables that the report has; a local row only where it is there. */
function rowsOf(report: Report): readonly RowCells[] {
  const known = rowsOfReports.get(report)
  if (known) return known
  const rows = readRowsOf(report)
  rowsOfReports.set(report, rows)
  return rows
}

/** Every check asks for the same rows of the same report, which does not change. */
const rowsOfReports = new WeakMap<Report, readonly RowCells[]>()

function readRowsOf(report: Report): readonly RowCells[] {
  return tablesOf(report)
    .filter((table) => hasTable(report, table))
    .flatMap((table) =>
      rowPlacesOf(table).map(({ row, places }) => ({
        table,
        row,
        cells: places.map(({ id, column }) => ({
          id,
          label: column.label,
          cell: cellOf(report, id),
          unit: column.unit,
        })),
      })),
    )
    .filter(({ row, cells }) => !row.local || cells.some(({ cell }) => cell.kind !== 'absent'))
}

const fails = (cells: readonly string[], sentence: string): Question => ({
  kind: 'condition',
  verdict: 'fails',
  cells,
  sentence,
})

type Entry = RowCells['cells'][number]

function* perRow(
  { report }: CheckInput,
  wrong: (entry: Entry) => boolean,
  say: (where: string, columns: string, entries: readonly Entry[]) => string,
  of: (table: Table) => boolean = () => true,
): Iterable<Question> {
  for (const { table, row, cells } of rowsOf(report)) {
    const bad = cells.filter(wrong)
    if (bad.length === 0 || !of(table)) continue
    const columns =
      bad.length === cells.length && bad.length > 1 ? '各格' : bad.map((each) => each.label).join('、')
    yield fails(
      bad.map((each) => each.id),
      say(`${tableNames[table.id]}“${row.label}”行`, columns, bad),
    )
  }
}

const written = (entries: readonly Entry[]): string =>
  entries.map(({ cell }) => ('written' in cell ? cell.written : '')).join('、')

/** From so many rows on a table's rows are named in one finding. */
const together = 4

const labelOf = ({ row }: RowCells): string => row.label.replace(/（[^）]{6,}）$/, '')

const listOf = (rows: readonly RowCells[]): string => {
  const names = rows.slice(0, together).map((each) => `“${labelOf(each)}”`)
  return `${names.join('、')}${rows.length > together ? `等${rows.length}行` : '行'}`
}

function* askMissing({ report }: CheckInput): Iterable<Question> {
  for (const table of tablesOf(report)) {
    if (!hasTable(report, table)) {
      yield fails([], `报告中没有${tableNames[table.id]}，缺表不等于零，请补齐表格后重新报送。`)
      continue
    }
    const rows = rowsOf(report).filter((each) => each.table === table)
    const gone = rows.filter(({ cells }) => cells.every(({ cell }) => cell.kind === 'absent'))
    const ids = gone.flatMap(({ cells }) => cells.map((each) => each.id))
    if (gone.length > 0) yield fails(ids, `${tableNames[table.id]}缺少${listOf(gone)}，请按格式补齐。`)
    for (const { row, cells } of rows) {
      const lost = cells.filter(({ cell }) => cell.kind === 'absent')
      if (lost.length === 0 || lost.length === cells.length) continue
      const columns = lost.map((each) => each.label).join('、')
      const where = `${tableNames[table.id]}“${row.label}”行`
      yield fails(
        lost.map((each) => each.id),
        `${where}缺少${columns}，请按格式补齐。`,
      )
    }
  }
}

function* askBlank(input: CheckInput): Iterable<Question> {
  const blank = (entry: Entry) => entry.cell.kind === 'blank'
  const advice = '空白不等于零，没有发生的请填0。'
  for (const table of tablesOf(input.report)) {
    const rows = rowsOf(input.report).filter((each) => each.table === table && each.cells.some(blank))
    if (rows.length < together) continue
    const ids = rows.flatMap(({ cells }) => cells.filter(blank).map((each) => each.id))
    yield fails(ids, `${tableNames[table.id]}${listOf(rows)}共有${ids.length}格空白，${advice}`)
  }
  const alone = (table: Table) =>
    rowsOf(input.report).filter((each) => each.table === table && each.cells.some(blank)).length < together
  yield* perRow(input, blank, (where, columns) => `${where}${columns}空白，${advice}`, alone)
}

function* askUndecidable({ report }: CheckInput): Iterable<Question> {
  const unsure = rowsOf(report).flatMap((each) => {
    const cells = each.cells.filter(({ cell }) => cell.kind === 'undecidable')
    const [first] = cells
    return first?.cell.kind === 'undecidable' ? [{ ...each, cells, cell: first.cell }] : []
  })
  for (const group of Map.groupBy(unsure, ({ table, cell }) => `${table.id}|${cell.why}`).values()) {
    const [first] = group
    if (first === undefined) continue
    const cells = group.flatMap((each) => each.cells.map((cell) => cell.id))
    const shown = group.filter(({ cell }) => cell.written !== '').slice(0, 8)
    const written = shown.map((each) => `“${labelOf(each)}”原文“${each.cell.written}”`).join('，')
    const where = `${tableNames[first.table.id]}${listOf(group)}`
    const sentence = `${where}不能确定各格数字：${first.cell.why}${written === '' ? '' : `（${written}）`}。请报送机关核实。`
    yield { kind: 'condition', verdict: 'cannotBeJudged', cells, missing: cells, sentence }
  }
}

function* askForm({ report }: CheckInput): Iterable<Question> {
  const right: Form | undefined = formForYear(report.year)
  if (right === undefined) return
  if (report.form === 'mixed') {
    yield fails(
      [],
      `表二与表三不是同一格式，${report.year}年度应当使用${right.notice.number}的格式，请改用统一格式。`,
    )
    return
  }
  if (report.form === right.id) return
  const used = tablesOf(report)[0]?.form === '2019' ? '2019年试行格式' : '2021年格式'
  yield fails(
    [],
    `${report.year}年度报告使用了${used}，应当使用${right.notice.number}的格式，请更换格式重新填报。`,
  )
}

function* askRuleMakers({ report }: CheckInput): Iterable<Question> {
  const may = report.organ.makesRegulations ?? makesRegulations(report.organ.name)
  if (may !== false) return
  for (const { row, cells } of rowsOf(report)) {
    if (row.onlyFor !== 'ruleMakers') continue
    const filled = cells.filter(({ cell }) => cell.kind === 'number' && cell.value > 0)
    if (filled.length === 0) continue
    const figures = filled.map(({ label, cell }) => `${label}${cell.kind === 'number' ? cell.value : ''}`)
    yield fails(
      filled.map((each) => each.id),
      `${report.organ.name}没有制定规章的权限，表二“规章”行却填${figures.join('、')}，请核实是否误将规范性文件计入。`,
    )
  }
}

const yuan = ({ cell, unit }: Entry): boolean =>
  (cell.kind === 'number' && cell.unit === 'yuan') ||
  (cell.kind === 'undecidable' && unit === 'money' && /\d元$/.test(cell.written))

// 万元 is the unit of the column itself, and what is written in 元 is U1's.
const withUnit = ({ cell }: Entry): boolean =>
  cell.kind === 'number' &&
  cell.unit === undefined &&
  /\d\s*(?!万元)\p{Script=Han}+$/u.test(cell.written ?? '')

export const cellChecks = [
  {
    id: 'F1',
    name: '格式与报告年度相符',
    level: 'report',
    severity: 'blocks',
    cites: ['国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号'],
    ask: askForm,
  },
  {
    id: 'F2',
    name: '表格、行、格齐全',
    level: 'table',
    severity: 'blocks',
    cites: ['年度报告格式'],
    ask: askMissing,
  },
  {
    id: 'E11a',
    name: '件数为不小于零的整数',
    level: 'cell',
    severity: 'blocks',
    cites: ['年度报告格式'],
    ask: (input) =>
      perRow(
        input,
        ({ cell, unit }) => cell.kind === 'number' && cell.value < 0 && unit !== 'change',
        (where, columns) => `${where}${columns}为负数，请改为实际数量。`,
      ),
  },
  {
    id: 'E11b',
    name: '格内只填数字',
    level: 'cell',
    severity: 'blocks',
    cites: ['年度报告格式'],
    ask: (input) =>
      perRow(
        input,
        ({ cell }) => cell.kind === 'malformed',
        (where, columns, bad) =>
          `${where}${columns}填写“${written(bad)}”，不是规范的数字，请只填数字，不带单位和文字，件数不带小数。`,
      ),
  },
  {
    id: 'E11c',
    name: '不留空白',
    level: 'cell',
    severity: 'blocks',
    cites: ['年度报告格式'],
    ask: askBlank,
  },
  {
    id: 'A11',
    name: '符号不代替数字',
    level: 'cell',
    severity: 'explain',
    cites: ['年度报告格式'],
    ask: (input) =>
      perRow(
        input,
        ({ cell }) => cell.kind === 'mark',
        (where, columns, bad) => {
          const marks = [...new Set(bad.map(({ cell }) => (cell.kind === 'mark' ? cell.mark : '')))]
          return `${where}${columns}填“${marks.join('、')}”，不等于零，请填数字，确不适用的请说明。`
        },
      ),
  },
  {
    id: 'E11d',
    name: '数字可以确定',
    level: 'cell',
    severity: 'explain',
    cites: ['年度报告格式'],
    ask: askUndecidable,
  },
  {
    id: 'U1',
    name: '金额以万元为单位',
    level: 'cell',
    severity: 'explain',
    cites: ['年度报告格式表二'],
    ask: (input) =>
      perRow(
        input,
        yuan,
        (where, columns, bad) => `${where}${columns}填“${written(bad)}”，单位应为万元，请换算。`,
      ),
  },
  {
    id: 'U2',
    name: '金额不细于分',
    level: 'cell',
    severity: 'warn',
    cites: ['年度报告格式表二'],
    ask: (input) =>
      perRow(
        input,
        ({ cell }) => cell.kind === 'number' && cell.rounded === true,
        (where, columns, bad) => `${where}${columns}填“${written(bad)}”，小数位数过多，请核对单位和数字。`,
      ),
  },
  {
    id: 'U3',
    name: '格内不写单位',
    level: 'cell',
    severity: 'warn',
    cites: ['年度报告格式'],
    ask: (input) =>
      perRow(
        input,
        withUnit,
        (where, columns, bad) =>
          `${where}${columns}填“${written(bad)}”，已读作数字；格内只填数字，请去掉单位。`,
      ),
  },
  {
    id: 'R1',
    name: '有权机关才有规章',
    level: 'row',
    severity: 'explain',
    cites: ['立法法', '年度报告格式表二'],
    ask: askRuleMakers,
  },
] as const satisfies readonly Check[]

/** The name of a cell, for the sentences of the other checks. */
export const named = (report: Report, id: string): string => nameOfCell(id, report.form)
