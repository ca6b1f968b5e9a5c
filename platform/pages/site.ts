import { sql } from 'kysely'
import type { Platform } from '../platform.ts'
import type { Look } from './changes.ts'
import { keptFor } from './kept.ts'

/** What the head and the foot of every page say of the site (政府网站发展指引：页脚). Empty text where not set. */
export interface Site {
  /** 网站名称; SiteName of the meta tags. */
  name: string
  /** Address of the site without a trailing slash; SiteDomain is its host. */
  address: string
  /** 网站标识码, ten digits. */
  idCode: string
  /** 主办单位 */
  host: string
  telephone: string
  /** ICP 备案号 and 公安备案号, as they are printed. */
  icp: string
  police: string
  /** Where “我为政府网站找错” leads. */
  errorReport: string
  /** Where the mark of party and government sites (党政机关网站标识) is looked up. */
  partyMark: string
  demonstration: boolean
}

/** The setting `site` of the government that holds the portal (organ_setting). */
export type SiteSetting = Partial<
  Pick<Site, 'idCode' | 'host' | 'telephone' | 'icp' | 'police' | 'errorReport' | 'partyMark'>
>

const bare = (platform: Platform): Site => ({
  name: platform.config.siteName,
  address: platform.config.publicAddress,
  idCode: '',
  host: '',
  telephone: '',
  icp: '',
  police: '',
  errorReport: '',
  partyMark: '',
  demonstration: platform.config.demonstration,
})

const kept = new WeakMap<Platform, { site: Site; look: Look }>()

/** The site as this process last knew it. */
export const knownSite = (platform: Platform): Site => kept.get(platform)?.site ?? bare(platform)

/** The site as it is set now. */
export async function siteOf(platform: Platform): Promise<Site> {
  const { changes } = keptFor(platform)
  const look = await changes.look()
  const held = kept.get(platform)
  if (held && changes.holds(held.look, [])) return held.site
  const { rows } = await sql<{ value: SiteSetting }>`
    SELECT value FROM organ_setting WHERE name = 'site' ORDER BY changed_at DESC LIMIT 1`.execute(platform.db)
  const site = { ...bare(platform), ...rows[0]?.value }
  kept.set(platform, { site, look })
  return site
}
