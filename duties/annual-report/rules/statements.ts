import type { CellId, TextId } from '#law/report-forms/form.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { resultRows } from '#law/report-forms/forms.ts'

/** A figure that a report states in its text, and the cells whose sum it ought to be. */
export interface Statement {
  readonly section: TextId
  /** Where the digits stand in the text of that section, in characters. */
  readonly from: number
  readonly to: number
  /** The clause it stands in, for the finding. */
  readonly quote: string
  /** 件, or 分 for money. */
  readonly value: number
  readonly unit: 'count' | 'money'
  readonly subject: Subject
  readonly cells: readonly CellId[]
  /** Other sums of cells the same words may mean: 复议 concluded, without those pending. */
  readonly or?: readonly (readonly CellId[])[]
  /** The year the clause speaks of, where it names one that is not the report's. */
  readonly ofYear?: number
}

export type Subject =
  | 'received'
  | 'carriedOver'
  | 'carriedForward'
  | 'processed'
  | 'applicant'
  | 'result'
  | 'review'
  | 'litigation'
  | 'documents'
  | 'decisions'
  | 'charges'

/** A figure with its unit anywhere in a text. */
export interface Figure {
  readonly from: number
  readonly to: number
  readonly value: number
  readonly unit: string
  /** The words between the figure before (or the end of the clause before) and this one. */
  readonly before: string
  /** The words after it to the end of the clause. */
  readonly after: string
  readonly sentence: number
}

