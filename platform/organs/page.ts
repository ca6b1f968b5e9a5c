import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import { axisNames, type OrganPage } from './contract.ts'
import { ancestorsOf, contactOf, organById, organsById } from './tree.ts'

const namesOf = (db: Kysely<Database>, organId: string) =>
  db
    .selectFrom('organ_name')
    .select(['from_on', 'until_on', 'name', 'basis'])
    .where('organ_id', '=', organId)
    .orderBy('from_on')
    .execute()

const successions = (db: Kysely<Database>, organId: string) =>
  db
    .selectFrom('organ_succession')
    .select(['organ_id', 'successor_id'])
    .where((row) => row.or([row('organ_id', '=', organId), row('successor_id', '=', organId)]))
    .execute()

/** An organ with its contact, what stands above it, its names over time, and whom it follows; undefined where there is none. */
export async function organPage(
  db: Kysely<Database>,
  organId: string,
  onDay: Day,
): Promise<OrganPage | undefined> {
  const organ = await organById(db, organId, onDay)
  if (organ === undefined) return undefined
  const above = await Promise.all(
    axisNames.map(async (axis) =>
      (await ancestorsOf(db, organId, axis, onDay)).map((upper) => ({ axis, organ: upper })),
    ),
  )
  const rows = await successions(db, organId)
  const related = (end: 'organ_id' | 'successor_id') =>
    organsById(
      db,
      rows.map((row) => row[end]).filter((id) => id !== organId),
      onDay,
    )
  return {
    organ,
    contact: (await contactOf(db, organId)) ?? null,
    above: above.flat(),
    names: (await namesOf(db, organId)).map(({ from_on, until_on, name, basis }) => ({
      fromOn: from_on,
      untilOn: until_on,
      name,
      basis,
    })),
    successors: await related('successor_id'),
    predecessors: await related('organ_id'),
  }
}
