/** An address of the old site: the host ('' where unknown) and the path with its query. */
export interface OldAddress {
  readonly host: string
  readonly path: string
}

const mostCharacters = 1000

/** Percent signs resolved where they are right, UTF-8 or left as they stand. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function withoutDots(path: string): string {
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '.' && part !== '') kept.push(part)
  }
  return `/${kept.join('/')}${path.endsWith('/') && kept.length > 0 ? '/' : ''}`
}

const ofUrl = /^(?:https?:)?\/\/([^/?#\\]+)([^#]*)/i

/**
 * What a link or an address says, from the page on which it stands; undefined for what is no address of a web site
 * (mailto:, javascript:, a place on the same page). Steps upwards end at the root.
 */
export function resolved(said: string, from: OldAddress): OldAddress | undefined {
  const text = said.replaceAll(/[\t\r\n]/g, '').trim()
  if (text === '' || text.startsWith('#') || text.length > mostCharacters) return undefined
  const url = ofUrl.exec(text.replaceAll('\\', '/'))
  if (url) return { host: hostOf(url[1] ?? ''), path: split(url[2] || '/') }
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined
  const [bare = ''] = text.replaceAll('\\', '/').split('#')
  if (bare.startsWith('/')) return { host: from.host, path: split(bare) }
  const [base = '/'] = from.path.split('?')
  if (bare.startsWith('?')) return { host: from.host, path: base + bare }
  return { host: from.host, path: split(base.slice(0, base.lastIndexOf('/') + 1) + bare) }
}

function split(text: string): string {
  const at = text.indexOf('?')
  return at < 0 ? withoutDots(text) : withoutDots(text.slice(0, at)) + text.slice(at)
}

/** A host as it is compared: small letters, no port, no user. */
export const hostOf = (text: string): string => text.toLowerCase().replace(/^.*@/, '').replace(/:\d*$/, '')

const startPage = /\/(?:index|default)\.(?:s?html?|aspx?|jsp|php)$/i

/** Path and query as they are compared: unescaped, without a start page's name, without an empty query. */
export function addressKey(path: string): string {
  const at = path.indexOf('?')
  const [bare, query] = at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)]
  const plain = withoutDots(unescaped(bare))
    .replace(startPage, '/')
    .replace(/(.)\/$/, '$1')
  return query === '' ? plain : `${plain}?${unescaped(query.replaceAll('+', ' '))}`
}

const pageName = /(?:\.(?:s?html?|xhtml|aspx?|jsp|php|do)|\.(?:aspx?|php|jsp|do|action|s?html?)[?@][^/]+)$/i

/** True for a file of a copied site that is a page. */
export const isPage = (path: string): boolean => pageName.test(path)

const asked = /^(.*\.(?:aspx?|php|jsp|do|action|s?html?))[?@]([^/]+?=[^/]*?)(?:\.html?)?$/i

/** The address under which a file of a copied site stood: copying programs put the query into the file's name. */
export function addressOfPath(path: string, root: string): string {
  const below = path.startsWith(root) ? path.slice(root.length) : path
  const named = asked.exec(below)
  return `/${named ? `${named[1]}?${named[2]}` : below}`
}

/** The words of an address that a search may look for: runs of Chinese characters, the longest first, at most three. */
export function wordsOfAddress(path: string): string {
  const found = unescaped(path.replaceAll('+', ' ')).match(/\p{Script=Han}{2,30}/gu) ?? []
  return [...new Set(found)]
    .sort((one, other) => other.length - one.length)
    .slice(0, 3)
    .join(' ')
}
