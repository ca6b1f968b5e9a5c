import { nameOfCell } from '#law/report-forms/forms.ts'
import { figureOf } from '#law/report-forms/report.ts'
import { type Check, type CheckInput, type LedgerCounts, type Question, unitOf } from './check.ts'

function* askCounts({ report, ledger }: CheckInput): Iterable<Question> {
  if (ledger === undefined) return
  for (const [id, value] of Object.entries(ledger.cells)) {
    const name = nameOfCell(id, report.form)
    yield {
      kind: 'relation',
      left: [{ cell: id }],
      relation: '=',
      right: { value, words: String(value) },
      unit: unitOf(id, report.form),
      about: `${name}：`,
      say: (left) => `${name}填${left}，台账为${value}，请以台账为准，或者先更正台账。`,
    }
  }
}

function* askMisplaced({ ledger }: CheckInput): Iterable<Question> {
  if (ledger?.misplaced === undefined) return
  const sentence = `有${ledger.misplaced.length}件申请没有恰好计入一个办理结果和一类申请人：${ledger.misplaced.slice(0, 10).join('、')}。`
  yield { kind: 'condition', verdict: ledger.misplaced.length === 0 ? 'holds' : 'fails', cells: [], sentence }
}

const ceilings: readonly (readonly [string, keyof LedgerCounts, string])[] = [
  ['requests.other_overdue_correction.total', 'correctionNotices', '补正告知书'],
  ['requests.other_overdue_fee.total', 'feeNotices', '收费通知书'],
  ['requests.refused_mass.total', 'article35Notices', '说明理由告知书'],
  ['requests.denied_third_party.total', 'thirdPartyConsultations', '征求第三方意见书'],
]

function* askCeilings({ report, ledger }: CheckInput): Iterable<Question> {
  for (const [id, key, document] of ceilings) {
    const issued = ledger?.[key]
    if (typeof issued !== 'number' || figureOf(report, id) === undefined) continue
    const name = nameOfCell(id, report.form)
    yield {
      kind: 'relation',
      left: [{ cell: id }],
      relation: '≤',
      right: { value: issued, words: String(issued) },
      unit: 'count',
      say: (left) => `${name}填${left}件，台账中只发出${issued}份${document}，请核对。`,
    }
  }
}

export const ledgerChecks = [
  {
    id: 'A14',
    name: '报告数字等于台账计数',
    level: 'ledger',
    severity: 'blocks',
    cites: ['第四十九条'],
    ask: askCounts,
  },
  {
    id: 'A15',
    name: '一件申请只计入一个结果和一类申请人',
    level: 'ledger',
    severity: 'blocks',
    cites: ['年度报告格式表三'],
    ask: askMisplaced,
  },
  {
    id: 'E10',
    name: '办理结果不多于相应文书',
    level: 'ledger',
    severity: 'explain',
    cites: ['第三十条', '第三十二条', '第三十五条'],
    ask: askCeilings,
  },
] as const satisfies readonly Check[]
