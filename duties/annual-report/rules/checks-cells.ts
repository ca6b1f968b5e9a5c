import type { Form, Row, Table } from '#law/report-forms/form.ts'
import { formForYear, nameOfCell } from '#law/report-forms/forms.ts'
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
  return tablesOf(report)
    .filter((table) => hasTable(report, table))
    .flatMap((table) =>
      table.blocks.flatMap((block) =>
        block.rows.map((row) => ({
          table,
          row,
          cells: block.columns.map((column) => {
            const id = `${row.key}.${column.id}`
            return { id, label: column.label, cell: cellOf(report, id), unit: column.unit }
          }),
        })),
      ),
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
): Iterable<Question> {
  for (const { table, row, cells } of rowsOf(report)) {
    const bad = cells.filter(wrong)
    if (bad.length === 0) continue
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

function* askMissing({ report }: CheckInput): Iterable<Question> {
  for (const table of tablesOf(report)) {
    if (hasTable(report, table)) continue
    yield fails([], `报告中没有${tableNames[table.id]}，缺表不等于零，请补齐表格后重新报送。`)
  }
  for (const { table, row, cells } of rowsOf(report)) {
    const gone = cells.filter(({ cell }) => cell.kind === 'absent')
    if (gone.length === 0) continue
    const what = gone.length === cells.length ? '这一行' : gone.map((each) => each.label).join('、')
    yield fails(
      gone.map((each) => each.id),
      `${tableNames[table.id]}缺少“${row.label}”${gone.length === cells.length ? '' : '行的'}${what}，请按格式补齐。`,
    )
  }
}

function* askUndecidable({ report }: CheckInput): Iterable<Question> {
  for (const { table, row, cells } of rowsOf(report)) {
    const unsure = cells.filter(({ cell }) => cell.kind === 'undecidable')
    const [first] = unsure
    if (first === undefined || first.cell.kind !== 'undecidable') continue
    const ids = unsure.map((each) => each.id)
    const shown = first.cell.written === '' ? '' : `（原文“${first.cell.written}”）`
    const sentence = `${tableNames[table.id]}“${row.label}”行${shown}不能确定各格数字：${first.cell.why}。请报送机关核实。`
    yield { kind: 'condition', verdict: 'cannotBeJudged', cells: ids, missing: ids, sentence }
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

const yuan = (entry: Entry): boolean => entry.cell.kind === 'number' && entry.cell.unit === 'yuan'

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
    ask: (input) =>
      perRow(
        input,
        ({ cell }) => cell.kind === 'blank',
        (where, columns) => `${where}${columns}空白，空白不等于零，没有发生的请填0。`,
      ),
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
