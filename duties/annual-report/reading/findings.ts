import type { TableId, TextId } from '#law/report-forms/form.ts'
import { nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { sections } from '#law/report-forms/sections.ts'
import { check, type Finding, findingsOf } from '../rules/checks.ts'
import { cutsOf } from './glue.ts'
import { type Reading, reportOf } from './read.ts'

/** A finding on a published report: of the checks, or of how the report is written. */
export interface ReadingFinding
  extends Pick<Finding, 'name' | 'severity' | 'sentence' | 'cells' | 'fingerprint'> {
  readonly check: string
  readonly section?: TextId
  readonly quote?: string
}

/** What else stands beside a reading when it is judged. */
export interface Beside {
  readonly lastYear?: Report
}

const tableNames: Readonly<Record<TableId, string>> = {
  proactive: '表二',
  requests: '表三',
  remedies: '表四',
}

/** Everything that is wrong with a report that was read. The checks are those of the annual report itself. */
export function findingsOfReading(reading: Reading, beside: Beside = {}): readonly ReadingFinding[] {
  const report = reportOf(reading)
  if (report === undefined) return [unjudged('没有读到报告年度，不能核对。')]
  if (reading.form === 'unknown')
    return [...lostTables(reading), ...textFindings(report, reading), ...written(reading)]
  const outcomes = check({ report, statements: reading.statements, ...beside })
  return [...impossible(reading), ...findingsOf(outcomes), ...unsure(outcomes), ...written(reading)]
}

const unjudged = (sentence: string): ReadingFinding => finding('L0', '读出报告年度', 'explain', sentence)

function finding(
  check: string,
  name: string,
  severity: Finding['severity'],
  sentence: string,
  rest: { section?: TextId; quote?: string } = {},
): ReadingFinding {
  return { check, name, severity, sentence, cells: [], fingerprint: `${check}|${sentence}`, ...rest }
}

/** Cells that could not be told apart are named once, as a question to the organ. */
function unsure(outcomes: ReturnType<typeof check>): readonly ReadingFinding[] {
  return findingsOf(outcomes, 'cannotBeJudged').filter((each) => each.check === 'E11d')
}

/** A figure of the text that no way of cutting the glued digits of its cell can give. */
function impossible(reading: Reading): readonly ReadingFinding[] {
  return reading.statements.flatMap(({ cells: [id = '', ...others], value, quote, section }) => {
    if (!id.startsWith('proactive.')) return []
    const cell = reading.cells.get(id)?.cell
    const block = placeOf(id, reading.form === 'unknown' ? undefined : reading.form)?.block
    if (
      others.length > 0 ||
      cell?.kind !== 'undecidable' ||
      block === undefined ||
      !/^\d+$/.test(cell.written)
    )
      return []
    const index = block.columns.findIndex((column) => id.endsWith(`.${column.id}`))
    const ways = cutsOf([cell.written], block.columns.length)
    if (ways === undefined || ways.length === 0 || ways.some((way) => way[index] === value)) return []
    const sentence = `文中“${quote}”为${value}，${nameOfCell(id)}所在一行的数字粘连为“${cell.written}”，怎样拆分都不是${value}，请核对。`
    return [{ ...finding('E8', '文中数字与表格一致', 'explain', sentence, { section, quote }), cells: [id] }]
  })
}

const tableIds: readonly TableId[] = ['proactive', 'requests', 'remedies']

function lostTables(reading: Reading): readonly ReadingFinding[] {
  return tableIds
    .filter((table) => reading.tables[table] === undefined)
    .map((table) =>
      finding(
        'F2',
        '表格、行、格齐全',
        'blocks',
        `报告中没有${tableNames[table]}，缺表不等于零，请补齐表格后重新报送。`,
      ),
    )
}

/** Without any table only the checks of the text can say something. */
function textFindings(report: Report, reading: Reading): readonly ReadingFinding[] {
  const outcomes = check({ report, statements: reading.statements })
  return findingsOf(outcomes).filter((each) => each.level === 'text' || each.check === 'F3')
}

/** How the report is written: headings and labels that are not the form's, a title without its organ. */
function written(reading: Reading): readonly ReadingFinding[] {
  const headings = reading.headings
    .filter((heading) => !heading.standard)
    .map((heading) => {
      const section = sections.find((each) => each.id === heading.section)
      const sentence = `标题“${heading.written}”与格式规定的“${section?.number}、${section?.label}”不一致，请改正。`
      return finding('L1', '标题与格式一致', 'warn', sentence, {
        section: heading.section,
        quote: heading.written,
      })
    })
  const labels = reading.oddLabels.map((label) =>
    finding('L2', '栏目与格式一致', 'warn', `栏目“${label.written.trim()}”与格式规定的文字不一致，请改正。`, {
      quote: label.written,
    }),
  )
  const torn = reading.torn
    ? [finding('L4', '标题完整', 'warn', `标题“${reading.title ?? ''}”中间断开，请改正。`)]
    : []
  const untitled = reading.title === undefined ? '没有标题' : '标题中没有机关名称'
  const title =
    reading.organ === undefined || reading.organ.inferred
      ? [
          finding(
            'L3',
            '标题写明机关和年度',
            'warn',
            `报告${untitled}，机关名称${reading.organ ? `从正文推断为“${reading.organ.name}”` : '不能确定'}，请核对。`,
          ),
        ]
      : []
  return [...headings, ...labels, ...torn, ...title]
}
