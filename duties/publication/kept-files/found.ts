import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { dayInShanghai } from '#time/day.ts'
import { duty } from '../item-store.ts'
import type { Finding } from '../rules/facts.ts'
import type { KeptFilesPage, KeptFilesQuery } from './contract.ts'
import { foundItems } from './queue.ts'

const perPage = 50

type Findings = ReadonlyMap<string, readonly Finding[]>

async function lastFindings(
  db: Kysely<Database>,
  organId: string,
  itemIds: readonly string[],
): Promise<Findings> {
  const { rows } = await sql<{ case_id: string; findings: Finding[] }>`
    select distinct on (case_id) case_id, body -> 'findings' as findings from fact
    where organ_id = ${organId} and duty = ${duty} and case_id = any(${[...itemIds]}::uuid[])
      and type = 'keptFilesChecked'
    order by case_id, seq desc`.execute(db)
  return new Map(rows.map((row) => [row.case_id, row.findings]))
}

const weightiestFirst = (findings: readonly Finding[]): KeptFilesPage['rows'][number]['findings'] =>
  findings
    .map(({ key, says, severity }) => ({ key, says, blocks: severity === 'blocks' }))
    .sort((one, other) => Number(other.blocks) - Number(one.blocks))

/** The items in whose old attachments something was found, each with what and where. */
export async function keptFilesFound(
  { db }: Platform,
  organId: string,
  query: KeptFilesQuery,
): Promise<KeptFilesPage> {
  const rows = await foundItems(db, organId, { ...query, limit: perPage + 1 })
  const shown = rows.slice(0, perPage)
  const findings = await lastFindings(
    db,
    organId,
    shown.map((row) => row.item_id),
  )
  return {
    rows: shown.map((row) => ({
      itemId: row.item_id,
      indexNumber: row.index_number,
      title: row.title,
      publishedOn: row.published_at === null ? null : dayInShanghai(row.published_at),
      findings: weightiestFirst(
        findings.get(row.item_id) ?? [{ key: '', code: '', severity: 'blocks', says: row.what }],
      ),
    })),
    next: rows.length > perPage ? (shown.at(-1)?.item_id ?? null) : null,
  }
}
