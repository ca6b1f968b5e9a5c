import { heldBy } from '#platform/console/page.ts'
import { addingRoles, readingRoles } from '../../corpus/contract.ts'

/** Who may look at the reports that the organ had read. */
export const maySeeReadings = heldBy(...readingRoles)

/** Who may have more of them read. */
export const mayAddReadings = heldBy(...addingRoles)
