import type { Role } from '#law/roles.ts'
import { heldBy } from '#platform/console/page.ts'
import {
  caseRoles,
  importers,
  suggestionAnswerers,
  suggestionReaders,
  supervisors,
  supervisorsAbove,
} from '../case-roles.ts'

/** Who opens cases. The server decides; this only spares people a link that leads nowhere. */
export const maySeeRequests = heldBy(...caseRoles)

/** Who takes down a request that came on paper, by post, by fax or by word of mouth. */
export const mayRegister: (roles: readonly Role[]) => boolean = heldBy('handler')

/** Who brings in the registers of earlier years. */
export const mayImport = heldBy(...importers)

/** Who is told what several people asked for. */
export const maySeeSuggestions = heldBy(...suggestionReaders)

/** Who records what was made of it. */
export const mayAnswerSuggestions = heldBy(...suggestionAnswerers)

/** Who sees how the requests of the organ stand, in figures. */
export const maySuperviseRequests = heldBy(...supervisors)

/** The same of the organs below. */
export const maySuperviseRequestsBelow = heldBy(...supervisorsAbove)
