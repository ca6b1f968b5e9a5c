import { type GateCode, type GateFinding, type GatePlace, gateTroubles } from './findings.ts'
import { type GateSettings, severityOf } from './settings.ts'
import type { Hit } from './words/hit.ts'
import { maskOf } from './words/mask-word.ts'

/** A finding before it has its key. */
export interface Found {
  readonly code: GateCode
  readonly where: GatePlace
  readonly excerpt: string
  /** What makes it the same finding when the text around it moves. */
  readonly of: string
  readonly warns?: boolean
}

// cyrb53: short, the same everywhere; a key only has to tell findings apart, not to hide anything.
function digest(words: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return ((low >>> 0).toString(36) + (high >>> 0).toString(36)).slice(0, 12)
}

/** Findings with their keys and severities; what the settings do not look for is left out. */
export function finish(found: readonly Found[], settings: GateSettings, scope = ''): readonly GateFinding[] {
  const times = new Map<string, number>()
  return found.flatMap(({ code, where, excerpt, of, warns }): GateFinding[] => {
    const severity = severityOf(code, settings)
    if (severity === 'off') return []
    const bare = `${code}:${where.part}:${digest(`${scope}\n${of}`)}`
    const time = (times.get(bare) ?? 0) + 1
    times.set(bare, time)
    const [mend] = gateTroubles[code].mends
    return [
      {
        code,
        where,
        excerpt,
        severity: warns ? 'warns' : severity,
        key: time === 1 ? bare : `${bare}:${time}`,
        ...(mend ? { mend } : {}),
      },
    ]
  })
}

const margin = 12

/** The words around a hit, with this and every other hit near it masked. */
export function excerptOf(text: string, hits: readonly Hit[], hit: Hit, settings: GateSettings): string {
  const [start, end] = [Math.max(0, hit.from - margin), Math.min(text.length, hit.to + margin)]
  let shown = start > 0 ? '…' : ''
  let at = start
  for (const other of hits) {
    if (other.to <= start || other.from >= end) continue
    shown += text.slice(at, Math.max(at, other.from))
    const words = text.slice(other.from, other.to)
    shown += maskOf(other.code, words, settings) ?? words
    at = Math.max(at, other.to)
  }
  shown += text.slice(at, Math.max(at, end)) + (end < text.length ? '…' : '')
  const clean = shown.replace(/\s+/g, ' ').trim()
  return hit.instead === undefined ? clean : `${clean}（应为“${hit.instead}”）`
}
