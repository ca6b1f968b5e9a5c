import { cellsOf, formForYear } from '#law/report-forms/forms.ts'
import type { RowKey } from '../rules/outcome.ts'
import { outcomes, outcomesFor } from '../rules/outcomes.ts'

const form = formForYear(2025)

/** The rows of table three that outcomes of a request stand in. */
export const allRows: readonly RowKey[] = [
  ...new Set(outcomesFor('request').flatMap((code) => outcomes[code].row ?? [])),
]

/** What the report form calls a row of table three. */
export function labelsOfRow(row: RowKey): string[] {
  const place = form && cellsOf(form).find(({ row: { key } }) => key === `requests.${row}`)
  return place ? [place.row.label] : []
}
