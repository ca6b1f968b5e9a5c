import { heldBy } from '#platform/console/page.ts'

// The server decides; this only spares people a link that leads nowhere.

/** Who sees how their own organ stands. */
export const maySeeInspection = heldBy(
  'informationOfficer',
  'officeHead',
  'leader',
  'publisher',
  'auditor',
  'supervisor',
)

/** Who looks into the organs below. */
export const maySeeInspectionBelow = heldBy('supervisor', 'officeHead', 'leader')

/** Who reminds organs below. */
export const mayRemind = heldBy('supervisor', 'officeHead')

/** Who answers reminders of the organ. */
export const mayAnswer = heldBy('informationOfficer', 'officeHead', 'publisher')
