import { createHash } from 'node:crypto'

/** The id of a case that follows from words which name it: the same words give the same UUID, always. */
export function caseIdFrom(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
