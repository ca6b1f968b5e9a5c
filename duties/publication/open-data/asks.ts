import { invalid } from '#platform/http/problem.ts'
import { asked } from '#platform/pages/asked.ts'
import { isDay } from '#time/day.ts'
import { dayKey, instantKey } from '../list-key.ts'

const keys = { instant: instantKey, day: dayKey } as const

/**
 * The key of a page; undefined where none was sent. Throws the problem of one that no list gave: a program that went on
 * from it would begin again for ever.
 */
export function checkedKey(query: unknown, of: keyof typeof keys): string | undefined {
  const after = asked(query, 'after')
  if (after === '') return undefined
  if (keys[of](after)) return after
  throw invalid([{ field: 'after', message: '请原样使用上一页给出的 next。' }])
}

/** From when changes are asked: the key of the page before, or an instant in UTC. Throws the problem of anything else. */
export function checkedSince(since: string): string {
  if (instantKey(since)) return since
  const at = Date.parse(since)
  const instant = Number.isNaN(at) ? '' : new Date(at).toISOString()
  if (isDay(instant.slice(0, 10))) return instant
  throw invalid([{ field: 'since', message: '请写成 2026-11-21T00:00:00Z 这样的时刻。' }])
}
