import { type Kysely, sql } from 'kysely'
import type { Report } from '#law/report-forms/report.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organByCode, organById, organsById } from '#platform/organs/tree.ts'
import { type Day, dayInShanghai } from '#time/day.ts'

/** Reads what was published: the reports that the public may see, and nothing of a draft. */

type Db = Kysely<Database>

/** A published report as lists name it. */
export interface PublishedEntry {
  organId: string
  organCode: string
  organName: string
  year: number
  publishedAt: string
  /** Path on the portal. */
  address: string
}

export interface PublishedReport extends PublishedEntry {
  report: Report
  version: number
}

interface Row {
  organ_id: string
  year: number
  published_at: string
}

const addressOf = (code: string, year: number): string => `/reports/${code}/${year}`

async function named(db: Db, rows: readonly Row[], today: Day): Promise<PublishedEntry[]> {
  const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today)
  const place = new Map(organs.map((organ, index) => [organ.organId, { organ, index }]))
  return rows
    .flatMap((row) => {
      const found = place.get(row.organ_id)
      return found ? [{ row, ...found }] : []
    })
    .sort((a, b) => b.row.year - a.row.year || a.index - b.index)
    .map(({ row, organ }) => entryOf(row, organ))
}

const entryOf = (row: Row, organ: Organ): PublishedEntry => ({
  organId: organ.organId,
  organCode: organ.code,
  organName: organ.name,
  year: row.year,
  publishedAt: row.published_at,
  address: addressOf(organ.code, row.year),
})

/** The years for which any report is published, newest first. */
export async function reportYears(db: Db): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT year FROM report_row WHERE published_at IS NOT NULL AND report IS NOT NULL
    ORDER BY year DESC`.execute(db)
  return rows.map((row) => row.year)
}

/** The reports published for a year, in the order of the organ tree. */
export async function reportsOfYear(db: Db, year: number, today: Day): Promise<PublishedEntry[]> {
  const { rows } = await sql<Row>`
    SELECT organ_id, year, published_at FROM report_row
    WHERE year = ${year} AND published_at IS NOT NULL AND report IS NOT NULL LIMIT 2000`.execute(db)
  return named(db, rows, today)
}

/** The reports that an organ published, newest year first. */
export async function reportsOfOrgan(db: Db, organId: string, today: Day): Promise<PublishedEntry[]> {
  const { rows } = await sql<Row>`
    SELECT organ_id, year, published_at FROM report_row
    WHERE organ_id = ${organId} AND published_at IS NOT NULL AND report IS NOT NULL`.execute(db)
  return named(db, rows, today)
}

/** The report of an organ on a year, under the name it bore when it was published; undefined where there is none. */
export async function reportAt(
  db: Db,
  organCode: string,
  year: number,
  today: Day,
): Promise<PublishedReport | undefined> {
  const organ = await organByCode(db, organCode, today)
  if (!organ) return undefined
  const { rows } = await sql<Row & { report: Report; version: number }>`
    SELECT organ_id, year, published_at, report, version FROM report_row
    WHERE organ_id = ${organ.organId} AND year = ${year}
      AND published_at IS NOT NULL AND report IS NOT NULL`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const then = await organById(db, organ.organId, dayInShanghai(row.published_at))
  return { ...entryOf(row, then ?? organ), report: row.report, version: row.version }
}

/** The reports published for a year with what stands in them, in the order of the organ tree. */
export async function wholeReportsOfYear(
  db: Db,
  year: number,
  today: Day,
): Promise<(PublishedEntry & { report: Report })[]> {
  const { rows } = await sql<Row & { report: Report }>`
    SELECT organ_id, year, published_at, report FROM report_row
    WHERE year = ${year} AND published_at IS NOT NULL AND report IS NOT NULL LIMIT 2000`.execute(db)
  const reports = new Map(rows.map((row) => [row.organ_id, row.report]))
  return (await named(db, rows, today)).flatMap((entry) => {
    const report = reports.get(entry.organId)
    return report ? [{ ...entry, report }] : []
  })
}
