import { heldBy } from '#platform/console/page.ts'
import { itemRoles } from '../../item-roles.ts'

/** Who reads what went out by other channels. */
export const maySeeChannels = heldBy(...itemRoles, 'supervisor')
