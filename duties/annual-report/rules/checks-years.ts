import { cellsOfTables, nameOfCell } from '#law/report-forms/forms.ts'
import { cellOf, type Report } from '#law/report-forms/report.ts'
import { applicantColumns } from '#law/report-forms/requests-table.ts'
import { type Check, type CheckInput, type Question, tablesOf, unitOf } from './check.ts'

/** Last year's report, where the report given is of the year before. */
const before = ({ report, lastYear }: CheckInput): Report | undefined =>
  lastYear !== undefined && lastYear.year === report.year - 1 ? lastYear : undefined

function* askCarriedOver(input: CheckInput): Iterable<Question> {
  const last = before(input)
  if (last === undefined) return
  for (const { id, label } of applicantColumns) {
    const of = { report: last, name: '上年' }
    yield {
      kind: 'relation',
      left: [{ of, cell: `requests.carried_forward.${id}` }],
      relation: '=',
      right: [{ cell: `requests.carried_over.${id}` }],
      unit: 'count',
      about: `表三“${label}”列：`,
      say: (left, right, difference) =>
        `表三“${label}”列：上年报告结转下年度${left}件，本年报告上年结转${right}件，应当相等，相差${difference}件，请核对或说明。`,
    }
  }
}

function* askInForce(input: CheckInput): Iterable<Question> {
  const last = before(input)
  if (last === undefined || last.form === '2019') return
  const of = { report: last, name: '上年' }
  for (const row of ['regulations', 'normative']) {
    const id = (column: string) => `proactive.${row}.${column}`
    const name = nameOfCell(id('valid'), '2021')
    yield {
      kind: 'relation',
      left: [{ of, cell: id('valid') }, { cell: id('made') }, { cell: id('repealed'), minus: true }],
      relation: '=',
      right: [{ cell: id('valid') }],
      unit: 'count',
      about: `${name}：`,
      say: (left, right, difference) =>
        `${name}：上年有效加本年制发减本年废止为${left}，本年填${right}，相差${difference}件，如因清理调整请说明。`,
    }
  }
}

function* askItems(input: CheckInput): Iterable<Question> {
  const last = before(input)
  if (last === undefined) return
  const of = { report: last, name: '上年' }
  for (const row of ['licensing', 'other_services', 'penalty', 'coercion', 'fees']) {
    const id = (column: string) => `proactive.${row}.${column}`
    const name = nameOfCell(id('prev'), '2019')
    yield {
      kind: 'relation',
      left: [
        { of, cell: id('prev') },
        { of, cell: id('change') },
      ],
      relation: '=',
      right: [{ cell: id('prev') }],
      unit: 'count',
      about: `${name}：`,
      say: (left, right, difference) =>
        `${name}：上年报告的项目数加增减为${left}，本年填${right}，相差${difference}项，请核对或说明。`,
    }
  }
}

function* askPending(input: CheckInput): Iterable<Question> {
  const last = before(input)
  if (last === undefined) return
  const of = { report: last, name: '上年' }
  for (const block of ['review', 'litigation_direct', 'litigation_after_review']) {
    const name = nameOfCell(`${block}.total`, input.report.form)
    yield {
      kind: 'relation',
      left: [{ of, cell: `${block}.pending` }],
      relation: '≤',
      right: [{ cell: `${block}.total` }],
      unit: 'count',
      about: `${name}：`,
      say: (left, right) =>
        `${name}：上年尚未审结${left}件，本年总计只有${right}件，上年未结案件应当计入本年，请核对。`,
    }
  }
}

function* askMerged({ report, parts }: CheckInput): Iterable<Question> {
  if (parts === undefined) return
  const waiting = parts.filter((part) => part.report === undefined).map((part) => part.organ)
  if (waiting.length > 0) {
    const sentence = `尚有${waiting.length}个单位未报送，暂不能核对汇总：${waiting.slice(0, 20).join('、')}${waiting.length > 20 ? '等' : ''}。`
    yield { kind: 'condition', verdict: 'cannotBeJudged', cells: [], sentence }
    return
  }
  const given = parts.flatMap((part) => (part.report ? [{ report: part.report, name: part.organ }] : []))
  for (const { id, row } of cellsOfTables(tablesOf(report))) {
    if (row.local && cellOf(report, id).kind === 'absent') continue
    const name = nameOfCell(id, report.form)
    yield {
      kind: 'relation',
      left: given.map((of) => ({ of, cell: id })),
      relation: '=',
      right: [{ cell: id }],
      unit: unitOf(id, report.form),
      about: `${name}：`,
      say: (left, right, difference) =>
        `${name}：本机关与下级单位各报告相加为${left}，汇总报告填${right}，相差${difference}，请核对。`,
    }
  }
}

export const yearChecks = [
  {
    id: 'E5',
    name: '上年结转等于上年报告的结转下年度',
    level: 'year',
    severity: 'explain',
    cites: ['年度报告格式表三'],
    ask: askCarriedOver,
  },
  {
    id: 'E6',
    name: '现行有效等于上年有效加制发减废止',
    level: 'year',
    severity: 'explain',
    cites: ['年度报告格式表二'],
    form: '2021',
    ask: askInForce,
  },
  {
    id: 'E6b',
    name: '上一年项目数量等于上年报告的项目数加增减',
    level: 'year',
    severity: 'explain',
    cites: ['年度报告格式表二'],
    form: '2019',
    ask: askItems,
  },
  {
    id: 'A6',
    name: '上年未审结的复议、诉讼计入本年',
    level: 'year',
    severity: 'explain',
    cites: ['年度报告格式表四'],
    ask: askPending,
  },
  {
    id: 'E7',
    name: '汇总等于本机关加下级单位',
    level: 'tree',
    severity: 'blocks',
    cites: ['第四十九条'],
    ask: askMerged,
  },
] as const satisfies readonly Check[]
