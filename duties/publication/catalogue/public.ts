import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'

/** A field of which a catalogue is published. */
export interface PublishedField {
  organ: Organ
  field: string
  label: string
  version: number
  entries: number
  publishedAt: string
}

/** The newest published version of every field, by organ. */
export async function publishedFields(db: Kysely<Database>, today: Day): Promise<PublishedField[]> {
  const { rows } = await sql<{
    organ_id: string
    field: string
    label: string
    version: number
    entries: number
    published_at: string
  }>`
    select distinct on (organ_id, field) organ_id, field, label, version, entries, published_at
    from standard_catalogue where published_at is not null
    order by organ_id, field, version desc limit 2000`.execute(db)
  const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today)
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  return rows.flatMap(({ organ_id, published_at: publishedAt, field, label, version, entries }) => {
    const organ = byId.get(organ_id)
    return organ ? [{ organ, field, label, version, entries, publishedAt }] : []
  })
}
