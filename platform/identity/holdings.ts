import { type Kysely, sql } from 'kysely'
import { isRole, type Role } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import { type Day, plusDays } from '#time/day.ts'

type Db = Kysely<Database>

/** True where the person holds or held a role at the organ. */
export async function isKnownAt(db: Db, organId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('role_holding')
    .select('person_id')
    .where('organ_id', '=', organId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The organs where the person holds a role on that day or later. */
export async function organsHeld(db: Db, personId: string, today: Day): Promise<string[]> {
  const rows = await db
    .selectFrom('role_holding')
    .select('organ_id')
    .distinct()
    .where('person_id', '=', personId)
    .where((row) => row.or([row('until_on', 'is', null), row('until_on', '>', today)]))
    .execute()
  return rows.map((row) => row.organ_id)
}

export interface NewHolding {
  organId: string
  personId: string
  role: Role
  fromOn: Day
  /** The last day; null without end. */
  lastOn: Day | null
  coversFor?: string
  grantedBy: string | null
}

const untilAfter = (lastOn: Day | null): Day | null => (lastOn === null ? null : plusDays(lastOn, 1))

/** Gives a person a role at an organ; a role granted from the same day before is put right. */
export async function grantRole(db: Db, holding: NewHolding): Promise<void> {
  const { organId: organ_id, personId: person_id, role, fromOn: from_on, coversFor, grantedBy } = holding
  const rest = { until_on: untilAfter(holding.lastOn), covers_for: coversFor ?? null, granted_by: grantedBy }
  await db
    .insertInto('role_holding')
    .values({ organ_id, person_id, role, from_on, ...rest })
    .onConflict((on) => on.columns(['organ_id', 'person_id', 'role', 'from_on']).doUpdateSet(rest))
    .execute()
}

/** Ends a role of a person, today; a role that was to begin later never does. False where there was none. */
export async function endRole(
  db: Db,
  { organId, personId, role, today }: { organId: string; personId: string; role: Role; today: Day },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('role_holding')
    .set({ until_on: sql<string>`greatest(from_on, ${today}::date)` })
    .where('organ_id', '=', organId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('covers_for', 'is', null)
    .where((row) => row.or([row('until_on', 'is', null), row('until_on', '>', today)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export interface Cover {
  organId: string
  absentId: string
  standInId: string
  fromOn: Day
  lastOn: Day
  grantedBy: string | null
}

/** Lets one person act for another at an organ, in the roles that the stand-in does not hold. Gives those roles. */
export async function setCover(db: Db, cover: Cover): Promise<Role[]> {
  const { organId, absentId, standInId, fromOn, lastOn, grantedBy } = cover
  const held = async (personId: string) =>
    (
      await db
        .selectFrom('role_holding')
        .select('role')
        .distinct()
        .where('organ_id', '=', organId)
        .where('person_id', '=', personId)
        .where('covers_for', 'is', null)
        .where('from_on', '<=', lastOn)
        .where((row) => row.or([row('until_on', 'is', null), row('until_on', '>', lastOn)]))
        .execute()
    ).map(({ role }) => role)
  const own = await held(standInId)
  const roles = (await held(absentId)).filter(isRole).filter((role) => !own.includes(role))
  for (const role of roles) {
    await grantRole(db, {
      organId,
      personId: standInId,
      role,
      fromOn,
      lastOn,
      coversFor: absentId,
      grantedBy,
    })
  }
  return roles
}

/** Ends an absence cover, today. False where there was none. */
export async function endCover(
  db: Db,
  {
    organId,
    absentId,
    standInId,
    today,
  }: { organId: string; absentId: string; standInId: string; today: Day },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('role_holding')
    .set({ until_on: sql<string>`greatest(from_on, ${today}::date)` })
    .where('organ_id', '=', organId)
    .where('person_id', '=', standInId)
    .where('covers_for', '=', absentId)
    .where((row) => row.or([row('until_on', 'is', null), row('until_on', '>', today)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
