import type { CellId } from '#law/report-forms/form.ts'
import { formForYear } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { descendantsOf, organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { BelowView, MergedView } from './contract.ts'
import { reportRowsOf } from './report-store.ts'
import { check, findingsOf } from './rules/checks.ts'
import { merge, type Part } from './rules/merge.ts'
import { isReportStatus, type ReportStatus, reportStatuses } from './rules/status.ts'
import { publishedBefore } from './working.ts'

/** A report may be merged once it was found right. */
const mergeable: readonly ReportStatus[] = ['accepted', 'published', 'corrected']

interface Below {
  organId: string
  name: string
  kind: string
  status: ReportStatus
  version: number
  report: Report | null
  updatedAt: string | null
}

// The organs whose reports a government adds up: departments, towns and streets, not villages.
async function reportingBelow(platform: Platform, organId: string, year: number): Promise<Below[]> {
  const organs = (await descendantsOf(platform.db, organId, 'region', platform.today())).filter(
    (organ) => organ.kind !== 'village' && organ.organId !== organId,
  )
  const rows = await reportRowsOf(
    platform.db,
    organs.map((organ) => organ.organId),
    year,
  )
  const byOrgan = new Map(rows.map((row) => [row.organ_id, row]))
  return organs.map((organ) => {
    const row = byOrgan.get(organ.organId)
    return {
      organId: organ.organId,
      name: organ.name,
      kind: organ.kind,
      status: row && isReportStatus(row.status) ? row.status : 'notBegun',
      version: row?.version ?? 0,
      report: (row?.report as Report | null | undefined) ?? null,
      updatedAt: row?.updated_at ?? null,
    }
  })
}

/** Where the reports below a supervising organ stand, those still awaited first. */
export async function reportsBelow(platform: Platform, organId: string, year: number): Promise<BelowView> {
  const below = await reportingBelow(platform, organId, year)
  const rank = (status: ReportStatus) => Object.keys(reportStatuses).indexOf(status)
  return {
    year,
    organs: below
      .toSorted((a, b) => rank(a.status) - rank(b.status))
      .map(({ report, ...rest }) => ({
        ...rest,
        statusLabel: reportStatuses[rest.status],
        findings: report ? findingsOf(check({ report })).length : 0,
      })),
    waitingFor: below.filter(({ status }) => !mergeable.includes(status)).length,
  }
}

/**
 * The report of the whole area: the organ's own and those below, merged cell by cell. What is not yet accepted is
 * left out and named. Undefined where there is no form for the year.
 */
export async function mergedReport(
  platform: Platform,
  organId: string,
  year: number,
): Promise<MergedView | undefined> {
  const form = formForYear(year)
  const organ = await organById(platform.db, organId, platform.today())
  if (!form || !organ) return undefined
  const [below, [own], lastYear] = await Promise.all([
    reportingBelow(platform, organId, year),
    reportRowsOf(platform.db, [organId], year),
    publishedBefore(platform, organId, year),
  ])
  const parts = [
    ...(own?.report ? [{ organId, report: own.report as Report }] : []),
    ...below.flatMap(({ organId: id, report, status }): Part[] =>
      report && mergeable.includes(status) && report.form === form.id ? [{ organId: id, report }] : [],
    ),
  ]
  const names = new Map([[organId, organ.name], ...below.map((each) => [each.organId, each.name] as const)])
  const merged = merge(form, { id: organId, name: organ.name }, year, parts)
  const included = new Set(parts.map((part) => part.organId))
  const outcomes = check({
    report: merged.report,
    parts: parts.map((part) => ({ organ: names.get(part.organId) ?? '', report: part.report })),
    ...(lastYear ? { lastYear } : {}),
  })
  return {
    organId,
    organName: organ.name,
    year,
    form: form.id,
    cells: Object.fromEntries(Object.entries(merged.report.cells).map(([id, cell]) => [id, { ...cell }])),
    from: Object.fromEntries(
      [...merged.from].map(([id, list]: [CellId, readonly { organId: string; value: number }[]]) => [
        id,
        list.map((each) => ({ ...each, name: names.get(each.organId) ?? '' })),
      ]),
    ),
    missing: below
      .filter((each) => !included.has(each.organId))
      .map(({ organId: id, name, status }) => ({
        organId: id,
        name,
        statusLabel: reportStatuses[status],
      })),
    findings: findingsOf(outcomes).map((finding) => ({
      check: finding.check,
      name: finding.name,
      severity: finding.severity,
      result: finding.verdict,
      fingerprint: finding.fingerprint,
      cells: [...finding.cells],
      sentence: finding.sentence,
    })),
  }
}
