import type { ComponentChildren } from 'preact'
import type { Organ } from '#platform/organs/contract.ts'
import { type Filled, Select } from '#platform/pages/form.tsx'

interface ListFiltersProps {
  action: string
  filled: Filled
  organLabel: string
  organs: readonly Organ[]
  yearLabel: string
  years: readonly number[]
  /** What else the list is narrowed by. */
  children: ComponentChildren
}

/** What a list of the portal is narrowed by: whose, which year, and what is its own. */
export function ListFilters(props: ListFiltersProps) {
  const { action, filled, organLabel, organs, yearLabel, years, children } = props
  return (
    <form class="filters wide-filters" method="get" action={action} aria-label="筛选">
      <Select
        name="organ"
        label={organLabel}
        empty="全部机关"
        filled={filled}
        choices={organs.map((organ) => ({ value: organ.code, label: organ.name }))}
      />
      {children}
      <Select
        name="year"
        label={yearLabel}
        empty="全部年份"
        filled={filled}
        choices={years.map((year) => ({ value: String(year), label: `${year}年` }))}
      />
      <button type="submit">筛选</button>
    </form>
  )
}
