import { formById, nameOfCell } from '#law/report-forms/forms.ts'
import { cellOf, figureOf, type Report, showValue } from '#law/report-forms/report.ts'
import { sections } from '#law/report-forms/sections.ts'
import type { Check, CheckInput, Question } from './check.ts'
import { type Statement, statementsIn } from './statements.ts'
import { partsAgainstWhole, percentages, resultsAgainstTotal } from './text-arithmetic.ts'
import { type Remark, wordingRemarks } from './text-wording.ts'

const statementsOfInput = (input: CheckInput): readonly Statement[] =>
  input.statements ?? statementsIn(input.report.texts, input.report.year)

/** The sum of cells, leaving out rows the report's form does not have; undefined while one has no figure. */
function sumOfCells(report: Report, cells: readonly string[]): number | undefined {
  const present = cells.filter((id) => cellOf(report, id).kind !== 'absent')
  if (present.length === 0) return undefined
  let sum = 0
  for (const id of present) {
    const value = figureOf(report, id)
    if (value === undefined) return undefined
    sum += value
  }
  return sum
}

/** The same, and where a row's total is left blank, its columns added instead. */
function sumThrough(report: Report, cells: readonly string[]): number | undefined {
  const direct = sumOfCells(report, cells)
  if (direct !== undefined || !cells.every((id) => id.startsWith('requests.') && id.endsWith('.total')))
    return direct
  let sum = 0
  let any = false
  for (const id of cells) {
    const row = id.slice(0, -'total'.length)
    for (const column of ['naturalPerson', 'company', 'research', 'welfare', 'legalService', 'otherOrg']) {
      const cell = cellOf(report, `${row}${column}`)
      if (cell.kind === 'undecidable' || cell.kind === 'malformed') return undefined
      if (cell.kind === 'number') sum += cell.value
      any ||= cell.kind === 'number'
    }
  }
  return any ? sum : undefined
}

const agrees = (report: Report, statement: Statement): boolean =>
  [statement.cells, ...(statement.or ?? [])].some((cells) => sumThrough(report, cells) === statement.value)

const subjectKey = (statement: Statement): string => statement.cells.join('+')

function* askStated(input: CheckInput): Iterable<Question> {
  const { report } = input
  const bySubject = Map.groupBy(
    statementsOfInput(input).filter((each) => each.ofYear === undefined),
    subjectKey,
  )
  for (const group of bySubject.values()) {
    const [first] = group
    if (first === undefined) continue
    const cell = sumThrough(report, first.cells)
    const anyAgrees = group.some((each) => agrees(report, each))
    const together = group.length > 1 && group.reduce((sum, each) => sum + each.value, 0) === cell
    for (const each of group.slice(0, 5)) {
      const quote = { section: each.section, quote: each.quote, cells: presentCells(report, each) }
      if (cell === undefined) {
        const sentence = `文中“${each.quote}”没有可以对照的表格数字。`
        yield { kind: 'condition', verdict: 'cannotBeJudged', missing: each.cells, sentence, ...quote }
        continue
      }
      const verdict = anyAgrees || together ? 'holds' : 'fails'
      yield { kind: 'condition', verdict, sentence: sayStated(report, each, cell), ...quote }
    }
  }
}

const presentCells = (report: Report, statement: Statement): readonly string[] =>
  statement.cells.filter((id) => cellOf(report, id).kind !== 'absent')

function sayStated(report: Report, statement: Statement, cell: number): string {
  const [first = ''] = statement.cells
  const many = presentCells(report, statement).length
  const name = many > 1 ? `表中相应${many}格合计` : nameOfCell(first, report.form)
  const stated = showValue(statement.value, statement.unit)
  const hint = hintFor(report, statement)
  return `文中“${statement.quote}”为${stated}，${name}为${showValue(cell, statement.unit)}，两处不一致${hint}，请核对。`
}

function hintFor(report: Report, { subject, value }: Statement): string {
  if (subject !== 'received') return ''
  const both = sumOfCells(report, ['requests.new_received.total', 'requests.carried_over.total'])
  return both === value ? '（文中数字等于本年新收加上年结转）' : ''
}

const remedyWords = { review: '行政复议', litigation: '行政诉讼' } as const
const upheldCells = {
  review: ['review.upheld'],
  litigation: ['litigation_direct.upheld', 'litigation_after_review.upheld'],
} as const

function* askAllUpheld(input: CheckInput): Iterable<Question> {
  for (const statement of statementsOfInput(input)) {
    const { subject, section, value, quote } = statement
    if (subject !== 'review' && subject !== 'litigation') continue
    const text = input.report.texts[section] ?? ''
    if (!/^[^。]{0,24}均(获|被|予以|已)?维持/.test(text.slice(statement.to))) continue
    const upheld = sumOfNumbers(input.report, upheldCells[subject])
    if (upheld === undefined) continue
    const verdict = upheld === value ? 'holds' : 'fails'
    const sentence = `文中称${remedyWords[subject]}${value}件均获维持，表四结果维持只有${upheld}件，请核对。`
    yield { kind: 'condition', verdict, cells: upheldCells[subject], sentence, section, quote }
  }
}

function sumOfNumbers(report: Report, cells: readonly string[]): number | undefined {
  const values = cells.map((id) => figureOf(report, id)).filter((value) => value !== undefined)
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0)
}

