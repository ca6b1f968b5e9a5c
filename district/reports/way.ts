import type { LedgerCounts } from '#duties/annual-report/rules/check.ts'
import { check, findingsOf } from '#duties/annual-report/rules/checks.ts'
import {
  decideReport,
  type ReportAsk,
  type ReportGround,
  withHand,
} from '#duties/annual-report/rules/decide.ts'
import type { RecordedReportFact } from '#duties/annual-report/rules/facts.ts'
import { foldReport, type ReportCase } from '#duties/annual-report/rules/lifecycle.ts'
import { sayReportRefusal } from '#duties/annual-report/rules/refusals.ts'
import { type ReportStepName, reportStepOf } from '#duties/annual-report/rules/steps.ts'
import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import type { Report } from '#law/report-forms/report.ts'
import { day } from '#time/day.ts'

/** What a report is told upon: its figures without texts, and what it is judged against. */
export interface WayGround {
  readonly compiled: Report
  readonly fees: FeeFigures
  readonly lastYear?: Report
  /** For a merged report: what it adds up, by organ. */
  readonly parts?: readonly { organ: string; report: Report }[]
  readonly ledger?: LedgerCounts
  /** Over the report, as the ledger knows it. */
  readonly hashOf: (report: Report) => string
}

export interface Way {
  readonly facts: readonly RecordedReportFact[]
  /** The report as its facts make it. */
  stands(): ReportCase
  /** The report as it would go out now, its figures bound into the texts. */
  goesOut(): Report
  /** What is wrong with that. */
  findings(): ReportGround['findings']
  /** One step by the rules of the duty; the making of the district ends where they refuse it. */
  take(name: ReportStepName, ask: ReportAsk, at: string, by: string): void
}

/** The way of one report, told step by step through the rules. */
export function wayOf(given: WayGround): Way {
  const { compiled, fees, lastYear, parts, ledger, hashOf } = given
  const facts: RecordedReportFact[] = []
  const stands = () => foldReport(facts)
  const goesOut = () => withHand(compiled, stands(), fees)
  const findings = () =>
    findingsOf(
      check({
        report: goesOut(),
        ...(lastYear ? { lastYear } : {}),
        ...(parts ? { parts } : {}),
        ...(ledger ? { ledger } : {}),
      }),
    )
  const record = (fact: RecordedReportFact['fact'], at: string, recordedBy: string) => {
    const happenedOn = day(at.slice(0, 10))
    facts.push({ seq: facts.length + 1, happenedOn, recordedAt: at, recordedBy, fact })
  }
  const take: Way['take'] = (name, ask, at, by) => {
    const report = goesOut()
    const found = name === 'submit' || name === 'publishMerged' ? findings() : reviewed(name, stands())
    const ground = groundOf(given, { name, at, c: stands(), report, findings: found })
    const answer = decideReport(name, ask, ground)
    if (answer.kind === 'refused')
      throw new Error(`${report.organ.name} ${report.year} ${name}: ${sayReportRefusal(answer)}`)
    if (facts.length === 0) record({ type: 'begun', form: ground.form }, at, by)
    for (const fact of answer.facts)
      record(fact.type === 'submitted' ? { ...fact, hash: hashOf(fact.report) } : fact, at, by)
  }
  return { facts, stands, goesOut, findings, take }
}

// A review looks at what was handed in.
const reviewed = (name: ReportStepName, { submitted }: ReportCase): ReportGround['findings'] =>
  name === 'accept' && submitted ? findingsOf(check({ report: submitted.report })) : []

type Taking = Pick<ReportGround, 'c' | 'report' | 'findings'> & { name: ReportStepName; at: string }

const groundOf = ({ compiled, parts, hashOf }: WayGround, { name, at, ...taking }: Taking): ReportGround => ({
  ...taking,
  form: compiled.form === '2019' ? '2019' : '2021',
  year: compiled.year,
  computed: new Set(),
  cutOff: at,
  hash: hashOf(taking.report),
  today: day(at.slice(0, 10)),
  roles: reportStepOf(name).roles,
  ...(parts ? { missing: [] } : {}),
})
