import { heldBy } from '#platform/console/page.ts'

/** Who reads the standard catalogues at the desk. */
export const maySeeStandards = heldBy(
  'informationOfficer',
  'reviewer',
  'officeHead',
  'leader',
  'publisher',
  'supervisor',
  'auditor',
  'administrator',
)

/** Who brings tables in. */
export const mayKeepStandards = heldBy('informationOfficer', 'officeHead', 'publisher')
