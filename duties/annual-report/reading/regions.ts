import type { TableId } from '#law/report-forms/form.ts'
import { bareIndex, type Page } from './find-labels.ts'
import { proactiveLabels, remedyColumns, remedyTitles, requestLabels } from './labels.ts'
import type { Heading } from './outline.ts'

export interface Region {
  readonly from: number
  readonly to: number
}

/** The first place at or after `from` and before `to` where one of the words stands; undefined where none does. */
function firstOf(page: Page, words: readonly string[], from: number, to: number): number | undefined {
  const start = bareIndex(page, from)
  const stop = bareIndex(page, to)
  let first: number | undefined
  for (const word of words) {
    const at = page.bare.text.indexOf(word, start)
    if (at >= 0 && at < stop && (first === undefined || at < first)) first = at
  }
  return first === undefined ? undefined : page.bare.at[first]
}

const requestAnchors = requestLabels
  .filter((label) => label.kind === 'heading' && label.number === '')
  .concat(
    requestLabels.filter((label) => label.kind === 'row' && label.words.every((word) => word.length > 6)),
  )
  .flatMap((label) => label.words)

const proactiveAnchors = proactiveLabels
  .filter((label) => label.kind === 'title' || label.kind === 'column' || label.key.endsWith('.head'))
  .flatMap((label) => label.words)

const remedyAnchors = [
  ...remedyTitles,
  ...remedyColumns.flatMap((column) => column.words.slice(0, 1)).filter((word) => word.length > 2),
]

const anchors = { proactive: proactiveAnchors, requests: requestAnchors, remedies: remedyAnchors } as const
const tableOrder: readonly TableId[] = ['proactive', 'requests', 'remedies']

/** The stretches of the three tables. A table no word of which stands in its stretch is not there. */
export function regionsOf(
  page: Page,
  headings: readonly Heading[],
): Readonly<Partial<Record<TableId, Region>>> {
  const end = page.shown.length
  const starts = tableOrder.map((table) => {
    const own = headings.find((heading) => heading.section === table)
    const later = headings.filter((heading) => heading.from > (own?.from ?? -1) && after(heading, table))
    return firstOf(page, anchors[table], own?.to ?? 0, later[0]?.from ?? end)
  })
  const regions: Partial<Record<TableId, Region>> = {}
  for (const [index, table] of tableOrder.entries()) {
    const from = starts[index]
    if (from === undefined) continue
    const nextHeading = headings.find((heading) => heading.from > from && after(heading, table))?.from
    const nextTable = starts.slice(index + 1).find((start) => start !== undefined && start > from)
    regions[table] = { from, to: Math.min(nextHeading ?? end, nextTable ?? end) }
  }
  return regions
}

const sectionOrder = ['overview', 'proactive', 'requests', 'remedies', 'problems', 'other'] as const
const after = (heading: Heading, table: TableId): boolean =>
  sectionOrder.indexOf(heading.section) > sectionOrder.indexOf(table)
