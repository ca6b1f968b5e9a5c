import { asked } from '#platform/pages/asked.ts'
import type { ListKey } from '../list-key.ts'

/** The key of the page that an address asks for; empty where it is none, and the page is the first. */
export function keyAsked(query: unknown, keyOf: (text: string) => ListKey | undefined): string {
  const after = asked(query, 'after')
  return keyOf(after) ? after : ''
}

/** 404 for a page behind the last entry: nothing stands there, and the page shows the way back. */
export const statusOf = (after: string, entries: readonly unknown[]): number =>
  after !== '' && entries.length === 0 ? 404 : 200
