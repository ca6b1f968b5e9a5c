import { type CountedEntry, compile } from '#duties/annual-report/rules/compile.ts'
import type { RecordedReportFact, ReportFact } from '#duties/annual-report/rules/facts.ts'
import { countRemedy } from '#duties/remedies/rules/counts.ts'
import { countCase } from '#duties/requests/rules/counts.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { placeOf } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { type Day, day, yearOf } from '#time/day.ts'
import type { FigureEntry } from './figures.ts'
import type { Item, Span } from './items.ts'
import { answersRequests, existsOn, nameOn, type Organ } from './organ.ts'
import type { Random } from './random.ts'
import type { Remedy } from './remedies.ts'
import { textsOf } from './reports/texts.ts'
import type { ToldCase } from './requests.ts'
import { holderOf, type Staff } from './staff.ts'
import { wrongReports } from './wrong-on-purpose.ts'

/** A report with its way to publication. */
export interface PublishedReport {
  readonly organ: Organ
  readonly year: number
  readonly report: Report
  readonly facts: readonly RecordedReportFact[]
}

export interface ReportsGiven {
  readonly span: Span
  readonly items: readonly Item[]
  readonly cases: readonly ToldCase[]
  readonly remedies: readonly Remedy[]
  readonly figures: readonly FigureEntry[]
  readonly staff: Staff
  /** Over the report, as the ledger knows it (compile-store.ts). */
  readonly hashOf: (report: Report) => string
}

/** The reports of an organ on the years that are over, each compiled from what stood in the ledger when it was published. */
export function reportsOf(seed: Random, organ: Organ, given: ReportsGiven): PublishedReport[] {
  if (!answersRequests(organ)) return []
  const random = seed.branch(`reports/${organ.code}`)
  const { from, today } = given.span
  const years = Array.from({ length: yearOf(today) - yearOf(from) }, (_, i) => yearOf(from) + i)
  return years
    .filter((year) => existsOn(organ, day(`${year}-12-31`)) && publishedOn(organ, year, given.span) < today)
    .map((year) => reportOn(random, organ, year, given))
}

/** Before 31 January; the government's before 31 March (第四十九条). */
function publishedOn(organ: Organ, year: number, { calendar }: Span): Day {
  const latest = organ.kind === 'government' ? day(`${year + 1}-03-27`) : day(`${year + 1}-01-27`)
  return calendar.isWorkday(latest) ? latest : calendar.plusWorkdays(latest, -1).on
}

function reportOn(random: Random, organ: Organ, year: number, given: ReportsGiven): PublishedReport {
  const { calendar } = given.span
  const ofYear = random.branch(String(year))
  const on = publishedOn(organ, year, given.span)
  const submittedOn = calendar.plusWorkdays(on, -ofYear.whole(5, 9)).on
  const submittedAt = `${submittedOn}T0${ofYear.whole(1, 8)}:${ofYear.whole(10, 59)}:00.000Z`
  const name = nameOn(organ, day(`${year}-12-31`))
  const { report } = compile({
    form: form2021,
    organ: { id: organ.organId, name },
    year,
    requests: countedIn(given.cases, year, submittedAt),
    remedies: given.remedies.flatMap((remedy) => {
      const count = countRemedy(remedy.facts, year, submittedAt)
      return count ? [{ caseId: remedy.caseId, row: count.kind, column: count.column }] : []
    }),
    entries: given.figures.filter((entry) => entry.year === year).map(countedEntry),
  })
  const texts = textsOf(random, report, { organ, year, items: given.items, cases: given.cases })
  const right = { ...report, texts }
  const wrong = wrongReports.find((each) => each.organ === organ.code && each.year === year)
  const published = wrong ? wrong.alter(right) : right
  const at = {
    submitted: submittedAt,
    accepted: `${calendar.plusWorkdays(on, -2).on}T03:20:00.000Z`,
    published: `${on}T06:40:00.000Z`,
  }
  return { organ, year, report: published, facts: wayOf(published, given, at) }
}

type Moments = Readonly<Record<'submitted' | 'accepted' | 'published', string>>

/** Written, handed in, accepted and published. The wrong ones went the same way, before anything was checked. */
function wayOf(report: Report, { staff, hashOf }: ReportsGiven, at: Moments): RecordedReportFact[] {
  const hash = hashOf(report)
  const [writer, head, publisher] = [
    holderOf(staff, 'informationOfficer'),
    holderOf(staff, 'officeHead'),
    holderOf(staff, 'publisher'),
  ]
  const written = (['overview', 'problems', 'other'] as const).flatMap((section): ReportFact[] => {
    const text = report.texts[section]
    return text === undefined ? [] : [{ type: 'textWritten', section, text }]
  })
  const steps: readonly (readonly [ReportFact, string, string])[] = [
    [{ type: 'begun', form: '2021' }, at.submitted, writer],
    ...written.map((fact) => [fact, at.submitted, writer] as const),
    [{ type: 'submitted', cutOff: at.submitted, hash, report }, at.submitted, head],
    [{ type: 'accepted', note: '' }, at.accepted, 'system'],
    [{ type: 'published', version: 1, hash, report }, at.published, publisher],
  ]
  return steps.map(([fact, recordedAt, recordedBy], i) => ({
    seq: i + 1,
    happenedOn: day(recordedAt.slice(0, 10)),
    recordedAt,
    recordedBy,
    fact,
  }))
}

const countedIn = (cases: readonly ToldCase[], year: number, cutOff: string) =>
  cases.flatMap(({ caseId, telling }) => {
    const count = countCase(telling.facts, year, cutOff)
    if (!count) return []
    const { column, carriedIn, carriedOut, row } = count
    return [{ caseId, column, received: count.new, carriedIn, carriedOut, row }]
  })

function countedEntry({ entryId, cell, amount }: FigureEntry): CountedEntry {
  const isMoney = placeOf(cell, '2021')?.column.unit === 'money'
  return { entryId, cell, value: isMoney ? Number(amount.replace('.', '')) * 100 : Number(amount) }
}
