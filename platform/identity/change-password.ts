import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { type FieldError, invalid } from '#platform/http/problem.ts'
import { auditAtOrgans } from './audit.ts'
import { passwordFault } from './passwords.ts'
import type { Session } from './session.ts'
import { endSessions } from './session.ts'
import { type Entrance, organsOf } from './sign-in.ts'

const wrongs = (faults: Record<string, string | null>): FieldError[] =>
  Object.entries(faults).flatMap(([field, message]) => (message === null ? [] : [{ field, message }]))

async function isCurrent(door: Entrance, personId: string, password: string): Promise<boolean> {
  const row = await door.db
    .selectFrom('person_account')
    .select('password')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ? verifyPassword({ hash: row.password, password }) : false
}

/** Sets a new password in place of the current one, and ends the person's other sessions. */
export async function changePassword(
  door: Entrance,
  session: Session,
  { current, wanted }: { current: string; wanted: string },
): Promise<void> {
  const { personId, username } = session.actor
  const fault =
    wanted === current
      ? '新密码不能与原密码相同。'
      : passwordFault(wanted, username, door.settings.passwordLength)
  const currentFault = (await isCurrent(door, personId, current)) ? null : '原密码不正确。'
  const errors = wrongs({ current: currentFault, wanted: fault })
  if (errors.length > 0) throw invalid(errors)
  const password = await hashPassword(wanted)
  const organs = await organsOf(door.db, personId)
  await door.db.transaction().execute(async (transaction) => {
    const now = door.now()
    await transaction
      .updateTable('person_account')
      .set({ password, updated_at: now })
      .where('person_id', '=', personId)
      .where('provider_id', '=', 'credential')
      .execute()
    await transaction
      .updateTable('person')
      .set({ password_set_at: now, updated_at: now })
      .where('person_id', '=', personId)
      .execute()
    await endSessions(transaction, personId, session.token)
    await auditAtOrgans(transaction, organs, { personId, action: 'passwordChanged' })
  })
}
