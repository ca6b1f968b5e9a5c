import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { dayInShanghai } from '#time/day.ts'
import { countsIn } from '../rules/register.ts'

/** The documents that each figure of a year counts, by their ids. */
export interface RegisterCounts {
  readonly made: readonly string[]
  readonly repealed: readonly string[]
  readonly valid: readonly string[]
}

export interface RegisterAsk {
  organId: string
  year: number
  /** ISO instant: what was released or marked later is not counted. */
  cutOff: string
}

/** 制发、废止、现行有效 of a year out of the register of an organ; undefined where it has registered nothing. */
export async function registerCounts(
  db: Kysely<Database>,
  { organId, year, cutOff }: RegisterAsk,
): Promise<RegisterCounts | undefined> {
  const rows = await db
    .selectFrom('item_row')
    .select(['item_id', 'formed_on', 'expires_on', 'ended_on', 'validity'])
    .where('organ_id', '=', organId)
    .where('kind', '=', 'normative')
    .where('status', '=', 'published')
    .where('published_at', '<=', cutOff)
    .where(sql<boolean>`register_number <> ''`)
    .orderBy('formed_on')
    .orderBy('item_id')
    .execute()
  if (rows.length === 0) return undefined
  const known = dayInShanghai(cutOff)
  const counted = rows.map((row) => {
    const later = row.ended_on !== null && row.ended_on > known
    const marks = later
      ? { endedOn: null, validity: 'inForce' }
      : { endedOn: row.ended_on, validity: row.validity }
    const document = { formedOn: row.formed_on, expiresOn: row.expires_on, ...marks }
    return { itemId: row.item_id, ...countsIn(document, year) }
  })
  const ids = (which: 'made' | 'repealed' | 'valid') =>
    counted.flatMap((each) => (each[which] ? [each.itemId] : []))
  return { made: ids('made'), repealed: ids('repealed'), valid: ids('valid') }
}

/** The documents behind a figure, as its list shows them. */
export async function registeredDocuments(
  db: Kysely<Database>,
  organId: string,
  itemIds: readonly string[],
): Promise<{ itemId: string; title: string; number: string; validity: string }[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .selectFrom('item_row')
    .select(['item_id', 'title', 'document_number', 'register_number', 'validity'])
    .where('organ_id', '=', organId)
    .where('item_id', 'in', [...itemIds])
    .orderBy('formed_on')
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    title: row.title,
    number: [row.register_number, row.document_number].filter(Boolean).join(' · '),
    validity: row.validity,
  }))
}