const remarked = (remark: Remark): Question => ({
  kind: 'condition',
  verdict: 'fails',
  cells: remark.cells ?? [],
  sentence: remark.sentence,
  section: remark.section,
  quote: remark.quote,
})

function* askTexts({ report }: CheckInput, of: (report: Report) => readonly Remark[]): Iterable<Question> {
  for (const remark of of(report)) yield remarked(remark)
}

const wording = (kind: Remark['kind']) => (input: CheckInput) =>
  askTexts(input, (report) => wordingRemarks(report, kind, statementsOfInput(input)))

function* askRequired({ report }: CheckInput): Iterable<Question> {
  if (Object.keys(report.texts).length === 0) return
  const problems = report.texts.problems
  const fail = (section: 'problems' | 'other', sentence: string): Question => ({
    kind: 'condition',
    verdict: 'fails',
    cells: [],
    sentence,
    section,
  })
  if (problems !== undefined && /^[\s。]*(无|没有|暂无)?[\s。]*$/.test(problems))
    yield fail('problems', '第五部分没有内容，应当写明存在的主要问题和改进情况。')
  const other = report.texts.other
  const due = report.year >= formById('2021').years.from
  if (due && other !== undefined && !/(信息处理费|处理费|收费|收取)/.test(other))
    yield fail('other', '第六部分没有说明信息处理费收取情况，未收取的也应当写明。')
}

function* askFee({ report }: CheckInput): Iterable<Question> {
  const text = report.texts.other ?? ''
  const match = /收取(?:的)?(?:政府)?信息(?:公开)?处理费[^。，]{0,12}?(\d[\d,]*(?:\.\d+)?)(万元|元)/.exec(
    text,
  )
  const charged = figureOf(report, 'proactive.fees.amount')
  if (match === null || charged === undefined) return
  const fen = Math.round(Number(match[1]?.replaceAll(',', '')) * (match[2] === '元' ? 100 : 1_000_000))
  const sentence = `第六部分称收取信息处理费${match[1]}${match[2]}，大于表二行政事业性收费${showValue(charged, 'money')}万元，信息处理费应当计入，请核对。`
  const verdict = fen <= charged ? 'holds' : 'fails'
  yield {
    kind: 'condition',
    verdict,
    cells: ['proactive.fees.amount'],
    sentence,
    section: 'other',
    quote: match[0],
  }
}

function* askSections({ report }: CheckInput): Iterable<Question> {
  if (Object.keys(report.texts).length === 0) return
  const gone = sections.filter((section) => report.texts[section.id] === undefined)
  if (gone.length === 0) return
  const names = gone.map((section) => `${section.number}、${section.label}`).join('；')
  yield { kind: 'condition', verdict: 'fails', cells: [], sentence: `报告缺少：${names}，请按格式补齐。` }
}

const cites = ['年度报告格式']
const law50 = ['第五十条']

export const textChecks = [
  { id: 'E8', name: '文中数字与表格一致', level: 'text', severity: 'explain', cites, ask: askStated },
  { id: 'E8b', name: '文中结果与表四一致', level: 'text', severity: 'explain', cites, ask: askAllUpheld },
  {
    id: 'E9',
    name: '信息处理费计入行政事业性收费',
    level: 'text',
    severity: 'explain',
    cites,
    form: '2021',
    ask: askFee,
  },
  {
    id: 'E12',
    name: '第五、六部分写明应写内容',
    level: 'text',
    severity: 'warn',
    cites: law50,
    ask: askRequired,
  },
  { id: 'F3', name: '六个部分齐全', level: 'report', severity: 'blocks', cites: law50, ask: askSections },
  {
    id: 'T1',
    name: '文中不自相矛盾',
    level: 'text',
    severity: 'explain',
    cites: law50,
    ask: wording('contradiction'),
  },
  {
    id: 'T2',
    name: '文中分项之和等于总数',
    level: 'text',
    severity: 'warn',
    cites: law50,
    ask: (input: CheckInput) => askTexts(input, partsAgainstWhole),
  },
  {
    id: 'T2b',
    name: '文中各办理结果之和等于办结数',
    level: 'text',
    severity: 'explain',
    cites: law50,
    ask: (input: CheckInput) => askTexts(input, () => resultsAgainstTotal(statementsOfInput(input))),
  },
  {
    id: 'T3',
    name: '文中百分比正确',
    level: 'text',
    severity: 'explain',
    cites: law50,
    ask: (input: CheckInput) => askTexts(input, (report) => percentages(report, statementsOfInput(input))),
  },
  {
    id: 'T4',
    name: '没有遗留其他年度',
    level: 'text',
    severity: 'explain',
    cites: law50,
    ask: wording('year'),
  },
  {
    id: 'T5',
    name: '没有遗留其他机关',
    level: 'text',
    severity: 'explain',
    cites: law50,
    ask: wording('name'),
  },
  { id: 'T6', name: '统计期限为报告年度', level: 'text', severity: 'explain', cites, ask: wording('period') },
  { id: 'T7', name: '引用文号正确', level: 'text', severity: 'warn', cites, ask: wording('citation') },
  { id: 'T8', name: '文字没有错漏', level: 'text', severity: 'warn', cites: law50, ask: wording('slip') },
] as const satisfies readonly Check[]
