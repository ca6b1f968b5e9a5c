import { heldBy } from '#platform/console/page.ts'

/** Who compiles, reviews, signs or audits the report. */
export const maySeeReports = heldBy(
  'informationOfficer',
  'handler',
  'reviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'auditor',
)
