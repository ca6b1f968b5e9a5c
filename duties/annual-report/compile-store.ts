import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { releasedDecisions } from '#duties/publication/lists/counts.ts'
import { registerCounts } from '#duties/publication/register/counts.ts'
import { listKinds } from '#duties/publication/rules/decision-list.ts'
import { countedRemedies } from '#duties/remedies/store.ts'
import { countedCases } from '#duties/requests/counted-cases.ts'
import { rowIn } from '#duties/requests/rules/counts.ts'
import { settingsOf } from '#duties/requests/settings-store.ts'
import type { Form } from '#law/report-forms/form.ts'
import { formForYear, placeOf } from '#law/report-forms/forms.ts'
import type { Report, ReportOrgan } from '#law/report-forms/report.ts'
import type { Database } from '#platform/database/schema.ts'
import { canonicalJson } from '#platform/ledger/chain.ts'
import {
  type Compilation,
  type CountedDecisions,
  type CountedDocuments,
  type CountedEntry,
  type CountedRequests,
  compile,
} from './rules/compile.ts'

type Db = Kysely<Database>

export interface CompileAsk {
  organ: ReportOrgan & { id: string }
  year: number
  /** ISO instant: what was recorded later is not counted. */
  cutOff: string
}

export interface Compiled extends Compilation {
  form: Form
  /** Over form, organ, year and cells: the same facts and cut-off give the same word tomorrow. */
  hash: string
}

/** The annual report of an organ and year, every cell computed from what was recorded up to the cut-off. */
export async function compileReport(db: Db, ask: CompileAsk): Promise<Compiled> {
  const form = formForYear(ask.year)
  if (!form) throw new RangeError(`no form for ${ask.year}`)
  const [requests, remedies, entries, documents, decisions] = await Promise.all([
    countedRequests(db, form, ask),
    countedRemedies(db, ask.organ.id, ask.year, ask.cutOff),
    countedEntries(db, form, ask),
    countedDocuments(db, form, ask),
    countedDecisions(db, form, ask),
  ])
  const compilation = compile({
    form,
    organ: ask.organ,
    year: ask.year,
    requests,
    remedies: remedies.map(({ caseId, kind, column }) => ({ caseId, row: kind, column })),
    entries,
    documents,
    decisions,
  })
  return { ...compilation, form, hash: hashOfReport(form.id, ask.organ.id, compilation.report) }
}

/** One word for a report: the same form, organ, year and cells give the same. */
export const hashOfReport = (form: string, organId: string, { year, cells }: Report): string =>
  createHash('sha256')
    .update(canonicalJson([form, organId, year, cells]))
    .digest('hex')

async function countedRequests(db: Db, form: Form, ask: CompileAsk): Promise<CountedRequests[]> {
  const settings = await settingsOf(db, ask.organ.id)
  const { year, cutOff } = ask
  const counted = await countedCases(db, { organId: ask.organ.id, year, cutOff, settings })
  return counted.map(({ caseIds, column, carriedIn, carriedOut, row, ...count }) => ({
    caseIds,
    column,
    received: count.new,
    carriedIn,
    row: row && rowIn(form.id, row),
    carriedOut,
  }))
}

async function countedDocuments(
  db: Db,
  form: Form,
  { organ, year, cutOff }: CompileAsk,
): Promise<CountedDocuments[]> {
  const counts = await registerCounts(db, { organId: organ.id, year, cutOff })
  return Object.entries(counts ?? {}).flatMap(([column, itemIds]) => {
    const cell = `proactive.normative.${column}`
    return placeOf(cell, form.id) ? [{ cell, itemIds }] : []
  })
}

async function countedDecisions(
  db: Db,
  form: Form,
  { organ, year, cutOff }: CompileAsk,
): Promise<CountedDecisions[]> {
  const released = await releasedDecisions(db, { organId: organ.id, year, cutOff })
  return released.flatMap(({ kind, month, decisions: value, itemIds }) => {
    const { cell } = listKinds[kind]
    return placeOf(cell, form.id) ? [{ cell, month, value, itemIds }] : []
  })
}

async function countedEntries(
  db: Db,
  form: Form,
  { organ, year, cutOff }: CompileAsk,
): Promise<CountedEntry[]> {
  const rows = await db
    .selectFrom('figure_entry')
    .select(['entry_id', 'cell', 'month', 'amount'])
    .where('organ_id', '=', organ.id)
    .where('year', '=', year)
    .where('recorded_at', '<=', cutOff)
    .where((or) => or.or([or('withdrawn_at', 'is', null), or('withdrawn_at', '>', cutOff)]))
    .orderBy('entry_id')
    .execute()
  return rows.flatMap((row) => {
    const place = placeOf(row.cell, form.id)
    if (!place) return []
    const value = wholeOf(row.amount, place.column.unit)
    return [{ entryId: row.entry_id, cell: row.cell, month: row.month, value }]
  })
}

/** 万元 with four decimals as whole 分; a count as it is. Reads the digits, not a float. */
export function wholeOf(amount: string, unit: string): number {
  if (unit !== 'money') return Number(amount)
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  return Number(`${sign}${whole}${fraction.padEnd(6, '0').slice(0, 6)}`)
}
