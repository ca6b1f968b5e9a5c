import type { Role } from '#law/roles.ts'
import { itemRoles } from '../item-roles.ts'

/** Who records what went out and keeps the register. */
export const channelKeepers: readonly Role[] = ['informationOfficer', 'officeHead', 'publisher']

/** Who reads it: everybody at the desk, and the supervisor of that very organ. */
export const channelReaders: readonly Role[] = [...itemRoles, 'supervisor']
