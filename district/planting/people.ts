import { hashPassword } from 'better-auth/crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { noAddress } from '#platform/identity/accounts.ts'
import { knownFrom } from '../changes.ts'
import type { Officer, Staff } from '../staff.ts'
import { insertMany } from './insert.ts'

/** The one password of all accounts of the demonstration. */
export const demonstrationPassword = 'qingxi-yanshi-2026'

/** Writes the people of the organs and the roles they hold; those of the demonstration may sign in. */
export async function plantPeople(
  tx: Transaction<Database>,
  staff: readonly Staff[],
  now: Date,
): Promise<void> {
  const officers = staff.flatMap((each) => each.officers)
  const setAt = now.toISOString()
  await insertMany(
    tx,
    'person',
    officers.map((officer) => personOf(officer, setAt)),
  )
  await insertMany(
    tx,
    'role_holding',
    staff.flatMap(({ organ, officers: held }) =>
      held.flatMap(({ personId, roles }) =>
        roles.map((role) => ({
          organ_id: organ.organId,
          person_id: personId,
          role,
          from_on: knownFrom,
          until_on: organ.endedOn ?? null,
          covers_for: null,
          granted_by: null,
        })),
      ),
    ),
  )
  await plantAccounts(
    tx,
    officers.filter(({ demonstrates }) => demonstrates),
  )
}

const personOf = ({ personId, username, name, demonstrates }: Officer, setAt: string) => ({
  person_id: personId,
  username,
  display_username: username,
  name,
  email: `${username}${noAddress}`,
  password_set_at: demonstrates ? setAt : null,
})

async function plantAccounts(tx: Transaction<Database>, officers: readonly Officer[]): Promise<void> {
  if (officers.length === 0) return
  const password = await hashPassword(demonstrationPassword)
  await insertMany(
    tx,
    'person_account',
    officers.map(({ personId }) => ({
      account_row_id: personId,
      person_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password,
    })),
  )
}
