import type { TextId } from '#law/report-forms/form.ts'
import type { Report } from '#law/report-forms/report.ts'

/** How alike a part of this year's and last year's report are worded, from 0 to 1. */
export interface Likeness {
  readonly section: TextId
  readonly likeness: number
  readonly tooAlike: boolean
}

/**
 * From where on two texts count as copied (30号 二（四）: 内容雷同). The notice names no number; this one is the
 * default, which an office may set.
 */
export const defaultCopiedFrom = 0.85
/** Shorter texts are alike without being copied: 本年度没有其他需要报告的事项. */
const shortest = 80

// Figures, years and punctuation differ every year without anything having been written.
const wordsOf = (text: string): string => text.replace(/\{\{[^}]*\}\}|[\d\s\p{P}\p{S}]|[a-z]/giu, '')

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** How alike two texts are worded: the share of neighbouring pairs of characters that they have in common. */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [pairsOf(wordsOf(one)), pairsOf(wordsOf(other))]
  let common = 0
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0)
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0)
  return all === 0 ? 0 : (2 * common) / all
}

/** Each written part of this year's report against last year's. */
export function likenessToLastYear(
  report: Report,
  lastYear: Report,
  copiedFrom: number = defaultCopiedFrom,
): readonly Likeness[] {
  const sections: readonly TextId[] = ['overview', 'problems', 'other']
  return sections.flatMap((section) => {
    const [now = '', then = ''] = [report.texts[section], lastYear.texts[section]]
    if (now.trim() === '' || then.trim() === '') return []
    const likeness = Math.round(likenessOf(now, then) * 100) / 100
    const isLong = wordsOf(now).length >= shortest
    return [{ section, likeness, tooAlike: isLong && likeness >= copiedFrom && section !== 'other' }]
  })
}
