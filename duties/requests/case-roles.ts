import type { Role } from '#law/roles.ts'

/** Everybody who works on cases or audits them: not the administrator, the publisher, or a supervisor. */
export const caseRoles: readonly Role[] = [
  'informationOfficer',
  'handler',
  'reviewer',
  'secrecyReviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'auditor',
]

/** Those who record steps. */
export const caseWorkers: readonly Role[] = caseRoles.filter((role) => role !== 'auditor')

/** Who needs the applicant's particulars for the work. */
export const readsApplicant: readonly Role[] = [
  'handler',
  'reviewer',
  'legalReviewer',
  'officeHead',
  'leader',
]
