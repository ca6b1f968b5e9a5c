import type { Report } from '#law/report-forms/report.ts'
import { check, findingsOf } from '../rules/checks.ts'
import type { ReadingFinding } from './findings.ts'
import type { ReadResult } from './result.ts'

/** What two reports of one organ on consecutive years say against each other. */
export interface AcrossYears {
  readonly name: string
  readonly organ: string
  readonly year: number
  readonly findings: readonly ReadingFinding[]
}

/** The report of a result, its text left out: a batch keeps many of them. */
function reportOfResult({ organ, year, form, cells }: ReadResult): Report | undefined {
  if (organ === undefined || year === undefined || form === undefined || form === 'unknown' || !cells)
    return undefined
  return { organ: { name: organ.name }, year: year.year, form, cells, texts: {} }
}

/** Holds every report of a batch against the same organ's report on the year before, where that is in the batch. */
export function acrossYears(results: readonly ReadResult[]): readonly AcrossYears[] {
  const reports = results.flatMap((result) => {
    const report = reportOfResult(result)
    return report ? [{ name: result.source.name, report }] : []
  })
  const known = new Map(reports.map(({ report }) => [`${report.organ.name} ${report.year}`, report]))
  return reports.flatMap(({ name, report }) => {
    const lastYear = known.get(`${report.organ.name} ${report.year - 1}`)
    if (lastYear === undefined) return []
    const findings = findingsOf(check({ report, lastYear })).filter((finding) => finding.level === 'year')
    return findings.length === 0 ? [] : [{ name, organ: report.organ.name, year: report.year, findings }]
  })
}
