import { heldBy } from '#platform/console/page.ts'

/** Who compiles, reviews, signs or audits the report. */
export const maySeeReports = heldBy(
  'informationOfficer',
  'handler',
  'reviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'publisher',
  'auditor',
  'supervisor',
)

/** Who reviews the reports of the organs below. */
export const maySupervise = heldBy('supervisor')
