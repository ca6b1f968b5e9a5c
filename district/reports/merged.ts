import { type Merged, merge } from '#duties/annual-report/rules/merge.ts'
import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import type { Report } from '#law/report-forms/report.ts'
import { day } from '#time/day.ts'
import { nameOn, type Organ } from '../organ.ts'
import type { Random } from '../random.ts'
import { type PublishedReport, publishedOn, type ReportsGiven, yearsOf } from '../reports.ts'
import { holderOf } from '../staff.ts'
import { compiledOn, feesOf } from './compiled.ts'
import { textsOf } from './texts.ts'
import { type Way, wayOf } from './way.ts'

/** What a government merges: its own ledger, and the reports of all organs below it. */
export interface MergedGiven extends ReportsGiven {
  readonly below: readonly PublishedReport[]
}

/** The reports of a government: its own figures and those of every organ below, merged through the rules and published. */
export function mergedReportsOf(seed: Random, organ: Organ, given: MergedGiven): PublishedReport[] {
  const random = seed.branch(`reports/${organ.code}`)
  const reports: PublishedReport[] = []
  for (const year of yearsOf(organ, given.span))
    reports.push(mergedOn(random, organ, year, { ...given, lastYear: reports.at(-1)?.report }))
  return reports
}

function mergedOn(
  random: Random,
  organ: Organ,
  year: number,
  given: MergedGiven & { lastYear: Report | undefined },
): PublishedReport {
  const on = publishedOn(organ, year, given.span)
  const at = { written: `${on}T01:20:00.000Z`, published: `${on}T06:40:00.000Z` }
  const name = nameOn(organ, day(`${year}-12-31`))
  const own = compiledOn(organ, year, at.written, given)
  const lower = given.below.filter((each) => each.year === year)
  const parts = [own, ...lower.map(({ report }) => report)].map((report) => ({
    organ: report.organ.name,
    report,
  }))
  const added = parts.map(({ report }) => ({ organId: report.organ.id ?? '', report }))
  const whole: Merged = merge(form2021, { id: organ.organId, name }, year, added)
  const merges = added.flatMap(({ organId, report }) => report.merges ?? [organId])
  const compiled = { ...whole.report, texts: own.texts, merges }
  const fees = [feesOf(given.cases, year), ...lower.map((each) => each.fees)].reduce(sumOfFees)
  const { lastYear, hashOf } = given
  const way = wayOf({ compiled, fees, parts, hashOf, ...(lastYear ? { lastYear } : {}) })
  const texts = textsOf(random, compiled, { organ, year, items: given.items, fees })
  const [writer, head] = [holderOf(given.staff, 'informationOfficer'), holderOf(given.staff, 'officeHead')]
  for (const [section, text] of Object.entries(texts))
    way.take('writeText', { section, text }, at.written, writer)
  explainAll(way, at.written, head)
  way.take('publishMerged', {}, at.published, holderOf(given.staff, 'publisher'))
  const report = way.stands().versions.at(-1)?.report ?? compiled
  return { organ, year, report, fees, facts: way.facts }
}

const sumOfFees = (a: FeeFigures, b: FeeFigures): FeeFigures => ({
  notices: a.notices + b.notices,
  noticed: a.noticed + b.noticed,
  collected: a.collected + b.collected,
})

// What is left to ask about the sum comes from a report below that was taken as it is.
const explained =
  '已与有关机关核对：汇总数是各机关已审核报告之和，个别机关的差异在其报告中说明，汇总不作调整。'

function explainAll(way: Way, at: string, by: string): void {
  for (const { severity, fingerprint } of way.findings())
    if (severity === 'explain') way.take('explain', { fingerprint, words: explained }, at, by)
}
