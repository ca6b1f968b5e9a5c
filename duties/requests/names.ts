import { organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Recorded } from './rules/facts.ts'
import type { Names } from './rules/timeline.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Names of people by their ids; those that are not there are left out. */
export async function personNames(
  platform: Platform,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => uuid.test(id))
  if (wanted.length === 0) return new Map()
  const rows = await platform.db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('person_id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

/** The names that the facts of a case hold by id: people and organs. */
export async function namesIn(platform: Platform, facts: readonly Recorded[]): Promise<Names> {
  const people = facts.flatMap(({ recordedBy, fact }) => [
    recordedBy,
    ...(fact.type === 'assigned' ? [fact.to] : []),
    ...(fact.type === 'extended' ? [fact.approvedBy] : []),
  ])
  const organs = facts.flatMap(({ fact }) => (fact.type === 'handedOver' ? [fact.to] : []))
  const [personName, organName] = await Promise.all([
    personNames(platform, people),
    organsById(platform.db, organs, platform.today()).then(
      (all) => new Map(all.map((o) => [o.organId, o.name])),
    ),
  ])
  return {
    person: (id) => (id === 'applicant' ? '申请人' : (personName.get(id) ?? '系统')),
    organ: (id) => organName.get(id) ?? id,
  }
}
