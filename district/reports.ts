import { type CountedEntry, compile } from '#duties/annual-report/rules/compile.ts'
import { countRemedy } from '#duties/remedies/rules/counts.ts'
import { countCase } from '#duties/requests/rules/counts.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { placeOf } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { type Day, day, yearOf } from '#time/day.ts'
import type { FigureEntry } from './figures.ts'
import { uuidOn } from './identifiers.ts'
import type { Item, Span } from './items.ts'
import { answersRequests, existsOn, nameOn, type Organ } from './organ.ts'
import type { Random } from './random.ts'
import type { Remedy } from './remedies.ts'
import { textsOf } from './reports/texts.ts'
import type { ToldCase } from './requests.ts'
import { wrongReports } from './wrong-on-purpose.ts'

/** A report as it was published. */
export interface PublishedReport {
  readonly organ: Organ
  readonly year: number
  /** The id of its chain in the ledger. */
  readonly caseId: string
  readonly report: Report
  readonly publishedAt: string
}

export interface ReportsGiven {
  readonly span: Span
  readonly items: readonly Item[]
  readonly cases: readonly ToldCase[]
  readonly remedies: readonly Remedy[]
  readonly figures: readonly FigureEntry[]
}

/** The reports of an organ on the years that are over, each compiled from what stood in the ledger when it was published. */
export function reportsOf(seed: Random, organ: Organ, given: ReportsGiven): PublishedReport[] {
  if (!answersRequests(organ)) return []
  const random = seed.branch(`reports/${organ.code}`)
  const { from, today } = given.span
  const years = Array.from({ length: yearOf(today) - yearOf(from) }, (_, i) => yearOf(from) + i)
  return years
    .filter((year) => existsOn(organ, day(`${year}-12-31`)) && publishedOn(organ, year, given.span) < today)
    .map((year) => reportOn(random.branch(String(year)), organ, year, given))
}

/** Before 31 January; the government's before 31 March (第四十九条). */
function publishedOn(organ: Organ, year: number, { calendar }: Span): Day {
  const latest = organ.kind === 'government' ? day(`${year + 1}-03-27`) : day(`${year + 1}-01-27`)
  return calendar.isWorkday(latest) ? latest : calendar.plusWorkdays(latest, -1).on
}

function reportOn(random: Random, organ: Organ, year: number, given: ReportsGiven): PublishedReport {
  const publishedAt = `${publishedOn(organ, year, given.span)}T0${random.whole(1, 8)}:${random.whole(10, 59)}:00.000Z`
  const name = nameOn(organ, day(`${year}-12-31`))
  const { report } = compile({
    form: form2021,
    organ: { id: organ.organId, name },
    year,
    requests: countedIn(given.cases, year, publishedAt),
    remedies: given.remedies.flatMap((remedy) => {
      const count = countRemedy(remedy.facts, year, publishedAt)
      return count ? [{ caseId: remedy.caseId, row: count.kind, column: count.column }] : []
    }),
    entries: given.figures.filter((entry) => entry.year === year).map(countedEntry),
  })
  const whole = {
    ...report,
    texts: textsOf(random, report, { organ, year, items: given.items, cases: given.cases }),
  }
  const wrong = wrongReports.find((each) => each.organ === organ.code && each.year === year)
  const caseId = uuidOn(random, day(`${year}-12-31`))
  return { organ, year, caseId, report: wrong ? wrong.alter(whole) : whole, publishedAt }
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
