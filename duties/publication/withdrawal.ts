import { organById } from '#platform/organs/tree.ts'
import { statedByServers } from '#platform/pages/servers.ts'
import type { Platform } from '#platform/platform.ts'
import { dayInShanghai } from '#time/day.ts'
import { feedPath, listPath } from './addresses.ts'
import { notStated, type PlaceChecked } from './rules/facts.ts'
import { indexSlug } from './rules/index-number.ts'
import type { ItemCase } from './rules/item.ts'

/** Asks an address of the portal as a stranger would. */
export type Visit = (address: string) => Promise<{ status: number; body: string }>

interface Place {
  readonly place: string
  readonly address: string
  /** page: must be 410; file: must not be there; list: must not lead to the item. */
  readonly as: 'page' | 'file' | 'list'
}

const placesOf = (c: ItemCase, page: string, organCode: string): Place[] => {
  const { content, files = [] } = c.shown ?? {}
  const title = encodeURIComponent((content?.title ?? '').slice(0, 40))
  return [
    { place: '页面', address: page, as: 'page' },
    // The second look gets what this process kept of the first.
    { place: '缓存', address: page, as: 'page' },
    { place: '检索', address: `/search?q=${title}`, as: 'list' },
    { place: '首页', address: '/', as: 'list' },
    { place: '公开内容列表', address: `/items?organ=${encodeURIComponent(organCode)}`, as: 'list' },
    { place: '栏目列表', address: `/items?catalogue=${content?.catalogue ?? ''}`, as: 'list' },
    { place: '机构页面', address: `/organs/${encodeURIComponent(organCode)}`, as: 'list' },
    { place: '订阅', address: feedPath, as: 'list' },
    { place: '数据接口', address: `${listPath}?organ=${encodeURIComponent(organCode)}`, as: 'list' },
    { place: '网站地图', address: '/sitemap.xml', as: 'list' },
    ...files.map((fileId): Place => ({ place: '附件', address: `${page}/files/${fileId}`, as: 'file' })),
  ]
}

const mapPart = /<loc>[^<]*?(\/sitemap\/[^<]+)<\/loc>/g

const isGone = (as: Place['as'], status: number, leads: boolean): boolean => {
  if (as === 'page') return status === 410
  if (as === 'file') return status === 404 || status === 410
  return !leads && status < 500
}

// Every process keeps pages of its own; each must have stated that it dropped those from before.
const caches = async ({ db }: Platform, page: string): Promise<PlaceChecked[]> =>
  (await statedByServers(db)).map(({ name, stated }) => ({
    place: `服务进程 ${name} 的缓存`,
    address: page,
    status: stated ? 410 : notStated,
    gone: stated,
  }))

/**
 * Every place that showed a withdrawn item, asked again: its page must answer 410, its files must not be there, and no
 * search, list, feed, interface or site map may lead to it. Of the site map, the parts of its month are read too. Every
 * server process alive must have stated that it keeps no page from before.
 */
export async function checkPlaces(
  platform: Platform,
  organId: string,
  c: ItemCase,
  visit: Visit,
): Promise<PlaceChecked[]> {
  const organ = await organById(platform.db, organId, platform.today())
  const slug = encodeURIComponent(indexSlug(c.indexNumber, organ?.creditCode ?? ''))
  const page = `/items/${organ?.code ?? ''}/${slug}`
  const leadsHere = new RegExp(`${page.replaceAll(/[.*+?^$()|[\]\\{}]/g, '\\$&')}(?![\\w~-])`)
  const month = `items-${dayInShanghai(c.firstReleasedAt || platform.now().toISOString()).slice(0, 7)}`
  const checked: PlaceChecked[] = []
  const ask = async ({ place, address, as }: Place): Promise<string> => {
    const { status, body } = await visit(address)
    checked.push({ place, address, status, gone: isGone(as, status, leadsHere.test(body)) })
    return body
  }
  for (const place of placesOf(c, page, organ?.code ?? '')) {
    const body = await ask(place)
    if (place.place !== '网站地图') continue
    for (const [, part = ''] of body.matchAll(mapPart))
      if (part.includes(month)) await ask({ place: '网站地图', address: part, as: 'list' })
  }
  return [...checked, ...(await caches(platform, page))]
}
