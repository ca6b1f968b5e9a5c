import type { GateFinding } from './findings.ts'
import { segmentsOf } from './html-text.ts'
import { defaultGateSettings, type GateSettings } from './settings.ts'
import { maskOf } from './words/mask-word.ts'

interface Change {
  readonly from: number
  readonly to: number
  readonly mask: string
}

function changesOf(
  text: string,
  findings: readonly GateFinding[],
  settings: GateSettings,
): readonly Change[] {
  return findings
    .flatMap(({ code, where: { from, to } }): Change[] => {
      if (from === undefined || to === undefined) return []
      const mask = maskOf(code, text.slice(from, to), settings)
      return mask === undefined ? [] : [{ from, to, mask }]
    })
    .toSorted((a, b) => a.from - b.from)
}

/**
 * The plain text with every finding of it that can be masked masked: 3301**********1234, 张某某. The findings
 * must be of this very text; what cannot be masked stays.
 */
export function maskText(
  text: string,
  findings: readonly GateFinding[],
  settings: GateSettings = defaultGateSettings,
): string {
  let masked = ''
  let at = 0
  for (const { from, to, mask } of changesOf(text, findings, settings)) {
    if (from < at) continue
    masked += text.slice(at, from) + mask
    at = to
  }
  return masked + text.slice(at)
}

/** As `maskText`, for the HTML of a body: the tags stay where they are, also within a number. */
export function maskHtml(
  html: string,
  findings: readonly GateFinding[],
  settings: GateSettings = defaultGateSettings,
): string {
  const segments = segmentsOf(html)
  const plain = segments.map(({ text }) => text).join('\n')
  const ofBody = findings.filter(({ where }) => where.part === 'body')
  const cuts = changesOf(plain, ofBody, settings).flatMap(({ from, to, mask }) => {
    const segment = segments.findLast((one) => one.from <= from)
    if (segment === undefined) return []
    return Array.from({ length: to - from }, (_, i) => ({
      start: segment.starts[from - segment.from + i] ?? 0,
      end: segment.ends[from - segment.from + i] ?? 0,
      words: i === 0 ? mask : '',
    }))
  })
  let masked = ''
  let at = 0
  for (const { start, end, words } of cuts) {
    if (start < at) continue
    masked += html.slice(at, start) + words
    at = end
  }
  return masked + html.slice(at)
}
