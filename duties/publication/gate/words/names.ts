import type { GateSettings, Wording } from '../settings.ts'
import type { Hit } from './hit.ts'

const quoted = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const longestFirst = (a: string, b: string): number => b.length - a.length
const compound =
  /^(欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|端木|南宫|独孤|百里|轩辕|呼延)/

/** The surname of a Chinese name; the first character where it is not one of the known double surnames. */
export const surnameOf = (name: string): string => compound.exec(name)?.[0] ?? Array.from(name)[0] ?? ''

// One pattern for a list, kept while the same settings are asked again.
const patterns = new WeakMap<object, RegExp | null>()

function patternOf(list: readonly unknown[], words: readonly string[]): RegExp | null {
  const kept = patterns.get(list)
  if (kept !== undefined) return kept
  const parts = words.filter((word) => word.trim().length > 1).sort(longestFirst)
  const pattern = parts.length === 0 ? null : new RegExp(parts.join('|'), 'g')
  patterns.set(list, pattern)
  return pattern
}

/** Names of the persons in the case, also with blanks between the characters. */
export function caseNamesIn(text: string, settings: GateSettings): readonly Hit[] {
  const spaced = settings.caseNames.map((name) =>
    Array.from(name.replace(/\s/g, ''), quoted).join('[\\s\\u3000\\u200b]{0,4}'),
  )
  const pattern = patternOf(settings.caseNames, spaced)
  if (pattern === null) return []
  return Array.from(text.matchAll(pattern), (found) => ({
    code: 'caseName' as const,
    from: found.index,
    to: found.index + found[0].length,
  }))
}

const isExcepted = ({ except = [], word }: Wording, text: string, at: number): boolean =>
  except.some((longer) => {
    const inside = longer.indexOf(word)
    return inside >= 0 && text.startsWith(longer, at - inside)
  })

/** Words on the organ's list, except within the longer words where they are right. */
export function wordingIn(text: string, settings: GateSettings): readonly Hit[] {
  const pattern = patternOf(
    settings.wording,
    settings.wording.map(({ word }) => quoted(word)),
  )
  if (pattern === null) return []
  return Array.from(text.matchAll(pattern)).flatMap((found): Hit[] => {
    const entry = settings.wording.find(({ word }) => word === found[0])
    if (entry === undefined || isExcepted(entry, text, found.index)) return []
    const instead = entry.instead === undefined ? {} : { instead: entry.instead }
    const to = found.index + found[0].length
    return [{ code: 'wording', from: found.index, to, warns: entry.severity === 'warns', ...instead }]
  })
}
