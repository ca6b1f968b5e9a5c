import type { TextId } from '#law/report-forms/form.ts'
import { formForYear } from '#law/report-forms/forms.ts'
import type { Cell, Report } from '#law/report-forms/report.ts'

/** What of a report that was read makes it a report again. */
export interface Reported {
  readonly organName: string | null
  readonly year: number | null
  readonly form: string
  readonly cells: Readonly<Record<string, unknown>>
  readonly texts: Readonly<Record<string, string>>
}

const formOf = (form: string, year: number): Report['form'] =>
  form === '2019' || form === '2021' || form === 'mixed' ? form : (formForYear(year)?.id ?? '2021')

/** A report that was read, for the checks and for setting it out. Where no year was read it is set out in the form of 2021. */
export function reportOfRead({ organName, year, form, cells, texts }: Reported): Report {
  return {
    organ: { name: organName ?? '（名称不明）' },
    year: year ?? 0,
    form: formOf(form, year ?? 0),
    cells: cells as Readonly<Record<string, Cell>>,
    texts: texts as Readonly<Partial<Record<TextId, string>>>,
  }
}
