import { personNames } from '#duties/requests/names.ts'
import type { Report } from '#law/report-forms/report.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { VersionsView } from './contract.ts'
import { reportFacts } from './report-store.ts'
import { changesBetween } from './rules/changes.ts'
import { foldReport, type Version } from './rules/lifecycle.ts'
import { textChangesBetween } from './rules/text-changes.ts'

type Shown = VersionsView['versions'][number]

function shownOf(version: Version, before: Report | undefined, by: string): Shown {
  const { report } = version
  return {
    version: version.version,
    at: version.at,
    by,
    cutOff: version.cutOff,
    hash: version.hash,
    correction: version.correction ?? null,
    cells: before ? changesBetween(before, report).map((each) => ({ ...each })) : [],
    texts: before
      ? textChangesBetween(before, report).map(({ pieces, ...each }) => ({ ...each, pieces: [...pieces] }))
      : [],
  }
}

/**
 * Every published version of a report, newest first, with what it changed in the one before cell by cell and word by
 * word, who published it and why. Undefined where there is no such organ.
 */
export async function reportVersions(
  platform: Platform,
  organId: string,
  year: number,
): Promise<VersionsView | undefined> {
  const organ = await organById(platform.db, organId, platform.today())
  if (!organ) return undefined
  const { versions } = foldReport(await reportFacts(platform.db, organId, year))
  const names = await personNames(
    platform,
    versions.map(({ by }) => by),
  )
  const shown = versions.map((version, index) =>
    shownOf(version, versions[index - 1]?.report, names.get(version.by) ?? ''),
  )
  return { organId, organName: organ.name, year, versions: shown.toReversed() }
}
