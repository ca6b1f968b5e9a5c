import { feeFigures } from '#duties/requests/fee-figures.ts'
import type { FormId } from '#law/report-forms/form.ts'
import { formById } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { Role } from '#law/roles.ts'
import type { Platform } from '#platform/platform.ts'
import { hashOfReport } from './compile-store.ts'
import type { BelowView, MergedView } from './contract.ts'
import { publicationFigures } from './publication-figures.ts'
import { factCounts, reportRowsOf } from './report-store.ts'
import { organsReporting } from './reporting-organs.ts'
import { boundFigures, renderText } from './rules/bound-text.ts'
import { check, type Finding, findingsOf, findingsToReview } from './rules/checks.ts'
import { barsReport, type ReportGround } from './rules/decide.ts'
import { type Merged, merge, type Part } from './rules/merge.ts'
import { severityLabels } from './rules/severity.ts'
import { isReportStatus, type ReportStatus, reportStatuses } from './rules/status.ts'
import { type Working, workingReport } from './working.ts'

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
  seq: number
  reminders: number
}

async function reportingBelow(platform: Platform, organId: string, year: number): Promise<Below[]> {
  const organs = await organsReporting(platform.db, organId, year, platform.today())
  const rows = await reportRowsOf(
    platform.db,
    organs.map((organ) => organ.organId),
    year,
  )
  const facts = await factCounts(
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
      ...(facts.get(organ.organId) ?? { seq: 0, reminders: 0 }),
    }
  })
}

async function reportsBefore(
  { db }: Platform,
  below: readonly Below[],
  year: number,
): Promise<ReadonlyMap<string, Report>> {
  const ids = below.map(({ organId }) => organId)
  const rows = await reportRowsOf(db, ids, year - 1)
  return new Map(
    rows.flatMap(({ organ_id, published_at, report }) =>
      published_at && report ? [[organ_id, report as Report] as const] : [],
    ),
  )
}

const gravest = Object.keys(severityLabels)

/** What the checks find, every rule once, the gravest first. */
function foundIn(report: Report, lastYear: Report | undefined): BelowView['organs'][number]['findings'] {
  const found = findingsToReview(check({ report, ...(lastYear ? { lastYear } : {}) }))
  const rules = new Map(found.map(({ check: id, name, severity }) => [id, { check: id, name, severity }]))
  return [...rules.values()].sort((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity))
}

/** Where the reports below a supervising organ stand, those still awaited first. */
export async function reportsBelow(platform: Platform, organId: string, year: number): Promise<BelowView> {
  const below = await reportingBelow(platform, organId, year)
  const before = await reportsBefore(platform, below, year)
  const rank = (status: ReportStatus) => Object.keys(reportStatuses).indexOf(status)
  return {
    year,
    organs: below
      .toSorted((a, b) => rank(a.status) - rank(b.status))
      .map(({ report, ...rest }) => ({
        ...rest,
        statusLabel: reportStatuses[rest.status],
        findings: report ? foundIn(report, before.get(rest.organId)) : [],
      })),
    waitingFor: below.filter(({ status }) => !mergeable.includes(status)).length,
  }
}

interface MergedWhole {
  organName: string
  form: FormId
  report: Report
  from: Merged['from']
  names: ReadonlyMap<string, string>
  missing: Below[]
  findings: readonly Finding[]
  /** Some organ below reports at all. */
  hasBelow: boolean
}

// A report that is itself merged stands for every organ it adds up: none of them is added a second time.
function withoutCovered(parts: readonly Part[]): Part[] {
  const covered = new Set(
    parts.flatMap(({ organId, report }) => (report.merges ?? []).filter((each) => each !== organId)),
  )
  return parts.filter(({ organId }) => !covered.has(organId))
}

async function mergedWhole(platform: Platform, own: Working): Promise<MergedWhole> {
  const { organId, year, lastYear } = own
  const form = formById(own.form)
  const below = await reportingBelow(platform, organId, year)
  const accepted = below.flatMap(({ organId: id, report, status }): Part[] =>
    report && mergeable.includes(status) && report.form === form.id ? [{ organId: id, report }] : [],
  )
  const parts = [{ organId, report: own.report }, ...withoutCovered(accepted)]
  const names = new Map([
    [organId, own.organName],
    ...below.map((each) => [each.organId, each.name] as const),
  ])
  const merged = merge(form, { id: organId, name: own.organName }, year, parts)
  const merges = [
    ...new Set([organId, ...accepted.flatMap(({ organId: id, report }) => [id, ...(report.merges ?? [])])]),
  ]
  const fees = await feeFigures(platform.db, { organIds: merges, year, cutOff: own.cutOff })
  const published = await publicationFigures(platform, merges, year)
  const bound = boundFigures(merged.report, fees, published)
  const written = Object.entries(own.c.texts).map(([section, words]) => [section, renderText(words, bound)])
  const report = {
    ...merged.report,
    texts: { ...own.report.texts, ...Object.fromEntries(written) },
    merges,
  }
  const findings = findingsOf(
    check({
      report,
      parts: parts.map((part) => ({ organ: names.get(part.organId) ?? '', report: part.report })),
      peers: own.peers,
      ...(lastYear ? { lastYear } : {}),
    }),
  )
  const included = new Set(merges)
  const missing = below.filter((each) => !included.has(each.organId))
  return {
    organName: own.organName,
    form: own.form,
    report,
    from: merged.from,
    names,
    missing,
    findings,
    hasBelow: below.length > 0,
  }
}

/** What a merged report is decided upon: its figures, its texts with the merged figures, its findings. */
export async function mergedGround(platform: Platform, own: Working): Promise<ReportGround> {
  const { report, findings, missing, hasBelow } = await mergedWhole(platform, own)
  const hash = hashOfReport(own.form, own.organId, report)
  const names = missing.map(({ name }) => name)
  return { ...own, report, findings, hash, ...(hasBelow ? { missing: names } : {}) }
}

/** The merged report itself, to be handed out as a file before it is published. */
export async function mergedDraft(
  platform: Platform,
  organId: string,
  year: number,
): Promise<Report | undefined> {
  const own = await workingReport(platform, organId, year, {
    cutOff: platform.now().toISOString(),
    roles: [],
  })
  return own && (await mergedWhole(platform, own)).report
}

/**
 * The report of the whole area: the organ's own and those below, merged cell by cell. What is not yet accepted is
 * left out and named. Undefined where there is no form for the year.
 */
export async function mergedReport(
  platform: Platform,
  organId: string,
  year: number,
  roles: readonly Role[] = [],
): Promise<MergedView | undefined> {
  const own = await workingReport(platform, organId, year, { cutOff: platform.now().toISOString(), roles })
  if (!own) return undefined
  const { report, from, names, missing, findings } = await mergedWhole(platform, own)
  return {
    organId,
    organName: own.organName,
    year,
    form: own.form,
    seq: own.c.seq,
    version: own.c.versions.at(-1)?.version ?? 0,
    mayPublish: !barsReport('publishMerged', own),
    mayExplain: !barsReport('explain', own),
    explanations: own.c.explanations.map((each) => ({ ...each })),
    texts: { ...report.texts },
    cells: Object.fromEntries(Object.entries(report.cells).map(([id, cell]) => [id, { ...cell }])),
    from: Object.fromEntries(
      [...from].map(([id, list]) => [
        id,
        list.map((each) => ({ ...each, name: names.get(each.organId) ?? '' })),
      ]),
    ),
    missing: missing.map(({ organId: id, name, status }) => ({
      organId: id,
      name,
      statusLabel: reportStatuses[status],
    })),
    findings: findings.map((finding) => ({
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
