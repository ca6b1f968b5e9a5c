import type { Kysely } from 'kysely'
import { roleNames } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import { portalOrganId } from '#platform/organs/portal.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'
import { type Actor, rolesAt } from './actor.ts'
import type { Me } from './contract.ts'
import type { Session } from './session.ts'

async function namesOf(db: Kysely<Database>, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

const coveredAt = (actor: Actor, organId: string): string[] => [
  ...new Set(
    actor.holdings.flatMap((holding) =>
      holding.organId === organId && holding.coversFor ? [holding.coversFor] : [],
    ),
  ),
]

/** Who is signed in, with the organs and roles held today, for the console. */
export async function meOf(db: Kysely<Database>, session: Session, today: Day): Promise<Me> {
  const { actor, csrf } = session
  const { personId, name, username, twoFactor, mustChangePassword } = actor
  const organs = await organsById(db, [...new Set(actor.holdings.map(({ organId }) => organId))], today)
  const portal = await portalOrganId(db)
  const names = await namesOf(
    db,
    organs.flatMap(({ organId }) => coveredAt(actor, organId)),
  )
  return {
    person: { personId, name, username, twoFactor, mustChangePassword },
    organs: organs.map((organ) => {
      const covered = coveredAt(actor, organ.organId).map((id) => names.get(id) ?? '')
      const held = rolesAt(actor, organ.organId)
      return {
        organId: organ.organId,
        name: organ.name,
        roles: roleNames.filter((role) => held.includes(role)),
        ...(covered.length > 0 && { coversFor: covered.join('、') }),
        ...(organ.organId === portal && { holdsPortal: true }),
      }
    }),
    csrf,
  }
}
