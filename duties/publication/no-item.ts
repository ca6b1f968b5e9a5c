import { sql } from 'kysely'
import { trouble, wordings } from '#platform/http/problem.ts'
import { organByCode } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { indexNumbersOf } from './rules/index-number.ts'

/** Throws what an address without an item is answered with: 410 and the public note where it was taken down, else 404. */
export async function refuseAddress(
  { db, today }: Platform,
  organCode: string,
  slug: string,
): Promise<never> {
  const organ = await organByCode(db, organCode, today())
  if (!organ) throw trouble('notFound')
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM item_row WHERE organ_id = ${organ.organId} AND status = 'withdrawn'
      AND index_number = ANY(${[...indexNumbersOf(slug, organ.creditCode)]})`.execute(db)
  const [withdrawn] = rows
  if (!withdrawn) throw trouble('notFound')
  throw withdrawn.note === ''
    ? trouble('gone')
    : trouble('gone', { detail: `${withdrawn.note}${wordings.gone.detail}` })
}
