import type { Role } from '#law/roles.ts'
import { heldBy } from '#platform/console/page.ts'
import { caseRoles } from '../case-roles.ts'

/** Who opens cases. The server decides; this only spares people a link that leads nowhere. */
export const maySeeRequests = heldBy(...caseRoles)

/** Who takes down a request that came on paper, by post, by fax or by word of mouth. */
export const mayRegister: (roles: readonly Role[]) => boolean = heldBy('handler')
