import type { RecordedReportFact } from '#duties/annual-report/rules/facts.ts'
import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import type { Report } from '#law/report-forms/report.ts'
import { reportTitle } from '#law/report-forms/sections.ts'
import { type Day, day, yearOf } from '#time/day.ts'
import type { FigureEntry } from './figures.ts'
import type { Item, Span } from './items.ts'
import { answersRequests, existsOn, type Organ } from './organ.ts'
import type { Random } from './random.ts'
import type { Remedy } from './remedies.ts'
import { compiledOn, feesOf } from './reports/compiled.ts'
import { textsOf } from './reports/texts.ts'
import { type Way, wayOf } from './reports/way.ts'
import type { ToldCase } from './requests.ts'
import { holderOf, type Staff } from './staff.ts'
import { type WrongReport, wrongReports } from './wrong-on-purpose.ts'

/** A report with its way to publication, and to its correction where it was corrected. */
export interface PublishedReport {
  readonly organ: Organ
  readonly year: number
  /** The newest version. */
  readonly report: Report
  readonly fees: FeeFigures
  readonly facts: readonly RecordedReportFact[]
}

export interface ReportsGiven {
  readonly span: Span
  readonly items: readonly Item[]
  readonly cases: readonly ToldCase[]
  readonly remedies: readonly Remedy[]
  readonly figures: readonly FigureEntry[]
  readonly staff: Staff
  /** The people of the government that reviews the report. */
  readonly above: Staff
  /** Over the report, as the ledger knows it (compile-store.ts). */
  readonly hashOf: (report: Report) => string
}

/** The reports of an organ on the years that are over, each compiled from what stood in the ledger when it was handed in. */
export function reportsOf(seed: Random, organ: Organ, given: ReportsGiven): PublishedReport[] {
  const random = seed.branch(`reports/${organ.code}`)
  const reports: PublishedReport[] = []
  for (const year of yearsOf(organ, given.span))
    reports.push(reportOn(random, organ, year, { ...given, lastYear: reports.at(-1)?.report }))
  return reports
}

/** The years that an organ has published a report on by the end of the span. */
export function yearsOf(organ: Organ, span: Span): number[] {
  if (!answersRequests(organ)) return []
  const { from, today } = span
  const years = Array.from({ length: yearOf(today) - yearOf(from) }, (_, i) => yearOf(from) + i)
  return years.filter(
    (year) => existsOn(organ, day(`${year}-12-31`)) && publishedOn(organ, year, span) < today,
  )
}

/** Before 31 January; the government's before 31 March (第四十九条). */
export function publishedOn(organ: Organ, year: number, { calendar }: Span): Day {
  const latest = organ.kind === 'government' ? day(`${year + 1}-03-27`) : day(`${year + 1}-01-27`)
  return calendar.isWorkday(latest) ? latest : calendar.plusWorkdays(latest, -1).on
}

const takenAsItIs = '该单位未使用系统，按已盖章的文件收下；发现的问题已经告知，由其更正'

type Given = ReportsGiven & { lastYear: Report | undefined }

function reportOn(random: Random, organ: Organ, year: number, given: Given): PublishedReport {
  const { calendar } = given.span
  const ofYear = random.branch(String(year))
  const on = publishedOn(organ, year, given.span)
  const submittedOn = calendar.plusWorkdays(on, -ofYear.whole(5, 9)).on
  const submitted = `${submittedOn}T0${ofYear.whole(1, 8)}:${ofYear.whole(10, 59)}:00.000Z`
  const accepted = `${calendar.plusWorkdays(on, -2).on}T03:20:00.000Z`
  const compiled = compiledOn(organ, year, submitted, given)
  const fees = feesOf(given.cases, year)
  const { hashOf, lastYear } = given
  const way = wayOf({ compiled, fees, hashOf, ...(lastYear ? { lastYear } : {}) })
  const texts = textsOf(random, compiled, { organ, year, items: given.items, fees })
  const wrong = wrongReports.find((each) => each.organ === organ.code && each.year === year)
  const people = {
    writer: holderOf(given.staff, 'informationOfficer'),
    head: holderOf(given.staff, 'officeHead'),
    publisher: holderOf(given.staff, 'publisher'),
    supervisor: holderOf(given.above, 'supervisor'),
  }
  if (wrong) {
    const right = wayOf({ compiled, fees, hashOf })
    write(right, texts, submitted, people.writer)
    const source = `${compiled.organ.name}${reportTitle(year)}.docx`
    const report = wrong.alter(right.goesOut())
    way.take('handIn', { report, source }, submitted, people.supervisor)
  } else {
    write(way, texts, submitted, people.writer)
    way.take('submit', {}, submitted, people.head)
  }
  way.take('accept', wrong ? { note: takenAsItIs } : {}, accepted, people.supervisor)
  way.take('publish', {}, `${on}T06:40:00.000Z`, people.publisher)
  const { found } = wrong ?? {}
  const correctedOn = calendar.plusWorkdays(on, 20).on
  if (found && correctedOn < given.span.today) correct(way, texts, { ...people, found, on: correctedOn })
  const report = way.stands().versions.at(-1)?.report ?? compiled
  return { organ, year, report, fees, facts: way.facts }
}

function write(way: Way, texts: ReturnType<typeof textsOf>, at: string, by: string): void {
  for (const [section, text] of Object.entries(texts)) way.take('writeText', { section, text }, at, by)
}

interface Correcting extends Record<'writer' | 'head' | 'publisher' | 'supervisor', string> {
  readonly found: NonNullable<WrongReport['found']>
  readonly on: Day
}

/** Found when the county merged: compiled anew from the ledger, reviewed and published again with the reason. */
function correct(way: Way, texts: ReturnType<typeof textsOf>, { on, found, ...people }: Correcting): void {
  write(way, texts, `${on}T01:10:00.000Z`, people.writer)
  way.take('submit', {}, `${on}T02:10:00.000Z`, people.head)
  way.take('accept', {}, `${on}T03:10:00.000Z`, people.supervisor)
  way.take('publish', { correction: found }, `${on}T06:10:00.000Z`, people.publisher)
}
