import type { Role } from '#law/roles.ts'

/** Everybody who works on items or audits them: not the administrator, the handler of requests, or a supervisor. */
export const itemRoles: readonly Role[] = [
  'informationOfficer',
  'reviewer',
  'secrecyReviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'publisher',
  'auditor',
]

/** Those who record steps. */
export const itemWorkers: readonly Role[] = itemRoles.filter((role) => role !== 'auditor')

/** Those who draft. */
export const itemDrafters: readonly Role[] = ['informationOfficer', 'officeHead']
