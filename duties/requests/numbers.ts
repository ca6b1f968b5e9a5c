import type { CaseKind } from './rules/facts.ts'

/** The series of number_series that numbers of cases and of letters are taken from, without gaps per organ and year. */
export const caseSeries = (kind: CaseKind): string => `case:${kind}`
export const letterSeries = 'letter'

const signOf: Record<CaseKind, string> = {
  request: '公申',
  rectification: '更申',
  complaint: '投诉',
  enterprise: '公企',
}

/** The public number of a case: 民政局公申〔2026〕12号. */
export const caseNumberOf = (shortName: string, kind: CaseKind, year: number, n: number): string =>
  `${shortName}${signOf[kind]}〔${year}〕${n}号`

/** The number of a letter: 民政局公开〔2026〕40号. */
export const letterNumberOf = (shortName: string, year: number, n: number): string =>
  `${shortName}公开〔${year}〕${n}号`

/** Cases of earlier years that the register gave no number, in a series of their own. */
export const importedSeries = 'imported'
export const importedNumberOf = (shortName: string, year: number, n: number): string =>
  `${shortName}补录〔${year}〕${n}号`
