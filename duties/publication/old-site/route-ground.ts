import { Type } from 'typebox'
import { trouble } from '#platform/http/problem.ts'
import { holders } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { oldSiteKeepers } from './roles.ts'
import { type OldSite, siteOf } from './store.ts'

/** What every route of an old site states: its place in the description of the API, its address, who may. */
export const tags = ['旧站迁移']
export const config = holders('organId', oldSiteKeepers)
export const root = '/api/organs/:organId/old-sites'
export const one = `${root}/:siteId`
export const SiteParams = Type.Object({ ...OrganParams.properties, siteId: Type.String({ format: 'uuid' }) })

/** An old site of that organ; another is answered 404. */
export async function found(platform: Platform, organId: string, siteId: string): Promise<OldSite> {
  const site = await siteOf(platform.db, { organId, siteId })
  if (!site) throw trouble('notFound')
  return site
}
