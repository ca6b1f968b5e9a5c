import { type CountedEntry, compile } from '#duties/annual-report/rules/compile.ts'
import { countRemedy } from '#duties/remedies/rules/counts.ts'
import { countCase } from '#duties/requests/rules/counts.ts'
import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { placeOf } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { day, yearOf } from '#time/day.ts'
import type { FigureEntry } from '../figures.ts'
import { nameOn, type Organ } from '../organ.ts'
import type { Remedy } from '../remedies.ts'
import type { ToldCase } from '../requests.ts'

export interface Counted {
  readonly cases: readonly ToldCase[]
  readonly remedies: readonly Remedy[]
  readonly figures: readonly FigureEntry[]
}

/** The report of an organ on a year, counted from its own ledger up to an instant. */
export function compiledOn(organ: Organ, year: number, cutOff: string, counted: Counted): Report {
  const name = nameOn(organ, day(`${year}-12-31`))
  const { report } = compile({
    form: form2021,
    organ: { id: organ.organId, name },
    year,
    requests: counted.cases.flatMap(({ caseId, telling }) => {
      const count = countCase(telling.facts, year, cutOff)
      if (!count) return []
      const { column, carriedIn, carriedOut, row } = count
      return [{ caseId, column, received: count.new, carriedIn, carriedOut, row }]
    }),
    remedies: counted.remedies.flatMap((remedy) => {
      const count = countRemedy(remedy.facts, year, cutOff)
      return count ? [{ caseId: remedy.caseId, row: count.kind, column: count.column }] : []
    }),
    entries: counted.figures.filter((entry) => entry.year === year).map(countedEntry),
  })
  return report
}

function countedEntry({ entryId, cell, month, amount }: FigureEntry): CountedEntry {
  const isMoney = placeOf(cell, '2021')?.column.unit === 'money'
  return { entryId, cell, month, value: isMoney ? Number(amount.replace('.', '')) * 100 : Number(amount) }
}

/** The processing fees of a year: notices sent, and what was asked for and paid, in yuan. */
export function feesOf(cases: readonly ToldCase[], year: number): FeeFigures {
  const facts = cases
    .flatMap(({ telling }) => telling.facts)
    .filter(({ happenedOn }) => yearOf(happenedOn) === year)
  const noticed = facts.flatMap(({ fact }) => (fact.type === 'feeNoticed' ? [fact.yuan] : []))
  const collected = facts.reduce((sum, { fact }) => (fact.type === 'feePaid' ? sum + fact.yuan : sum), 0)
  return { notices: noticed.length, noticed: noticed.reduce((sum, yuan) => sum + yuan, 0), collected }
}
