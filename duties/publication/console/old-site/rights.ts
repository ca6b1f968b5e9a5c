import { heldBy } from '#platform/console/page.ts'
import { oldSiteKeepers } from '../../old-site/roles.ts'

/** Who brings an old site along. The server decides; this only spares people a link that leads nowhere. */
export const mayBringOldSite = heldBy(...oldSiteKeepers)
