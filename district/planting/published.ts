import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { canonicalJson } from '#platform/ledger/chain.ts'
import { yearOf } from '#time/day.ts'
import type { FigureEntry } from '../figures.ts'
import type { Item } from '../items.ts'
import type { PublishedReport } from '../reports.ts'
import { insertMany } from './insert.ts'

/** Writes the items of the catalogue and how far their index numbers have run. */
export async function plantItems(tx: Transaction<Database>, items: readonly Item[]): Promise<void> {
  await insertMany(
    tx,
    'item_row',
    items.map((item) => ({
      organ_id: item.organId,
      item_id: item.itemId,
      seq: 0,
      index_number: item.indexNumber,
      kind: item.kind,
      catalogue_code: item.catalogue,
      title: item.title,
      document_number: item.documentNumber,
      summary: item.summary,
      body: item.body,
      formed_on: item.formedOn,
      published_at: item.publishedAt ?? null,
      validity: item.validity,
      interprets: item.interprets ?? null,
      status: item.status,
      updated_at: item.publishedAt ?? `${item.formedOn}T02:00:00.000Z`,
    })),
  )
  const last = Map.groupBy(items, ({ organId, formedOn }) => `${organId} ${yearOf(formedOn)}`)
  await insertMany(
    tx,
    'number_series',
    [...last].map(([key, each]) => {
      const [organ_id = '', year = ''] = key.split(' ')
      return { organ_id, series: 'item', year: Number(year), last: each.length }
    }),
  )
}

/** Writes the monthly figures of table two. */
export const plantFigures = (tx: Transaction<Database>, figures: readonly FigureEntry[]): Promise<void> =>
  insertMany(
    tx,
    'figure_entry',
    figures.map(({ organ, year, cell, entryId, month, amount, source, recordedAt, recordedBy }) => ({
      organ_id: organ.organId,
      year,
      cell,
      entry_id: entryId,
      month,
      amount,
      source,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
      withdrawn_at: null,
    })),
  )

/** Writes the annual reports as they were published. */
export const plantReports = (tx: Transaction<Database>, reports: readonly PublishedReport[]): Promise<void> =>
  insertMany(
    tx,
    'report_row',
    reports.map(({ organ, year, caseId, report, publishedAt }) => ({
      organ_id: organ.organId,
      year,
      case_id: caseId,
      form: Number(report.form),
      status: 'published',
      version: 1,
      report: report as unknown as string,
      hash: hashOf(report.form, organ.organId, year, report.cells),
      published_at: publishedAt,
      updated_at: publishedAt,
    })),
  )

const hashOf = (...parts: unknown[]): string =>
  createHash('sha256').update(canonicalJson(parts)).digest('hex')
