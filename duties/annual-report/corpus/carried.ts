import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { ReadResult } from '../reading/result.ts'
import { check, findingsOf } from '../rules/checks.ts'
import type { CarriedOverview } from './contract.ts'
import { reportOfRead } from './report-of.ts'
import './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** A report held against the one on the year before. */
export interface CarriedOver {
  readonly year: number
  readonly readId: string
  readonly agrees: boolean
  /** Nothing disagrees, but not everything could be held against the year before. */
  readonly isOpen: boolean
  readonly sentences: string[]
}

// Of several reports of one organ on one year the one read last stands for it.
export const lastOfYear = (db: Db, organId: string, organName: string) =>
  db
    .selectFrom('read_report')
    .distinctOn('year')
    .select(['year', 'read_id', 'form', 'result'])
    .where('organ_id', '=', organId)
    .where('organ_name', '=', organName)
    .where('year', '>', 0)
    .where('refused', 'is', null)
    .orderBy('year')
    .orderBy('read_at', 'desc')
    .limit(100)

export type YearRow = Awaited<ReturnType<ReturnType<typeof lastOfYear>['execute']>>[number]

function reportOfRow(organName: string, { year, form, result }: YearRow) {
  const { cells = {}, sections = [] } = result as ReadResult
  const texts = Object.fromEntries(sections.map(({ id, text = '' }) => [id, text]))
  return reportOfRead({ organName, year, form, cells, texts })
}

/** What the checks across years say of each report that has one of the year before beside it. */
export function carriedOver(organName: string, rows: readonly YearRow[]): readonly CarriedOver[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    if (before === undefined || before.year !== row.year - 1) return []
    const lastYear = reportOfRow(organName, before)
    const outcomes = check({ report: reportOfRow(organName, row), statements: [], lastYear })
    const ofYears = (verdict: 'fails' | 'cannotBeJudged') =>
      findingsOf(outcomes, verdict).filter((finding) => finding.level === 'year')
    const failed = ofYears('fails')
    const open = ofYears('cannotBeJudged')
    const sentences = [...failed, ...open].map((finding) => finding.sentence)
    const isOpen = failed.length === 0 && open.length > 0
    return [{ year: row.year, readId: row.read_id, agrees: failed.length === 0, isOpen, sentences }]
  })
}

/** Holds the report of a year against that of the year before, and the next against it, where they are there. */
export async function holdAgainstYears(
  tx: Transaction<Database>,
  organId: string,
  organName: string,
  year: number,
): Promise<void> {
  if (organName === '' || year === 0) return
  const rows = await lastOfYear(tx, organId, organName)
    .where('year', 'in', [year - 1, year, year + 1])
    .execute()
  const held = carriedOver(organName, rows)
  await tx
    .updateTable('read_report')
    .set({ carries: '', carried: '[]' })
    .where('organ_id', '=', organId)
    .where('organ_name', '=', organName)
    .where('year', 'in', [year, year + 1])
    .execute()
  for (const { readId, year: of, agrees, isOpen, sentences } of held)
    if (of >= year)
      await tx
        .updateTable('read_report')
        .set({
          carries: agrees ? (isOpen ? 'open' : 'agrees') : 'differs',
          carried: JSON.stringify(sentences),
        })
        .where('organ_id', '=', organId)
        .where('read_id', '=', readId)
        .execute()
}

const mostListed = 500

/** The consecutive reports of the whole corpus: how many carry over into one another, and those that do not. */
export async function carriedOverview(db: Db, organId: string): Promise<CarriedOverview> {
  const counted = await db
    .selectFrom('read_report')
    .select((eb) => ['carries', eb.fn.countAll<number>().as('reports')])
    .where('organ_id', '=', organId)
    .where('carries', '<>', '')
    .groupBy('carries')
    .execute()
  const differing = await db
    .selectFrom('read_report')
    .select(['read_id', 'organ_name', 'year', 'carried'])
    .where('organ_id', '=', organId)
    .where('carries', '=', 'differs')
    .orderBy('organ_name')
    .orderBy('year')
    .limit(mostListed)
    .execute()
  const count = (carries: string) => Number(counted.find((row) => row.carries === carries)?.reports ?? 0)
  return {
    agree: count('agrees'),
    differ: count('differs'),
    open: count('open'),
    differing: differing.map((row) => ({
      readId: row.read_id,
      organName: row.organ_name,
      year: row.year,
      sentences: row.carried as string[],
    })),
  }
}
