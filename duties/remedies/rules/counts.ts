import type { Recorded } from '#duties/requests/rules/facts.ts'
import { day } from '#time/day.ts'
import type { RemedyFact, RemedyKind } from './facts.ts'
import { foldRemedy } from './remedy.ts'
import { type RemedyColumn, results } from './results.ts'
import { defaultRemedySettings, type RemedySettings } from './settings.ts'

/** The one cell of table four that a case stands in. */
export interface RemedyCount {
  readonly kind: RemedyKind
  readonly column: RemedyColumn
}

/**
 * The cell of table four of `year` that the case fills, as far as was recorded up to `cutOff` (an ISO instant):
 * its result in the year of its conclusion, 尚未审结 in a year at whose end it is open (from memory of practice);
 * undefined where it fills none. A judgment taken further is open until the last one.
 */
export function countRemedy(
  facts: readonly Recorded<RemedyFact>[],
  year: number,
  cutOff: string,
  settings: RemedySettings = defaultRemedySettings,
): RemedyCount | undefined {
  const until = Date.parse(cutOff)
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const c = foldRemedy(
    facts.filter(({ recordedAt, happenedOn }) => Date.parse(recordedAt) <= until && happenedOn <= last),
  )
  if (!c) return undefined
  if (c.state === 'pending') return { kind: c.kind, column: 'pending' }
  const { on, result } = c.conclusion
  if (on < first) return undefined
  return { kind: c.kind, column: settings.columns[result] ?? results[result].column }
}
