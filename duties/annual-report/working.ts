import { feeFigures } from '#duties/requests/fee-figures.ts'
import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import { formForYear } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { Role } from '#law/roles.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Compiled, compileReport, hashOfReport } from './compile-store.ts'
import { noticeCounts } from './fees.ts'
import { peersOf } from './peers.ts'
import { publicationFigures } from './publication-figures.ts'
import { reportFacts } from './report-store.ts'
import { check, findingsOf } from './rules/checks.ts'
import { type ReportGround, withHand } from './rules/decide.ts'
import { foldReport } from './rules/lifecycle.ts'
import type { PublicationFigure } from './rules/publication-figures.ts'

/** A report as it stands now: what is computed, what was written by hand, and what is wrong with it. */
export interface Working extends ReportGround {
  organId: string
  organName: string
  /** Its report adds up those of the organs below. */
  isGovernment: boolean
  compiled: Compiled
  fees: FeeFigures
  /** How much was made public in the year. */
  published: readonly PublicationFigure[]
  lastYear?: Report
  /** Published reports of organs of its kind and level. */
  peers: readonly Report[]
}

/** Last year's published report of the same organ, to compare with. */
export async function publishedBefore(
  platform: Platform,
  organId: string,
  year: number,
): Promise<Report | undefined> {
  const row = await platform.db
    .selectFrom('report_row')
    .select('report')
    .where('organ_id', '=', organId)
    .where('year', '=', year - 1)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  return (row?.report as Report | null | undefined) ?? undefined
}

/** The report of an organ on a year as of the cut-off; undefined where there is no such organ, form or year yet. */
export async function workingReport(
  platform: Platform,
  organId: string,
  year: number,
  { cutOff, roles }: { cutOff: string; roles: readonly Role[] },
): Promise<Working | undefined> {
  const today = platform.today()
  const [organ, form] = [await organById(platform.db, organId, today), formForYear(year)]
  if (!organ || !form || year > Number(today.slice(0, 4))) return undefined
  const [compiled, facts, lastYear, fees, ledger, peers, published] = await Promise.all([
    compileReport(platform.db, { organ: { id: organId, name: organ.name }, year, cutOff }),
    reportFacts(platform.db, organId, year),
    publishedBefore(platform, organId, year),
    feeFigures(platform.db, { organIds: [organId], year, cutOff }),
    noticeCounts(platform.db, { organId, year, cutOff }),
    peersOf(platform.db, organ, year),
    publicationFigures(platform, [organId], year),
  ])
  const c = foldReport(facts)
  const report = withHand(compiled.report, c, fees, published)
  return {
    c,
    form: form.id,
    year,
    report,
    findings: findingsOf(check({ report, ledger, peers, ...(lastYear ? { lastYear } : {}) })),
    computed: new Set(compiled.counted.keys()),
    cutOff,
    hash: hashOfReport(form.id, organId, report),
    today,
    roles,
    organId,
    organName: organ.name,
    isGovernment: organ.kind === 'government',
    compiled,
    fees,
    published,
    peers,
    ...(lastYear ? { lastYear } : {}),
  }
}
