import type { FormId } from '#law/report-forms/form.ts'
import { type Day, day } from '#time/day.ts'
import type { ApplicantCategory, Recorded } from './facts.ts'
import { mended } from './mended.ts'
import type { RowKey } from './outcome.ts'
import { type OutcomeCode, outcomes } from './outcomes.ts'
import { fold, type RequestCase } from './request.ts'
import { defaultSettings, type RequestSettings } from './settings.ts'

/** What one case adds to table three of a year. Exactly one of new and carriedIn, of row and carriedOut, or none of them. */
export interface CaseCount {
  readonly column: ApplicantCategory
  readonly new: boolean
  readonly carriedIn: boolean
  readonly carriedOut: boolean
  /** The one result row, where the case was finished in the year. */
  readonly row?: RowKey
}

/** Rows of table three that a case can stand in; the form of 2019 has one row for 其他处理. */
export const rowIn = (form: FormId, row: RowKey): RowKey | 'other_total' =>
  form === '2019' && row.startsWith('other_') ? 'other_total' : row

interface Result {
  readonly on: Day
  readonly code: OutcomeCode
}

/** The first reply counts; a new one that a remedy ordered shows in table four. */
const resultOf = (c: RequestCase, { resultOn }: RequestSettings): Result | undefined => {
  const [first] = c.earlier
  if (first)
    return { on: resultOn === 'served' ? first.service.on : first.decision.on, code: first.decision.countsAs }
  if (c.state === 'decided') {
    return resultOn === 'decided' ? { on: c.decision.on, code: c.decision.countsAs } : undefined
  }
  if (!('closing' in c)) return undefined
  const { closing } = c
  if (closing.how === 'replied') {
    return { on: resultOn === 'served' ? closing.on : closing.decision.on, code: closing.decision.countsAs }
  }
  return { on: closing.on, code: 'O3' }
}

/** A case handed over in the year it came counts at the other organ alone (our reading). */
const isCountedElsewhere = (c: RequestCase): boolean =>
  'closing' in c && c.closing.how === 'handedOver' && c.closing.on.slice(0, 4) === c.receivedOn?.slice(0, 4)

// What happened after the year is not of its report, even if recorded by then. Only a split reaches back: the parts
// count from the day of receipt, and the whole never.
const ofYear = (facts: readonly Recorded[], year: number): readonly Recorded[] => {
  const last = day(`${year}-12-31`)
  return facts.filter(
    ({ happenedOn, fact }) => fact.type !== 'amended' && (happenedOn <= last || fact.type === 'split'),
  )
}

/**
 * Which cells of table three of `year` the case fills, as far as was recorded up to `cutOff` (an ISO instant);
 * undefined where it fills none. One request is one case, counted new in the year of receipt (补正 does not count
 * again), finished in the year of the reply (`settings.resultOn`), else carried out. Only kind `request` is counted.
 */
export function countCase(
  facts: readonly Recorded[],
  year: number,
  cutOff: string,
  settings: RequestSettings = defaultSettings,
): CaseCount | undefined {
  const until = Date.parse(cutOff)
  const known = mended(facts.filter(({ recordedAt }) => Date.parse(recordedAt) <= until))
  const c = fold(ofYear(known, year))
  if (c?.intake.kind !== 'request' || isCountedElsewhere(c)) return undefined
  if ('closing' in c && c.closing.how === 'split') return undefined
  const receivedOn = 'receivedOn' in c ? c.receivedOn : undefined
  if (!receivedOn) return undefined
  const first = day(`${year}-01-01`)
  const result = resultOf(c, settings)
  if (result && result.on < first) return undefined
  const row = result ? outcomes[result.code].row : null
  const isNew = receivedOn >= first
  return {
    column: c.intake.category,
    new: isNew,
    carriedIn: !isNew,
    carriedOut: !row,
    ...(row ? { row } : {}),
  }
}
