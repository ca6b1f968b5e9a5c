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

/** Who brings in the registers of earlier years. */
export const importers: readonly Role[] = ['handler', 'officeHead']

/** Who is told what several applicants asked for (第四十四条), with those who publish. */
export const suggestionReaders: readonly Role[] = [...caseRoles, 'publisher']

/** Who records whether it was published: the office and those who publish. */
export const suggestionAnswerers: readonly Role[] = ['officeHead', 'publisher']

/** Who sees how the requests of their own organ stand. */
export const supervisors: readonly Role[] = ['officeHead', 'leader', 'auditor', 'supervisor']

/** Who sees who holds what there: not those who look from above. */
export const supervisorsInside: readonly Role[] = supervisors.filter((role) => role !== 'supervisor')

/** Who sees the same of the organs below, in figures alone. */
export const supervisorsAbove: readonly Role[] = ['supervisor', 'officeHead', 'leader']

/** Who verifies an applicant's identity, and so may open what proves it. */
export const readsProofs: readonly Role[] = ['handler', 'officeHead']
