import { type Day, plusDays } from '#time/day.ts'
import { isOver, type Validity } from './vocabulary.ts'

/** What a clean-up of a normative document comes to. */
export const cleanupResults = {
  keeps: '继续有效',
  toAmend: '拟修改',
  repealed: '废止',
  expired: '宣布失效',
} as const

export type CleanupResult = keyof typeof cleanupResults

/** How the document is marked after the clean-up; undefined where it stays as it is. */
export const validityAfter: Readonly<Record<CleanupResult, Validity | undefined>> = {
  keeps: undefined,
  toAmend: undefined,
  repealed: 'repealed',
  expired: 'expired',
}

/** The clean-up result in Chinese; empty for none. */
export const cleanupLabel = (result: string): string =>
  Object.hasOwn(cleanupResults, result) ? cleanupResults[result as CleanupResult] : ''

/**
 * Whether a document holds on a day: it has expired once the last day of its period is over. That is never written
 * down; what was marked by hand goes first.
 */
export const validityOn = (validity: string, expiresOn: string | null, on: string): string =>
  expiresOn !== null && expiresOn < on && (validity === 'inForce' || validity === 'amended')
    ? 'expired'
    : validity

/** The day on which a document comes up for clean-up: so many years after it was made, or after the last one. */
export function cleanupDueOn(since: string, years: number): string {
  const [year = '', month = '', date = ''] = since.split('-')
  return `${Number(year) + years}-${month}-${month === '02' && date === '29' ? '28' : date}`
}

/** A document of the register with the days that decide what a year counts. */
export interface Registered {
  readonly formedOn: string
  readonly expiresOn: string | null
  /** When it was marked as repealed or expired; null where that was before our records. */
  readonly endedOn: string | null
  readonly validity: string
}

// The first day on which the document no longer holds; undefined while it holds without end.
function goneFrom({ expiresOn, endedOn, validity }: Registered): string | undefined {
  const lapsed = expiresOn === null ? undefined : plusDays(expiresOn as Day, 1)
  const ended = endedOn ?? (isOver(validity) ? '0000-00-00' : undefined)
  return lapsed === undefined || (ended !== undefined && ended < lapsed) ? ended : lapsed
}

/** 制发件数、废止件数、现行有效件数 of a year: in which of them a document counts (国办公开办函〔2021〕30号 表二). */
export function countsIn(
  document: Registered,
  year: number,
): { made: boolean; repealed: boolean; valid: boolean } {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const gone = goneFrom(document)
  const { formedOn } = document
  return {
    made: formedOn >= first && formedOn <= last,
    repealed: gone !== undefined && gone >= first && gone <= last,
    valid: formedOn <= last && (gone === undefined || gone > last),
  }
}
