import { heldBy } from '#platform/console/page.ts'

/** Who opens cases. The server decides; this only spares people a link that leads nowhere. */
export const maySeeRequests = heldBy(
  'handler',
  'reviewer',
  'secrecyReviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'auditor',
)

/** Who takes down a request that came on paper, by post, by fax or by word of mouth. */
export const mayRegister = heldBy('handler', 'officeHead')
