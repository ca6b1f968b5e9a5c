import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import type { CellId, FormId, TextId } from '#law/report-forms/form.ts'
import { nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import { numberCell, type Report } from '#law/report-forms/report.ts'
import { type Role, roles as roleTable } from '#law/roles.ts'
import type { Day } from '#time/day.ts'
import { boundFigures, renderText } from './bound-text.ts'
import { type Finding, inTheWay } from './checks.ts'
import type { HandFigure, ReportFact } from './facts.ts'
import type { ReportCase } from './lifecycle.ts'
import type { PublicationFigure } from './publication-figures.ts'
import { readFigure } from './read-figure.ts'
import { type ReportRefusal, refused } from './refusals.ts'
import { reportFromJson } from './report-json.ts'
import { reportStatuses } from './status.ts'
import { type ReportStepName, reportStepOf } from './steps.ts'

/** The report as it would go out now, and what is wrong with it. */
export interface ReportGround {
  readonly c: ReportCase
  readonly form: FormId
  readonly year: number
  readonly report: Report
  readonly findings: readonly Finding[]
  /** Cells that cases or entries fill: they are never typed. */
  readonly computed: ReadonlySet<CellId>
  readonly cutOff: string
  readonly hash: string
  readonly today: Day
  /** Held at the organ, or at the one above for the steps from above. */
  readonly roles: readonly Role[]
  /** For a merged report: the names of the organs below whose reports were not yet accepted. */
  readonly missing?: readonly string[]
}

export type ReportAsk = Readonly<Record<string, unknown>>
export type ReportAnswer = { kind: 'done'; facts: readonly ReportFact[] } | ReportRefusal

const done = (fact: ReportFact): ReportAnswer => ({ kind: 'done', facts: [fact] })
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const sections: readonly TextId[] = ['overview', 'problems', 'other']

type Decider = (ask: ReportAsk, ground: ReportGround) => ReportAnswer

const enterFigure: Decider = (ask, { form, report, computed }) => {
  const cell = text(ask.cell)
  const place = placeOf(cell, form)
  const name = nameOfCell(cell, form)
  // A cell of the other form has a place too, but not in this report.
  if (!place || !Object.hasOwn(report.cells, cell)) return refused('cellUnknown', { cell: name })
  if (place.table.id !== 'proactive' || computed.has(cell)) return refused('cellHeldByCases', { cell: name })
  if (text(ask.value) === '') return done({ type: 'figureEntered', cell })
  const read = readFigure(text(ask.value), place.column.unit)
  if ('problem' in read) return refused('figureWrong', { why: `${name}：${read.problem}` })
  const source = text(ask.source)
  if (source === '') return refused('wordsMissing', { label: '数字的来源' })
  return done({ type: 'figureEntered', cell, figure: { cell, value: read.value, source } })
}

// All of them or none: the first that is wrong is the answer.
const enterFigures: Decider = (ask, ground) => {
  const given: unknown[] = Array.isArray(ask.figures) ? ask.figures : []
  if (given.length === 0) return refused('wordsMissing', { label: '要补录的数字' })
  const facts: ReportFact[] = []
  for (const each of given) {
    const answer = enterFigure({ ...(each as ReportAsk), source: ask.source }, ground)
    if (answer.kind === 'refused') return answer
    facts.push(...answer.facts)
  }
  return { kind: 'done', facts }
}

const submit: Decider = (_, { c, year, today, report, findings, cutOff, hash }) => {
  if (today <= `${year}-12-31`) return refused('yearNotOver', { year })
  const standing = inTheWay(findings, c.explanations)
  const [first] = standing
  if (first) return refused('findingsStand', { n: standing.length, first: first.sentence })
  return done({ type: 'submitted', cutOff, hash, report })
}

/** The report of an organ that does not use the system, as it was read; its findings are judged on review. */
const handIn: Decider = (ask, { year, report: own, cutOff, hash, today }) => {
  if (today <= `${year}-12-31`) return refused('yearNotOver', { year })
  const read = reportFromJson(ask.report)
  if ('problems' in read) return refused('reportUnread', { why: read.problems.join('；') })
  if (read.report.year !== year) return refused('reportUnread', { why: `它是${read.report.year}年的报告` })
  const source = text(ask.source)
  if (source === '') return refused('wordsMissing', { label: '文件的来源' })
  const { merges: _, ...given } = read.report
  return done({ type: 'submitted', cutOff, hash, report: { ...given, organ: own.organ }, source })
}

const returnIt: Decider = (ask) => {
  const reason = text(ask.reason)
  if (reason === '') return refused('wordsMissing', { label: '退回的理由' })
  const given: unknown[] = Array.isArray(ask.cells) ? ask.cells : []
  const cells = given.flatMap((each) => {
    const { cell, reason: why } = (each ?? {}) as Record<string, unknown>
    return text(cell) && placeOf(text(cell)) ? [{ cell: text(cell), reason: text(why) }] : []
  })
  return done({ type: 'returned', reason, cells })
}

/** What blocks in a report that came as a file, and a figure not made out, is returned or taken with a reason. */
const accept: Decider = (ask, { findings }) => {
  const note = text(ask.note)
  const [first, ...more] = findings.filter(
    ({ severity, verdict }) => severity === 'blocks' || verdict === 'cannotBeJudged',
  )
  if (first && note === '') return refused('wrongAccepted', { n: more.length + 1, first: first.sentence })
  return done({ type: 'accepted', note })
}

const publish: Decider = (ask, { c }) => {
  if (!c.submitted) return refused('notFound')
  const version = (c.versions.at(-1)?.version ?? 0) + 1
  const correction = text(ask.correction)
  if (version > 1 && correction === '') return refused('correctionReasonMissing')
  const { hash, report } = c.submitted
  return done({ type: 'published', version, hash, report, ...(version > 1 ? { correction } : {}) })
}

const publishMerged: Decider = (ask, ground) => {
  const { year, today, missing, c, findings, cutOff, hash, report } = ground
  if (!missing) return refused('nothingBelow')
  if (today <= `${year}-12-31`) return refused('yearNotOver', { year })
  if (missing.length > 0 && text(ask.despite) === '')
    return refused('lowerMissing', { n: missing.length, names: missing.slice(0, 20).join('、') })
  const [first, ...more] = inTheWay(findings, c.explanations)
  if (first) return refused('findingsStand', { n: more.length + 1, first: first.sentence })
  const version = (c.versions.at(-1)?.version ?? 0) + 1
  const correction = text(ask.correction)
  if (version > 1 && correction === '') return refused('correctionReasonMissing')
  const despite = missing.length > 0 ? { despite: text(ask.despite) } : {}
  const published = {
    type: 'published',
    version,
    hash,
    report,
    ...(version > 1 ? { correction } : {}),
  } as const
  return { kind: 'done', facts: [{ type: 'submitted', cutOff, hash, report, ...despite }, published] }
}

const deciders: Readonly<Record<ReportStepName, Decider>> = {
  writeText: (ask) => {
    const section = sections.find((each) => each === ask.section)
    if (!section) return refused('wordsMissing', { label: '要保存的部分' })
    return done({ type: 'textWritten', section, text: typeof ask.text === 'string' ? ask.text : '' })
  },
  enterFigure,
  enterFigures,
  explain: (ask) => {
    const fingerprint = text(ask.fingerprint)
    const words = text(ask.words)
    if (fingerprint === '' || words === '') return refused('wordsMissing', { label: '理由' })
    return done({ type: 'explained', fingerprint, words })
  },
  submit,
  remind: (ask, { today }) =>
    done({ type: 'reminded', by: today, words: text(ask.words) || '请尽快报送年度报告' }),
  handIn,
  return: returnIt,
  accept,
  publish,
  publishMerged,
}

/** Why this person may not take the step as the report stands; undefined where they may. */
export function barsReport(
  name: ReportStepName,
  { c, roles }: Pick<ReportGround, 'c' | 'roles'>,
): ReportRefusal | undefined {
  const step = reportStepOf(name)
  if (!step.roles.some((role) => roles.includes(role)))
    return refused('roleWrong', {
      step: step.label,
      roles: step.roles.map((role) => roleTable[role].label).join('、'),
    })
  if (!step.statuses.includes(c.status))
    return refused('statusWrong', { status: reportStatuses[c.status], step: step.label })
  return undefined
}

/** What a step comes to: facts to record, or a refusal with its reason. Nothing is written here. */
export const decideReport = (name: ReportStepName, ask: ReportAsk, ground: ReportGround): ReportAnswer =>
  barsReport(name, ground) ?? deciders[name](ask, ground)

/** The compiled report with the figures put in by hand and the texts, their figures bound: what would go out now. */
export function withHand(
  report: Report,
  { figures, texts }: Pick<ReportCase, 'figures' | 'texts'>,
  fees?: FeeFigures,
  published?: readonly PublicationFigure[],
): Report {
  const hand = [...figures.values()].filter(
    (figure: HandFigure) => report.cells[figure.cell]?.kind === 'blank',
  )
  const cells = {
    ...report.cells,
    ...Object.fromEntries(hand.map(({ cell, value }) => [cell, numberCell(value)])),
  }
  const bound = boundFigures({ ...report, cells }, fees, published)
  const rendered = Object.fromEntries(
    Object.entries(texts).map(([section, written]) => [section, renderText(written, bound)]),
  )
  return { ...report, cells, texts: { ...report.texts, ...rendered } }
}
