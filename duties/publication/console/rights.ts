import { heldBy } from '#platform/console/page.ts'
import { itemDrafters, itemRoles } from '../item-roles.ts'

/** Who opens items. The server decides; this only spares people a link that leads nowhere. */
export const maySeeItems = heldBy(...itemRoles)

/** Who publishes is told what several applicants asked for (第四十四条); the others find it among the requests. */
export const maySeeSuggestions = heldBy('publisher')

/** Who drafts. */
export const mayDraft = heldBy(...itemDrafters)
