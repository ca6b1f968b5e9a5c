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
