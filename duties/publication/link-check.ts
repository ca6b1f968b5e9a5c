import { fetchOutside } from '#platform/http/fetch-outside.ts'
import type { Platform } from '#platform/platform.ts'
import type { LinkAnswer } from './gate/links.ts'
import { itemAt } from './store.ts'

/** How long an answer from outside is believed, and how long one is waited for. */
const believedMs = 10 * 60_000
const waitMs = 4000
const maxBytes = 64 * 1024
const kept = 2000

interface Known {
  answer: LinkAnswer
  until: number
}

const outside = new Map<string, Known>()

/** Whether an address of this portal, or one outside, leads somewhere. What cannot be asked stops nothing. */
export async function askLink(platform: Platform, href: string): Promise<LinkAnswer> {
  const own = platform.config.publicAddress
  if (!URL.canParse(href, own)) return 'dead'
  const url = new URL(href, own)
  return url.origin === new URL(own).origin ? askOwn(platform, url) : askOutside(platform, url.href)
}

const itemPath = /^\/items\/([^/]+)\/([^/]+)(?:\/files\/([^/]+))?(?:\/preview)?$/

async function askOwn({ db, today }: Platform, { pathname }: URL): Promise<LinkAnswer> {
  const [, code = '', slug = '', fileId] = itemPath.exec(pathname) ?? []
  if (!code) return 'unknown'
  const item = await itemAt(db, code, decoded(slug), today())
  if (!fileId) return item ? 'alive' : 'dead'
  return item?.files.some((file) => file.fileId === fileId) ? 'alive' : 'missingAttachment'
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

async function askOutside({ config, now }: Platform, href: string): Promise<LinkAnswer> {
  const known = outside.get(href)
  if (known && known.until > now().getTime()) return known.answer
  const allow = config.intranet ?? []
  const got = await fetchOutside(href, { allow, maxBytes, timeoutMs: waitMs })
  const isGone = got.kind === 'refused' && (got.status === 404 || got.status === 410)
  // A page that is larger than what is read of it is there.
  const isThere = got.kind === 'got' || got.code === 'tooLarge'
  const answer = isGone ? 'dead' : isThere ? 'alive' : 'unknown'
  const [oldest] = outside.keys()
  if (outside.size >= kept && oldest !== undefined) outside.delete(oldest)
  outside.set(href, { answer, until: now().getTime() + believedMs })
  return answer
}
