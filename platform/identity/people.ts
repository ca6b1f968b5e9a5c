import { type Kysely, sql } from 'kysely'
import { isRole } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import { type Day, day, plusDays } from '#time/day.ts'
import { noAddress } from './accounts.ts'
import type { Person } from './contract.ts'

interface PersonOfOrgan {
  person_id: string
  username: string
  name: string
  email: string
  active: boolean
  two_factor_enabled: boolean
  locked_until: string | null
  password_set_at: string | null
  roles: { role: string; from_on: string; until_on: string | null; covers_for: string | null }[]
}

function personFrom(row: PersonOfOrgan): Person {
  return {
    personId: row.person_id,
    username: row.username,
    name: row.name,
    email: row.email.endsWith(noAddress) ? null : row.email,
    active: row.active,
    twoFactor: row.two_factor_enabled,
    lockedUntil: row.locked_until,
    temporaryPassword: row.password_set_at === null,
    roles: row.roles.flatMap(({ role, from_on: fromOn, until_on, covers_for: coversFor }) =>
      isRole(role) ? [{ role, fromOn, lastOn: until_on && plusDays(day(until_on), -1), coversFor }] : [],
    ),
  }
}

/** Everyone who holds or held a role at an organ, with the roles that hold today or later. */
export async function peopleOf(db: Kysely<Database>, organId: string, today: Day): Promise<Person[]> {
  const { rows } = await sql<PersonOfOrgan>`
    select p.person_id, p.username, p.name, p.email, p.active, p.two_factor_enabled, p.locked_until, p.password_set_at,
      coalesce(json_agg(json_build_object('role', h.role, 'from_on', h.from_on, 'until_on', h.until_on,
        'covers_for', h.covers_for) order by h.from_on, h.role)
        filter (where h.until_on is null or h.until_on > ${today}), '[]') as roles
    from role_holding h join person p on p.person_id = h.person_id
    where h.organ_id = ${organId}
    group by p.person_id order by p.active desc, p.username`.execute(db)
  return rows.map(personFrom)
}
