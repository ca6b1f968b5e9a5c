import { heldBy } from '#platform/console/page.ts'
import { itemDrafters, itemRoles } from '../item-roles.ts'

/** Who opens items. The server decides; this only spares people a link that leads nowhere. */
export const maySeeItems = heldBy(...itemRoles)

/** Who drafts. */
export const mayDraft = heldBy(...itemDrafters)
