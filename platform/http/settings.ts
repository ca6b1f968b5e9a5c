import { isIP } from 'node:net'

/** What an installation may set of the HTTP door; every entry has a default. */
export interface HttpSettings {
  /** Addresses of proxies whose X-Forwarded headers count: false, true, or a list of addresses and networks. */
  trustProxy: boolean | string[]
  /** Bytes of a body that is not a file. */
  bodyLimit: number
  /** Bytes of one file sent. */
  fileLimit: number
  /** Files in one form. */
  filesLimit: number
  /** Requests in a minute from one session, or from one address without a session. */
  requestsPerMinute: number
  /** Attempts to sign in in a minute from one address. */
  signInsPerMinute: number
  /** Forms of the portal sent in a minute from one address. */
  formsPerMinute: number
  /** Milliseconds by which the program may lag before it turns visitors away; 0 for never. */
  lagLimit: number
}

export const defaultHttpSettings: HttpSettings = {
  trustProxy: false,
  bodyLimit: 1024 * 1024,
  fileLimit: 20 * 1024 * 1024,
  filesLimit: 10,
  requestsPerMinute: 600,
  signInsPerMinute: 20,
  formsPerMinute: 30,
  lagLimit: 3000,
}

/**
 * Whose X-Forwarded headers count, as GONGKAI_TRUST_PROXY says it: nothing or `no` for nobody's, `yes` for everyone's,
 * else addresses and networks with commas between, such as `10.1.0.5,10.2.0.0/16`. Throws for what is neither.
 */
export function trustProxyFrom(text = ''): HttpSettings['trustProxy'] {
  const said = text.trim()
  if (said === '' || said === 'no') return false
  if (said === 'yes') return true
  const places = said.split(',').map((place) => place.trim())
  const wrong = places.find((place) => !isPlace(place))
  if (wrong !== undefined) throw new RangeError(`GONGKAI_TRUST_PROXY: not an address or network: ${wrong}`)
  return places
}

function isPlace(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  if (more.length > 0 || most < 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most)
}
