import { heldBy } from '#platform/console/page.ts'

/** Who works on major decisions or reads them. */
export const maySeeDecisions = heldBy(
  'informationOfficer',
  'handler',
  'officeHead',
  'leader',
  'legalReviewer',
  'publisher',
  'reviewer',
  'supervisor',
  'auditor',
)
