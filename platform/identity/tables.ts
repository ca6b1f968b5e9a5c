import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<string, string | Date | undefined, string | Date>
type MaybeInstant = ColumnType<string | null, string | Date | null | undefined, string | Date | null>

/** People and what they hold: see migrations/0001-ground.sql. Days are text, instants ISO strings. */
export interface PersonRow {
  person_id: string
  username: string
  display_username: string | null
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  two_factor_enabled: Generated<boolean>
  active: Generated<boolean>
  failed_sign_ins: Generated<number>
  locked_until: MaybeInstant
  /** NULL while the password is one that an administrator handed out. */
  password_set_at: MaybeInstant
  created_at: Instant
  updated_at: Instant
}

export interface PersonSessionRow {
  session_id: string
  person_id: string
  token: string
  expires_at: ColumnType<string, string | Date, string | Date>
  ip_address: string | null
  user_agent: string | null
  created_at: Instant
  updated_at: Instant
}

export interface PersonAccountRow {
  account_row_id: string
  person_id: string
  account_id: string
  provider_id: string
  password: string | null
  created_at: Instant
  updated_at: Instant
}

/** Codes of an authenticator accepted of late: see migrations/0024-request-wishes.sql. */
export interface PersonCodeUsedRow {
  person_id: string
  code_hash: string
  used_at: string
}

export interface RoleHoldingRow {
  organ_id: string
  person_id: string
  role: string
  from_on: string
  /** Exclusive; NULL means still held. */
  until_on: string | null
  /** Absence cover: acts for this person. */
  covers_for: string | null
  granted_by: string | null
}

export interface AuditEntryRow {
  organ_id: string
  entry_id: string
  at: Instant
  person_id: string | null
  action: string
  subject: Generated<string>
}

declare module '#platform/database/schema.ts' {
  interface Database {
    person_code_used: PersonCodeUsedRow
    person: PersonRow
    person_session: PersonSessionRow
    person_account: PersonAccountRow
    role_holding: RoleHoldingRow
    audit_entry: AuditEntryRow
  }
}
