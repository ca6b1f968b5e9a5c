import { registeredDocuments } from '#duties/publication/register/counts.ts'
import { validityLabel } from '#duties/publication/rules/vocabulary.ts'
import { isResultCode, results } from '#duties/remedies/rules/results.ts'
import { remedyRowsOf } from '#duties/remedies/store.ts'
import { isOutcomeCode, outcomes } from '#duties/requests/rules/outcomes.ts'
import { rowsOf } from '#duties/requests/store.ts'
import { citeInChinese } from '#law/citation.ts'
import type { CellId, TableId, TextId } from '#law/report-forms/form.ts'
import { formForYear, nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { Role } from '#law/roles.ts'
import type { Platform } from '#platform/platform.ts'
import type { CellCases, ReportView, ReportYears } from './contract.ts'
import { reportDays } from './notice.ts'
import { boundFigures, strayFigures } from './rules/bound-text.ts'
import { barsReport } from './rules/decide.ts'
import { likenessToLastYear } from './rules/likeness.ts'
import { sayReportRefusal } from './rules/refusals.ts'
import { isReportStatus, reportStatuses } from './rules/status.ts'
import { reportStepNames, reportStepOf } from './rules/steps.ts'
import { type Standing, standingReport } from './standing.ts'
import { type Working, workingReport } from './working.ts'

const firstYear = 2019

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

/**
 * The report with where each figure comes from and what is wrong with it: as it stands for everybody, or as compiled
 * up to a cut-off where one is given.
 */
export async function reportView(
  platform: Platform,
  organId: string,
  year: number,
  { cutOff, roles }: { cutOff?: string; roles: readonly Role[] },
): Promise<ReportView | undefined> {
  const working: Standing | undefined =
    cutOff === undefined
      ? await standingReport(platform, organId, year, roles)
      : await workingReport(platform, organId, year, { cutOff, roles }).then(
          (found) => found && { ...found, changed: [] },
        )
  if (!working) return undefined
  return { ...viewOf(working), days: await reportDays(platform, organId, year) }
}

function viewOf(working: Standing): Omit<ReportView, 'days'> {
  const { c, report, lastYear } = working
  return {
    organId: working.organId,
    organName: working.organName,
    year: working.year,
    form: working.form,
    status: c.status,
    statusLabel: reportStatuses[c.status],
    version: c.versions.at(-1)?.version ?? 0,
    isMerged: report.merges !== undefined,
    isGovernment: working.isGovernment,
    cutOff: working.cutOff,
    hash: working.hash,
    seq: c.seq,
    cells: Object.fromEntries(
      Object.entries(report.cells).map(([id, cell]) => [
        id,
        { cell: { ...cell }, ...provenance(working, id) },
      ]),
    ),
    findings: working.findings.map((finding) => ({
      check: finding.check,
      name: finding.name,
      severity: finding.severity,
      result: finding.verdict,
      fingerprint: finding.fingerprint,
      cells: [...finding.cells],
      sentence: finding.sentence,
    })),
    texts: textsOf(report),
    written: { ...c.texts },
    strays: straysOf(working),
    likeness: lastYear ? likenessToLastYear(report, lastYear).map((each) => ({ ...each })) : [],
    fees: working.fees,
    published: working.published.map((each) => ({ ...each })),
    changed: working.changed.map((each) => ({ ...each })),
    lastYearTexts: lastYear ? textsOf(lastYear) : {},
    explanations: c.explanations.map((each) => ({ ...each })),
    reminders: c.submitted ? [] : c.reminders.map((each) => ({ ...each })),
    returned: c.returned ? { reason: c.returned.reason, cells: c.returned.cells } : null,
    offers: offersOf(working),
  }
}

function straysOf({ c, report, fees, published, year }: Working): ReportView['strays'] {
  const bound = boundFigures(report, fees, published)
  return (Object.entries(c.texts) as [TextId, string][]).flatMap(([section, written]) =>
    strayFigures(section, written, bound, year).map(({ bindTo, ...stray }) => ({
      ...stray,
      bindTo: bindTo ?? null,
    })),
  )
}

const textsOf = ({ texts }: Report): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

const offersOf = (working: Working): ReportView['offers'] =>
  reportStepNames.flatMap((name) => {
    const step = reportStepOf(name)
    const refusal = barsReport(name, working)
    if (refusal?.code === 'roleWrong') return []
    return [
      {
        step: name,
        label: step.label,
        law: step.law,
        place: citeInChinese(step.cites),
        allowed: !refusal,
        refusal: refusal ? sayReportRefusal(refusal) : null,
      },
    ]
  })

function provenance({ compiled, c, form }: Working, id: CellId): Omit<ReportView['cells'][string], 'cell'> {
  const count = compiled.counted.get(id)?.length ?? 0
  if (placeOf(id, form)?.table.id !== 'proactive') return { source: 'cases', count }
  if (compiled.registered.has(id)) return { source: 'register', count }
  if (compiled.counted.has(id)) return { source: 'entries', count }
  const hand = c.figures.get(id)
  return hand ? { source: 'hand', count: 0, from: hand.source } : { source: 'none', count: 0 }
}

/** A cell of a great city holds more cases than anybody reads at once. */
const mostShown = 500

/** What one cell counted: the cases, or the monthly entries. Undefined where the form has no such cell. */
export async function cellCases(
  platform: Platform,
  organId: string,
  year: number,
  cellId: CellId,
  cutOff: string,
): Promise<CellCases | undefined> {
  const found = await workingReport(platform, organId, year, { cutOff, roles: [] })
  const place = found && placeOf(cellId, found.form)
  if (!found || !place) return undefined
  const ids = found.compiled.counted.get(cellId) ?? []
  const isEntry = place.table.id === 'proactive'
  const shown = ids.slice(0, mostShown)
  const cases = ids.length === 0 ? [] : await casesBehind(platform, organId, place.table.id, shown)
  const entries = isEntry && ids.length > 0 ? await entriesOf(platform, organId, year, cellId, ids) : []
  return {
    cellId,
    name: nameOfCell(cellId, found.form),
    counts: place.row.counts,
    total: ids.length,
    cases,
    entries,
  }
}

async function casesBehind(
  platform: Platform,
  organId: string,
  table: TableId,
  ids: readonly string[],
): Promise<CellCases['cases']> {
  if (table === 'remedies')
    return (await remedyRowsOf(platform.db, organId, ids)).map((row) => ({
      caseId: row.case_id,
      duty: 'remedies',
      number: row.number,
      title: row.number,
      receivedOn: row.begun_on,
      repliedOn: row.concluded_on,
      outcomeLabel: row.result && isResultCode(row.result) ? results[row.result].name : null,
    }))
  if (table === 'proactive')
    return (await registeredDocuments(platform.db, organId, ids)).map((document) => ({
      caseId: document.itemId,
      duty: 'publication',
      number: document.number,
      title: document.title,
      receivedOn: null,
      repliedOn: null,
      outcomeLabel: validityLabel(document.validity),
    }))
  if (table !== 'requests') return []
  return (await rowsOf(platform.db, organId, ids)).map((row) => ({
    caseId: row.case_id,
    duty: 'requests',
    number: row.number,
    title: row.title,
    receivedOn: row.received_on,
    repliedOn: row.replied_on,
    outcomeLabel: row.outcome && isOutcomeCode(row.outcome) ? outcomes[row.outcome].name : null,
  }))
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
