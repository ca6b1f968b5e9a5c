import type { Report } from '#law/report-forms/report.ts'
import { check, type Finding, findingsOf } from './checks.ts'

/**
 * What the evaluator says of a report while it is being typed in: what the change breaks, and the fingerprints of what
 * it mends. `saved` is the report as it was judged; what stands beside it (last year's, the ledger) stays as judged.
 */
export function findingsAsTyped(
  saved: Report,
  typed: Report,
): { broken: readonly Finding[]; mended: ReadonlySet<string> } {
  const [before, after] = [saved, typed].map((report) => findingsOf(check({ report })))
  const fingerprints = (findings: readonly Finding[] = []) =>
    new Set(findings.map((each) => each.fingerprint))
  const [was, is] = [fingerprints(before), fingerprints(after)]
  return {
    broken: (after ?? []).filter(({ fingerprint }) => !was.has(fingerprint)),
    mended: was.difference(is),
  }
}
