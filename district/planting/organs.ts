import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { rebuildClosure } from '#platform/organs/closure.ts'
import { lastName, type Organ } from '../organ.ts'
import { insertMany } from './insert.ts'

/** Writes the organs with their names, parents, successors and contacts, and the pairs of the tree. */
export async function plantOrgans(tx: Transaction<Database>, organs: readonly Organ[]): Promise<void> {
  await insertMany(
    tx,
    'organ',
    organs.map((organ) => ({
      organ_id: organ.organId,
      code: organ.code,
      credit_code: organ.creditCode,
      kind: organ.kind,
      level: organ.level,
      region_code: organ.regionCode,
      sort: organ.sort,
    })),
  )
  await insertMany(tx, 'organ_name', organs.flatMap(namesOf))
  await insertMany(tx, 'organ_parent', organs.flatMap(parentsOf))
  await insertMany(tx, 'organ_succession', organs.flatMap(successionOf))
  await insertMany(tx, 'organ_contact', organs.map(contactOf))
  await rebuildClosure(tx)
}

const namesOf = ({ organId, names }: Organ) =>
  names.map(({ fromOn, untilOn, name, shortName, basis }) => ({
    organ_id: organId,
    from_on: fromOn,
    until_on: untilOn ?? null,
    name,
    short_name: shortName,
    basis,
  }))

const parentsOf = ({ organId, parents }: Organ) =>
  parents.map(({ axis, fromOn, untilOn, parentId }) => ({
    organ_id: organId,
    axis,
    from_on: fromOn,
    until_on: untilOn ?? null,
    parent_id: parentId,
  }))

const successionOf = ({ organId, succession }: Organ) =>
  succession
    ? [
        {
          organ_id: organId,
          successor_id: succession.successorId,
          on_day: succession.onDay,
          how: succession.how,
          basis: succession.basis,
        },
      ]
    : []

const contactOf = ({ organId, contact }: Organ) => {
  const { reconsiderationOrgan: reconsideration_organ, ...rest } = contact
  return { organ_id: organId, ...rest, reconsideration_organ }
}

/** What the foot of every page says, for the government that holds the portal. */
export const siteSetting = (organ: Organ) => ({
  idCode: `${organ.regionCode}0001`,
  host: `${lastName(organ)}办公室`,
  telephone: organ.contact.telephone,
  icp: `泽ICP备${organ.regionCode}01号`,
  police: `泽公网安备${organ.regionCode}02000001号`,
})
