import type { Role } from '#law/roles.ts'
import type { FromAbove } from '#platform/http/rights.ts'
import { type Actor, rolesAt } from '#platform/identity/actor.ts'

/** Who sees how their own organ stands: everybody who can do something about it. */
export const inspectionReaders: readonly Role[] = [
  'informationOfficer',
  'officeHead',
  'leader',
  'publisher',
  'auditor',
  'supervisor',
]

/** Who of an organ above looks into those below it. */
export const inspectorsAbove: readonly Role[] = ['supervisor', 'officeHead', 'leader']
export const fromAbove: FromAbove = { anyOf: inspectorsAbove, along: ['region', 'vertical'] }

/** Who reminds organs below. */
export const reminders: readonly Role[] = ['supervisor', 'officeHead']

/** Who answers a reminder for the organ. */
export const answerers: readonly Role[] = ['informationOfficer', 'officeHead', 'publisher']

/** Who sets the numbers by which an organ and those below it are inspected. */
export const inspectionKeepers: readonly Role[] = ['supervisor', 'officeHead', 'administrator']

const holdsAny = (actor: Actor, organId: string, anyOf: readonly Role[]): boolean =>
  rolesAt(actor, organId).some((role) => anyOf.includes(role))

export const mayRemindFrom = (actor: Actor, fromId: string): boolean => holdsAny(actor, fromId, reminders)
export const mayAnswerAt = (actor: Actor, organId: string): boolean => holdsAny(actor, organId, answerers)
export const isInside = (actor: Actor, organId: string): boolean =>
  holdsAny(
    actor,
    organId,
    inspectionReaders.filter((role) => role !== 'supervisor'),
  )
