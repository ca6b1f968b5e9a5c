import type { CellId, FormId, Table, TextId, Unit } from '#law/report-forms/form.ts'
import { formById, nameOfCell, placeOf, rowPlacesOf } from '#law/report-forms/forms.ts'
import { type Cell, cellOf, type Report, showCell, showValue } from '#law/report-forms/report.ts'
import type { CheckId } from './checks.ts'
import type { Statement } from './statements.ts'

/** `blocks`: the report cannot be submitted. `explain`: it can, with a written reason. `warn`: worth a look. */
export type Severity = 'blocks' | 'explain' | 'warn'
export type Level =
  | 'cell'
  | 'column'
  | 'row'
  | 'table'
  | 'report'
  | 'text'
  | 'year'
  | 'tree'
  | 'peers'
  | 'ledger'

/** What the ledger counted for the same organ, year and cut-off. */
export interface LedgerCounts {
  readonly cells: Readonly<Record<CellId, number>>
  /** Numbers of cases that stand in more than one cell, or in none. */
  readonly misplaced?: readonly string[]
  readonly correctionNotices?: number
  readonly feeNotices?: number
  readonly article35Notices?: number
  readonly thirdPartyConsultations?: number
}

/** A report and everything it is judged against. What is left out makes its checks say nothing. */
export interface CheckInput {
  readonly report: Report
  /** Last year's published version of the same organ. */
  readonly lastYear?: Report
  /** Merging: the organ's own report and those of the lower organs; a name without a report is one not handed in. */
  readonly parts?: readonly { readonly organ: string; readonly report?: Report }[]
  readonly peers?: readonly Report[]
  readonly ledger?: LedgerCounts
  /** Figures stated in the text, bound to cells. */
  readonly statements?: readonly Statement[]
}

export interface Term {
  /** Where the figure comes from; left out for the report itself. */
  readonly of?: { readonly report: Report; readonly name: string }
  readonly cell: CellId
  readonly minus?: true
}

export type Side = readonly Term[] | { readonly value: number; readonly words: string }

/** What a check asks of a report: a relation between figures, or a condition it has already judged. */
export type Question =
  | {
      readonly kind: 'relation'
      readonly left: Side
      readonly relation: '=' | '≤' | '≥'
      readonly right: Side
      readonly unit: Unit
      /** The sentence to send back, given both sides in words; a default is made where it is left out. */
      readonly say?: (left: string, right: string, difference: string) => string
      readonly about?: string
      /** The cells of both sides, where the asker has them at hand. */
      readonly cells?: readonly CellId[]
    }
  | {
      readonly kind: 'condition'
      readonly verdict: Verdict
      readonly cells: readonly CellId[]
      readonly missing?: readonly CellId[]
      readonly sentence: string
      readonly section?: TextId
      readonly quote?: string
    }

type Relation = Extract<Question, { kind: 'relation' }>

export interface Check {
  readonly id: string
  readonly name: string
  readonly level: Level
  readonly severity: Severity
  readonly cites: readonly string[]
  /** The forms whose tables the check reads; left out where it reads any. */
  readonly form?: FormId
  readonly ask: (input: CheckInput) => Iterable<Question>
}

export type Verdict = 'holds' | 'fails' | 'cannotBeJudged'

/** The answer to one question. `missing` names the cells without a figure; both sides are in the cells' own unit. */
export interface Outcome {
  readonly check: CheckId
  readonly verdict: Verdict
  readonly cells: readonly CellId[]
  readonly missing: readonly CellId[]
  readonly left?: number
  readonly right?: number
  /** What to send back; empty where the question holds and its sides are figures. */
  readonly sentence: string
  readonly section?: TextId
  readonly quote?: string
}

interface Sum {
  readonly value: number
  readonly known: boolean
  readonly anyKnown: boolean
  readonly nonNegative: boolean
}

function sumOf(side: Side, report: Report): Sum {
  if (!('length' in side)) return { value: side.value, known: true, anyKnown: true, nonNegative: true }
  let value = 0
  let known = true
  let anyKnown = false
  let nonNegative = true
  for (const term of side) {
    const cell = cellOf(term.of?.report ?? report, term.cell)
    if (term.minus) nonNegative = false
    if (cell.kind !== 'number') known = false
    else {
      value += term.minus ? -cell.value : cell.value
      anyKnown = true
      if (cell.value < 0) nonNegative = false
    }
  }
  return { value, known, anyKnown, nonNegative }
}

const cellsIn = (...sides: readonly Side[]): readonly CellId[] => [
  ...new Set(sides.flatMap((side) => ('length' in side ? side.map((term) => term.cell) : []))),
]

const missingIn = (report: Report, ...sides: readonly Side[]): readonly CellId[] => [
  ...new Set(
    sides.flatMap((side) =>
      'length' in side
        ? side
            .filter((term) => cellOf(term.of?.report ?? report, term.cell).kind !== 'number')
            .map((term) => term.cell)
        : [],
    ),
  ),
]

