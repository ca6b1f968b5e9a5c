import { cellsOf, formById } from '#law/report-forms/forms.ts'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { isOutcomeCode, outcomes } from '../rules/outcomes.ts'

type Choices = NonNullable<PlainField['choices']>

interface Option {
  value: string
  label: string
  disabled: boolean
}

const rows = new Map(
  cellsOf(formById('2021'))
    .filter((place) => place.table.id === 'requests')
    .map((place) => [place.row.key, place.row]),
)

const rowOf = (code: string) =>
  isOutcomeCode(code) && outcomes[code].row !== null ? rows.get(`requests.${outcomes[code].row}`) : undefined

/** The row of table three in which an outcome counts, with its heading; undefined outside the statistics. */
export function reportRowOf(code: string): string | undefined {
  const row = rowOf(code)
  if (row === undefined) return undefined
  const heading = row.under.length > 1 ? row.under.at(-1) : undefined
  return heading === undefined ? row.label : `${heading} › ${row.label}`
}

/** The outcomes under the headings of table three, in its order; what cannot be chosen says why. */
export function outcomeGroups(choices: Choices): { label: string; options: Option[] }[] {
  const groups = new Map<string, Option[]>()
  for (const choice of choices) {
    const row = rowOf(choice.value)
    const heading =
      row === undefined ? '不计入年度报告' : row.under.length > 1 ? (row.under.at(-1) ?? '') : row.label
    groups.set(heading, [...(groups.get(heading) ?? []), optionOf(choice)])
  }
  return [...groups].map(([label, options]) => ({ label, options }))
}

function optionOf(choice: Choices[number]): Option {
  const excluded = choice.excluded ?? ''
  return {
    value: choice.value,
    label: excluded === '' ? choice.label : `${choice.label}（${excluded}）`,
    disabled: excluded !== '',
  }
}
