import type { Report } from '#law/report-forms/report.ts'
import type { Role } from '#law/roles.ts'
import type { Platform } from '#platform/platform.ts'
import { type Change, changesBetween } from './rules/changes.ts'
import { check, findingsToReview } from './rules/checks.ts'
import type { ReportCase } from './rules/lifecycle.ts'
import { type Working, workingReport } from './working.ts'

/** A report as it stands for everybody: what was handed in or published, else what is being compiled. */
export interface Standing extends Working {
  /** Cells that the ledger gives otherwise than what was handed in. */
  changed: readonly Change[]
}

// What was handed in stays as it was until it is returned or a correction is begun.
function handedIn(c: ReportCase): { at: string; hash: string; report: Report } | undefined {
  if (c.status === 'submitted' || c.status === 'accepted') return c.submitted
  return c.status === 'published' || c.status === 'corrected' ? c.versions.at(-1) : undefined
}

/** The report of an organ on a year as it stands, and what changed since; undefined where there is none. */
export async function standingReport(
  platform: Platform,
  organId: string,
  year: number,
  roles: readonly Role[],
): Promise<Standing | undefined> {
  const live = await workingReport(platform, organId, year, { cutOff: platform.now().toISOString(), roles })
  const kept = live && handedIn(live.c)
  if (!live || !kept) return live && { ...live, changed: [] }
  const cutOff = live.c.submitted?.at ?? kept.at
  const then = await workingReport(platform, organId, year, { cutOff, roles })
  const { report } = kept
  const input = { report, peers: live.peers, ...(live.lastYear ? { lastYear: live.lastYear } : {}) }
  return {
    ...live,
    compiled: then?.compiled ?? live.compiled,
    report,
    cutOff,
    hash: kept.hash,
    findings: findingsToReview(check(input)),
    // A merged report is held against its parts, not against the organ's own ledger.
    changed: report.merges ? [] : changesBetween(report, live.report),
  }
}
