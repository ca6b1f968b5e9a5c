import { type Static, Type } from 'typebox'
import { roleNames } from '#law/roles.ts'
import { Id, Nullable } from '../http/contract.ts'

/** Shapes that cross the wire for people and sign-in. Days are 'YYYY-MM-DD', instants ISO 8601 in UTC. */

const Day = Type.String({ format: 'date' })

/** What a user name may be: 3 to 30 small letters, digits, dots, hyphens and underscores. */
export const usernamePattern = '^[a-z0-9][a-z0-9._-]{2,29}$'

const Password = Type.String({ minLength: 1, maxLength: 128 })
export const RoleSchema = Type.Enum([...roleNames])

export const HeldOrganSchema = Type.Object({
  organId: Id,
  name: Type.String(),
  roles: Type.Array(RoleSchema),
  /** Whom the person stands in for there. */
  coversFor: Type.Optional(Type.String()),
  /** The portal is this government's: its site and its search are set there. */
  holdsPortal: Type.Optional(Type.Boolean()),
})

export const MeSchema = Type.Object({
  person: Type.Object({
    personId: Id,
    name: Type.String(),
    username: Type.String(),
    twoFactor: Type.Boolean(),
    mustChangePassword: Type.Boolean(),
  }),
  organs: Type.Array(HeldOrganSchema),
  /** Sent back in the header x-csrf-token with every change. */
  csrf: Type.String(),
})
export type Me = Static<typeof MeSchema>

export const CredentialsSchema = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 60 }),
  password: Password,
})
export const SignInAnswer = Type.Union([Type.Object({ next: Type.Literal('totp') }), MeSchema])
export const CodeSchema = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
export const PasswordSchema = Type.Object({ password: Password })
export const PasswordChangeSchema = Type.Object({
  current: Password,
  wanted: Type.String({ minLength: 1, maxLength: 200 }),
})
export const EnrolmentSchema = Type.Object({
  uri: Type.String(),
  secret: Type.String(),
  backupCodes: Type.Array(Type.String()),
})

export const HeldRoleSchema = Type.Object({
  role: RoleSchema,
  fromOn: Day,
  /** The last day on which it is held; null without end. */
  lastOn: Nullable(Day),
  coversFor: Nullable(Id),
})

export const PersonSchema = Type.Object({
  personId: Id,
  username: Type.String(),
  name: Type.String(),
  email: Nullable(Type.String()),
  active: Type.Boolean(),
  twoFactor: Type.Boolean(),
  lockedUntil: Nullable(Type.String()),
  /** True until the person has replaced the password handed out. */
  temporaryPassword: Type.Boolean(),
  roles: Type.Array(HeldRoleSchema),
})
export type Person = Static<typeof PersonSchema>
export const PeopleAnswer = Type.Object({ people: Type.Array(PersonSchema) })

export const PersonParams = Type.Object({ organId: Id, personId: Id })
export const PersonRoleParams = Type.Object({ organId: Id, personId: Id, role: RoleSchema })

export const NewPersonSchema = Type.Object({
  username: Type.String({ pattern: usernamePattern }),
  name: Type.String({ minLength: 1, maxLength: 40 }),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 120 })),
  roles: Type.Array(RoleSchema, { minItems: 1, uniqueItems: true }),
})
export type NewPerson = Static<typeof NewPersonSchema>

/** The password is shown this once. */
export const HandedOutSchema = Type.Object({ personId: Id, temporaryPassword: Type.String() })

export const GrantSchema = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 60 }),
  role: RoleSchema,
  fromOn: Type.Optional(Day),
  lastOn: Type.Optional(Day),
})
export const CoverSchema = Type.Object({ absentId: Id, standInId: Id, fromOn: Day, lastOn: Day })
export const CoverParams = Type.Object({ organId: Id, absentId: Id, standInId: Id })
export const ResetSchema = Type.Object({ alsoSecondFactor: Type.Boolean() })

export const AuditQuery = Type.Object({ before: Type.Optional(Id) })
export const AuditAnswer = Type.Object({
  entries: Type.Array(
    Type.Object({
      entryId: Id,
      at: Type.String(),
      who: Nullable(Type.String()),
      action: Type.String(),
      label: Type.String(),
      subject: Type.String(),
    }),
  ),
  /** Hand back as `before` for the next page; null at the end. */
  next: Nullable(Id),
})
