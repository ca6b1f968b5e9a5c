/** What was left out of pasted HTML, in Chinese, and how often. */
export interface Dropped {
  readonly what: string
  readonly count: number
}

export interface Cleaned {
  readonly html: string
  readonly dropped: readonly Dropped[]
}

/** HTML pasted from Word, WPS, 微信 or a web page as the few tags that an item may hold. Idempotent. */
export function cleanHtml(_html: string): Cleaned {
  throw new Error('not yet')
}
