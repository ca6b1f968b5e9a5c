import type { TextId } from '#law/report-forms/form.ts'
import type { Report } from '#law/report-forms/report.ts'
import { sections } from '#law/report-forms/sections.ts'

/** A piece of a text that stayed, was taken out or was put in. */
export interface TextPiece {
  /** Its place among the pieces, from 0. */
  readonly at: number
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

type Piece = Omit<TextPiece, 'at'>

/** A part that reads otherwise in a later report than in an earlier one, in the order of reading. */
export interface TextChange {
  readonly section: TextId
  /** 五、存在的主要问题及改进情况 */
  readonly name: string
  readonly pieces: readonly TextPiece[]
}

const clausesOf = (text: string): string[] => text.match(/[^。；，\n]*[。；，\n]|[^。；，\n]+$/g) ?? []

// For every pair of beginnings the length of what the rest of both has in common.
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, next] = [lengths[i] ?? [], lengths[i + 1] ?? []]
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)
    }
  return lengths
}

function joined(pieces: readonly Piece[]): TextPiece[] {
  const whole: TextPiece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last?.kind === piece.kind) whole[whole.length - 1] = { ...last, text: last.text + piece.text }
    else whole.push({ at: whole.length, ...piece })
  }
  return whole
}

/** What became of a text, clause by clause: the least that was taken out and put in. */
export function piecesBetween(was: string, now: string): readonly TextPiece[] {
  const [a, b] = [clausesOf(was), clausesOf(now)]
  const lengths = commonLengths(a, b)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one !== undefined && one === other) {
      pieces.push({ kind: 'same', text: one })
      i++
      j++
    } else if (other === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
      if (one === undefined) break
      pieces.push({ kind: 'gone', text: one })
      i++
    } else {
      pieces.push({ kind: 'new', text: other })
      j++
    }
  }
  while (j < b.length) pieces.push({ kind: 'new', text: b[j++] ?? '' })
  return joined(pieces)
}

/** The parts in which the words of two reports of one organ and year differ, in the order of print. */
export const textChangesBetween = (before: Report, after: Report): readonly TextChange[] =>
  sections.flatMap(({ id, number, label }) => {
    const [was, now] = [before.texts[id] ?? '', after.texts[id] ?? '']
    return was === now ? [] : [{ section: id, name: `${number}、${label}`, pieces: piecesBetween(was, now) }]
  })