const figurePattern =
  /(?<![\d.〔[(（第/-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(余|多)?\s*(万余|万)?(件|条|份|起|例|宗|次|个|项|部|篇|元|%|％)?(?!\d|号|日|月|年)/g

/** Every figure of a text with the words around it. */
export function figuresIn(text: string): readonly Figure[] {
  const figures: Figure[] = []
  let last = 0
  let sentence = 0
  for (const match of text.matchAll(figurePattern)) {
    const from = match.index
    const to = from + match[0].length
    const between = text.slice(last, from)
    sentence += (between.match(/[。\n]/g) ?? []).length
    const start =
      Math.max(between.lastIndexOf('。'), between.lastIndexOf('；'), between.lastIndexOf('\n'), -1) + 1
    const rest = /^[^，,。；;、\n0-9]*/.exec(text.slice(to, to + 40))
    const value = Number(`${match[1]?.replaceAll(',', '')}${match[2] ?? ''}`)
    const unit = `${match[4] ?? ''}${match[5] ?? ''}`.replace('％', '%')
    const vague = match[3] !== undefined || match[4] === '万余'
    if (!vague)
      figures.push({ from, to, value, unit, before: between.slice(start), after: rest?.[0] ?? '', sentence })
    last = to
  }
  return figures
}

const caseUnits: ReadonlySet<string> = new Set(['件', '份', '起', '例', '宗', '次', '条', '个', ''])
const applications = /(申请|依申请公开)/
const receiving = /(收到|受理|接收|接到|接受|新收|收悉)/
const comparing = /(同比|较|相比|比上年|比去年|增长|增加|下降|减少|回落|上升)/

const total = (row: string): CellId => `requests.${row}.total`
const rowsStarting = (start: string): readonly CellId[] =>
  resultRows(form2021.tables[1])
    .filter((row) => row.startsWith(`requests.${start}`))
    .map((row) => `${row}.total`)

interface Binding {
  readonly subject: Subject
  readonly cells: readonly CellId[]
  readonly or?: readonly (readonly CellId[])[]
}

const resultNames: readonly (readonly [RegExp, readonly CellId[]])[] = [
  [/予以公开(及|和|、|或)部分公开/, [total('granted'), total('partial')]],
  [/不予公开/, rowsStarting('denied_')],
  [/无法提供/, rowsStarting('unable_')],
  [/(不予处理|不再处理)/, rowsStarting('refused_')],
  [/其他处理/, [...rowsStarting('other_'), total('other_total')]],
  [/部分公开/, [total('partial')]],
  [/国家秘密/, [total('denied_state_secret')]],
  [/法律、?行政法规禁止/, [total('denied_law_forbidden')]],
  [/三安全一稳定/, [total('denied_safety_stability')]],
  [/(三类内部事务|内部事务信息)/, [total('denied_internal')]],
  [/(四类过程性|过程性信息)/, [total('denied_process')]],
  [/行政执法案卷/, [total('denied_enforcement_case')]],
  [/行政查询/, [total('denied_admin_query')]],
  [/不掌握/, [total('unable_not_held')]],
  [/(没有现成|另行制作)/, [total('unable_need_creation')]],
  [/(信访举报|信访、举报)/, [total('refused_petition')]],
  [/重复申请/, [total('refused_repeat')]],
  [/(予以公开|同意公开)/, [total('granted')]],
]

const litigationTotals = ['litigation_direct.total', 'litigation_after_review.total'] as const

function bindRemedy(words: string): Binding | undefined {
  const review = words.lastIndexOf('复议')
  const litigation = Math.max(words.lastIndexOf('诉讼'), words.lastIndexOf('应诉'))
  if (review < 0 && litigation < 0) return undefined
  if (/(复议|诉讼|应诉)(、|和|及)/.test(words) && review >= 0 && litigation >= 0 && litigation - review < 8)
    return undefined
  const concluded = (block: string) => ['upheld', 'corrected', 'other'].map((column) => `${block}.${column}`)
  if (review > litigation) return { subject: 'review', cells: ['review.total'], or: [concluded('review')] }
  const direct = concluded('litigation_direct')
  const after = concluded('litigation_after_review')
  const or = [[...direct, ...after], [litigationTotals[0]], [litigationTotals[1]]]
  return { subject: 'litigation', cells: [...litigationTotals], or }
}

function bindDocuments(words: string): Binding | undefined {
  if (/规范性文件/.test(words) && !/类/.test(words)) {
    if (/(现行有效|继续有效)/.test(words))
      return { subject: 'documents', cells: ['proactive.normative.valid'] }
    if (/(废止|失效)/.test(words)) return { subject: 'documents', cells: ['proactive.normative.repealed'] }
    if (/(制发|制定|新制作)/.test(words)) return { subject: 'documents', cells: ['proactive.normative.made'] }
  }
  if (/(处理行政决定|行政处理决定|行政决定)/.test(words)) {
    const rows = ['licensing', 'penalty', 'coercion']
    return { subject: 'decisions', cells: rows.map((row) => `proactive.${row}.decided`) }
  }
  const decision = /行政(许可|处罚|强制)(处理)?决定/.exec(words)
  const row = decision && { 许可: 'licensing', 处罚: 'penalty', 强制: 'coercion' }[decision[1] ?? '']
  return row ? { subject: 'decisions', cells: [`proactive.${row}.decided`] } : undefined
}

const applicantWords: readonly (readonly [RegExp, string])[] = [
  [/自然人/, 'naturalPerson'],
  [/(商业企业|企业)/, 'company'],
  [/科研/, 'research'],
  [/公益/, 'welfare'],
  [/法律服务/, 'legalService'],
]

interface Context {
  aboutRequests: boolean
  base: string
  sentence: number
}

function bindRequest(figure: Figure, context: Context): Binding | undefined {
  const { before, after } = figure
  if (
    /^[^，。]{0,16}(结转|顺延)(至|到|入)?(下|次|20)/.test(after) ||
    /结转(至|到|入)?(下|次)[^，。]*$/.test(before)
  )
    return { subject: 'carriedForward', cells: [total('carried_forward')] }
  if (/(上年|上一年|去年)度?结转[^，。]*$/.test(before) || /结转上(一)?年/.test(before))
    return { subject: 'carriedOver', cells: [total('carried_over')] }
  const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')) + 1)
  if (applications.test(clause) && receiving.test(clause) && !/其中/.test(clause))
    return { subject: 'received', cells: [total('new_received')] }
  const [, named] = resultNames.find(([name]) => name.test(clause)) ?? []
  if (named && (context.aboutRequests || /占/.test(after))) return { subject: 'result', cells: named }
  const [, column] = applicantWords.find(([name]) => name.test(clause)) ?? []
  if (column && context.base !== '')
    return { subject: 'applicant', cells: [`requests.${context.base}.${column}`] }
  const done = /(办结|答复|办理)/.test(clause) && !/(率|期限内?$)/.test(clause)
  if (done && (applications.test(clause) || context.aboutRequests))
    return { subject: 'processed', cells: [total('total_processed')] }
  if (/依申请公开(政府)?信息$/.test(clause.trim()))
    return { subject: 'received', cells: [total('new_received')] }
  return undefined
}

function bind(figure: Figure, context: Context): Binding | undefined {
  if (comparing.test(figure.before.slice(-12))) return undefined
  if (figure.unit === '万元' || figure.unit === '元')
    return /行政事业性收费/.test(figure.before)
      ? { subject: 'charges', cells: ['proactive.fees.amount'] }
      : undefined
  if (!caseUnits.has(figure.unit) || !Number.isInteger(figure.value)) return undefined
  const clause = figure.before.slice(
    Math.max(figure.before.lastIndexOf('，'), figure.before.lastIndexOf(',')) + 1,
  )
  const remedyFirst = /(复议|诉讼|应诉)[^，]*$/.test(clause)
  if (remedyFirst) return bindRemedy(clause)
  if (/^[^，。]{0,16}(复议|诉讼)/.test(figure.after) && !remedyFirst) return bindRemedy(figure.after)
  return bindRequest(figure, context) ?? (figure.unit === '条' ? undefined : bindDocuments(clause))
}

/** No sentence is longer. */
const longest = 1000
const yearIn = /(20\d\d)年/g

function yearOf(text: string, figure: Figure, year: number): number | undefined {
  const near = text.slice(Math.max(0, figure.from - longest), figure.from)
  const start = Math.max(near.lastIndexOf('。'), near.lastIndexOf('\n')) + 1
  const years = [...near.slice(start).matchAll(yearIn)].map((match) => Number(match[1]))
  const last = years.at(-1)
  return last !== undefined && last !== year ? last : undefined
}

const clauseAround = (text: string, from: number, to: number): string => {
  const first = Math.max(0, from - longest)
  const before = text.slice(first, from)
  const start = first + Math.max(...['。', '；', '\n'].map((end) => before.lastIndexOf(end))) + 1
  const stop = /[。；\n]/.exec(text.slice(to))
  const whole = text.slice(start, stop ? to + stop.index : text.length).trim()
  if (whole.length <= 60) return whole
  const near = Math.max(start, from - 36)
  return `${near > start ? '…' : ''}${text.slice(near, to + 16).trim()}…`
}

/** The figures stated in one part of a report, bound to the cells they speak of. Figures of other subjects are left out. */
export function statementsOf(section: TextId, text: string, year: number): readonly Statement[] {
  const statements: Statement[] = []
  const context: Context = { aboutRequests: false, base: '', sentence: -1 }
  for (const figure of figuresIn(text)) {
    if (figure.sentence !== context.sentence) {
      if (/(主动公开|信息管理|平台建设|监督保障)/.test(figure.before)) context.aboutRequests = false
      context.sentence = figure.sentence
      context.base = ''
    }
    if (applications.test(figure.before)) context.aboutRequests = true
    const binding = bind(figure, context)
    if (binding === undefined) continue
    if (binding.subject === 'received') context.base = 'new_received'
    if (binding.subject === 'processed' && context.base === '') context.base = 'total_processed'
    const ofYear = yearOf(text, figure, year)
    const money = figure.unit === '万元' ? 1_000_000 : 100
    const value = binding.subject === 'charges' ? Math.round(figure.value * money) : figure.value
    const unit = binding.subject === 'charges' ? 'money' : 'count'
    const quote = clauseAround(text, figure.from, figure.to)
    const place = { section, from: figure.from, to: figure.to, quote }
    statements.push({ ...place, value, unit, ...binding, ...(ofYear === undefined ? {} : { ofYear }) })
  }
  return statements
}

/** The statements of a whole report. The tables' own sections are read too: their text may stand before the table. */
export function statementsIn(
  texts: Readonly<Partial<Record<TextId, string>>>,
  year: number,
): readonly Statement[] {
  const sections = Object.entries(texts) as [TextId, string][]
  return sections.flatMap(([section, text]) => statementsOf(section, text, year))
}