/** Judges one relation. With figures missing it still fails where what is known already exceeds the whole. */
function judge(question: Relation, report: Report): Omit<Outcome, 'check'> {
  const left = sumOf(question.left, report)
  const right = sumOf(question.right, report)
  const verdict = verdictOf(left, right, question.relation)
  const cells = question.cells ?? cellsIn(question.left, question.right)
  const base = { verdict, cells, left: left.value, right: right.value }
  if (verdict === 'holds') return { ...base, missing: [], sentence: '' }
  const missing = left.known && right.known ? [] : missingIn(report, question.left, question.right)
  const sentence =
    verdict === 'fails' ? sayFails(question, left, right, report) : sayMissing(question, report, missing)
  return { ...base, missing, sentence: sentence + (verdict === 'fails' ? alsoMissing(report, missing) : '') }
}

function verdictOf(left: Sum, right: Sum, relation: '=' | '≤' | '≥'): Verdict {
  if (left.known && right.known) {
    const difference = left.value - right.value
    const holds = relation === '=' ? difference === 0 : relation === '≤' ? difference <= 0 : difference >= 0
    return holds ? 'holds' : 'fails'
  }
  const leftTooGreat = right.known && left.nonNegative && left.anyKnown && left.value > right.value
  const rightTooGreat = left.known && right.nonNegative && right.anyKnown && right.value > left.value
  if (leftTooGreat && relation !== '≥') return 'fails'
  if (rightTooGreat && relation !== '≤') return 'fails'
  return 'cannotBeJudged'
}

/** A side in words: 10＋1＋0＋0＝11; of long sums only the result. */
function wordsOfSide(side: Side, sum: Sum, report: Report, unit: Unit): string {
  if (!('length' in side)) return side.words
  const result = showValue(sum.value, unit)
  if (side.length > 8) return result
  const words = side.map((term, index) => {
    const sign = term.minus ? '－' : index > 0 ? '＋' : ''
    return `${sign}${showCell(cellOf(term.of?.report ?? report, term.cell), unit)}`
  })
  return side.length === 1 ? words.join('') : `${words.join('')}＝${result}`
}

const listed = (report: Report, missing: readonly CellId[]): string => {
  const names = missing.slice(0, 3).map((id) => nameOfCell(id, report.form))
  return `${names.join('、')}${missing.length > 3 ? `等${missing.length}处` : ''}`
}

const alsoMissing = (report: Report, missing: readonly CellId[]): string =>
  missing.length === 0 ? '' : `另有${listed(report, missing)}没有数字。`

const sayMissing = (question: Relation, report: Report, missing: readonly CellId[]): string =>
  `${question.about ?? ''}${listed(report, missing)}没有数字，无法核对。`

function sayFails(question: Relation, left: Sum, right: Sum, report: Report): string {
  const difference = showValue(Math.abs(left.value - right.value), question.unit)
  const one = wordsOfSide(question.left, left, report, question.unit)
  const other = wordsOfSide(question.right, right, report, question.unit)
  if (question.say) return question.say(one, other, difference)
  const words = { '=': '应当相等', '≤': '前者不应大于后者', '≥': '前者不应小于后者' }[question.relation]
  return `${question.about ?? ''}${one}，${other}，${words}，相差${difference}，请核对。`
}

/** Puts every question of every check to the report. Pure: the same in the browser, on saving and on merging. */
export function runChecks(checks: readonly Check[], input: CheckInput): readonly Outcome[] {
  const outcomes: Outcome[] = []
  const forms = new Set(tablesOf(input.report).map((table) => table.form))
  for (const check of checks) {
    if (check.form !== undefined && !forms.has(check.form)) continue
    const id = check.id as CheckId
    for (const question of check.ask(input)) {
      if (question.kind === 'relation') outcomes.push({ check: id, ...judge(question, input.report) })
      else {
        const { kind: _, missing = [], ...rest } = question
        outcomes.push({ check: id, missing, ...rest })
      }
    }
  }
  return outcomes
}

/** The tables a report is made of; of a mixed report those of which it has cells. */
export function tablesOf(report: Pick<Report, 'form' | 'cells'>): readonly Table[] {
  if (report.form !== 'mixed') return formById(report.form).tables
  const [proactive2019, requests2019, remedies] = formById('2019').tables
  const [proactive2021, requests2021] = formById('2021').tables
  const has = (id: CellId) => cellOf(report, id).kind !== 'absent'
  const proactive = has('proactive.licensing.prev') || has('proactive.normative.total')
  return [
    proactive ? proactive2019 : proactive2021,
    has('requests.other_total.total') || has('requests.other_total.naturalPerson')
      ? requests2019
      : requests2021,
    remedies,
  ]
}

/** True where the report has at least one cell of the table that is not absent. */
export const hasTable = (report: Report, table: Table): boolean =>
  rowPlacesOf(table).some(({ places }) => places.some(({ id }) => cellOf(report, id).kind !== 'absent'))

/** The unit of a cell. */
export const unitOf = (id: CellId, form?: FormId | 'mixed'): Unit => placeOf(id, form)?.column.unit ?? 'count'

/** What stands in a cell, in words. */
export const wordsOf = (report: Report, id: CellId): string => {
  const cell: Cell = cellOf(report, id)
  return showCell(cell, unitOf(id, report.form))
}
