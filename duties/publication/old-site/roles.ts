import type { Role } from '#law/roles.ts'

/** Who brings an old site along. */
export const oldSiteKeepers: readonly Role[] = ['publisher', 'officeHead', 'administrator']
