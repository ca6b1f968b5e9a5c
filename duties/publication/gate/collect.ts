import type { Found } from './finding.ts'
import type { GateCode } from './findings.ts'
import type { GateSettings } from './settings.ts'
import { foundIn } from './text.ts'
import { limits } from './trouble.ts'
import type { Around } from './words/hit.ts'
import { maskOf } from './words/mask-word.ts'
import { scan } from './words/scan.ts'

const longest = 40

/** Gathers what is found in one file, in the order of looking. */
export class Collected {
  readonly found: Found[] = []
  readonly settings: GateSettings
  private readonly seen = new Set<string>()

  constructor(settings: GateSettings) {
    this.settings = settings
  }

  /** One thing at one place; said once. */
  add(code: GateCode, place: string, words = ''): void {
    const of = `${place}\n${words}`
    if (this.found.length >= limits.findings || this.seen.has(code + of)) return
    this.seen.add(code + of)
    this.found.push({ code, where: { part: 'file', place }, excerpt: this.masked(words), of })
  }

  /** What must not go out in a stretch of text of the file. */
  text(words: string, place: string | ((at: number) => string), around: Around = {}): void {
    if (words.trim() === '' || this.found.length >= limits.findings) return
    const placeOf = typeof place === 'string' ? (at: number) => `${place}第${at + 1}字` : place
    this.found.push(...foundIn(words, 'file', placeOf, this.settings, around))
  }

  private masked(words: string): string {
    const short = words
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, longest * 2)
    let shown = ''
    let at = 0
    for (const { code, from, to } of scan(short, this.settings)) {
      shown +=
        short.slice(at, from) + (maskOf(code, short.slice(from, to), this.settings) ?? short.slice(from, to))
      at = to
    }
    shown += short.slice(at)
    return shown.length > longest ? `${shown.slice(0, longest)}…` : shown
  }
}
