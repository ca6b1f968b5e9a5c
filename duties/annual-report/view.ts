import { isOutcomeCode, outcomes } from '#duties/requests/rules/outcomes.ts'
import { rowsOf } from '#duties/requests/store.ts'
import type { CellId } from '#law/report-forms/form.ts'
import { formForYear, nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Compiled, compileReport } from './compile-store.ts'
import type { CellCases, ReportView, ReportYears } from './contract.ts'
import { check, findingsOf } from './rules/checks.ts'
import { isReportStatus, reportStatuses } from './rules/status.ts'

const firstYear = 2019

/** The organ and its compiled report; undefined where there is no such organ or no form for the year. */
async function compiledFor(
  platform: Platform,
  organId: string,
  year: number,
  cutOff: string,
): Promise<{ name: string; compiled: Compiled } | undefined> {
  const organ = await organById(platform.db, organId, platform.today())
  if (!organ || !formForYear(year) || year > Number(platform.today().slice(0, 4))) return undefined
  const compiled = await compileReport(platform.db, {
    organ: { id: organId, name: organ.name },
    year,
    cutOff,
  })
  return { name: organ.name, compiled }
}

const statusRow = (platform: Platform, organId: string, year: number) =>
  platform.db
    .selectFrom('report_row')
    .select(['status', 'version'])
    .where('organ_id', '=', organId)
    .where('year', '=', year)
    .executeTakeFirst()

/** Last year's published report of the same organ, to compare with. */
async function publishedBefore(
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

/** The years an organ can report on, newest first, with where each report stands. The running year is a preview. */
export async function reportYears(platform: Platform, organId: string): Promise<ReportYears> {
  const rows = await platform.db
    .selectFrom('report_row')
    .select(['year', 'status', 'version', 'published_at'])
    .where('organ_id', '=', organId)
    .execute()
  const thisYear = Number(platform.today().slice(0, 4))
  const first = Math.min(thisYear - 1, ...rows.map((row) => row.year))
  const years = Array.from({ length: thisYear - Math.max(first, firstYear) + 1 }, (_, i) => thisYear - i)
  return {
    years: years.map((year) => {
      const row = rows.find((each) => each.year === year)
      const status = row && isReportStatus(row.status) ? row.status : 'notBegun'
      return {
        year,
        form: formForYear(year)?.id ?? '',
        status,
        statusLabel: year === thisYear && !row ? '全年预览' : reportStatuses[status],
        version: row?.version ?? 0,
        publishedAt: row?.published_at ?? null,
      }
    }),
  }
}

/** The report as its figures stand at the cut-off, with where each comes from and what is wrong with it. */
export async function reportView(
  platform: Platform,
  organId: string,
  year: number,
  cutOff: string,
): Promise<ReportView | undefined> {
  const found = await compiledFor(platform, organId, year, cutOff)
  if (!found) return undefined
  const { compiled } = found
  const [row, lastYear] = await Promise.all([
    statusRow(platform, organId, year),
    publishedBefore(platform, organId, year),
  ])
  const status = row && isReportStatus(row.status) ? row.status : 'notBegun'
  const findings = findingsOf(check({ report: compiled.report, ...(lastYear ? { lastYear } : {}) }))
  return {
    organId,
    organName: found.name,
    year,
    form: compiled.form.id,
    status,
    statusLabel: reportStatuses[status],
    cutOff,
    hash: compiled.hash,
    cells: Object.fromEntries(
      Object.entries(compiled.report.cells).map(([id, cell]) => [
        id,
        { cell: { ...cell }, source: sourceOf(compiled, id), count: compiled.counted.get(id)?.length ?? 0 },
      ]),
    ),
    findings: findings.map((finding) => ({
      check: finding.check,
      name: finding.name,
      severity: finding.severity,
      result: finding.verdict,
      cells: [...finding.cells],
      sentence: finding.sentence,
    })),
  }
}

function sourceOf(compiled: Compiled, id: CellId): 'cases' | 'entries' | 'none' {
  if (placeOf(id, compiled.form.id)?.table.id !== 'proactive') return 'cases'
  return compiled.counted.has(id) ? 'entries' : 'none'
}

/** What one cell counted: the cases, or the monthly entries. Undefined where the form has no such cell. */
export async function cellCases(
  platform: Platform,
  organId: string,
  year: number,
  cellId: CellId,
  cutOff: string,
): Promise<CellCases | undefined> {
  const found = await compiledFor(platform, organId, year, cutOff)
  const place = found && placeOf(cellId, found.compiled.form.id)
  if (!found || !place) return undefined
  const ids = found.compiled.counted.get(cellId) ?? []
  const isEntry = place.table.id === 'proactive'
  const rows = isEntry || ids.length === 0 ? [] : await rowsOf(platform.db, organId, ids)
  const entries = isEntry && ids.length > 0 ? await entriesOf(platform, organId, year, cellId, ids) : []
  return {
    cellId,
    name: nameOfCell(cellId, found.compiled.form.id),
    counts: place.row.counts,
    cases: rows.map((row) => ({
      caseId: row.case_id,
      duty: 'requests',
      number: row.number,
      title: row.title,
      receivedOn: row.received_on,
      repliedOn: row.replied_on,
      outcomeLabel: row.outcome && isOutcomeCode(row.outcome) ? outcomes[row.outcome].name : null,
    })),
    entries,
  }
}

async function entriesOf(
  platform: Platform,
  organId: string,
  year: number,
  cell: CellId,
  ids: readonly string[],
): Promise<CellCases['entries']> {
  const rows = await platform.db
    .selectFrom('figure_entry')
    .select(['entry_id', 'month', 'amount', 'source'])
    .where('organ_id', '=', organId)
    .where('year', '=', year)
    .where('cell', '=', cell)
    .where('entry_id', 'in', [...ids])
    .orderBy('month')
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id,
    month: row.month,
    amount: row.amount,
    source: row.source,
  }))
}
