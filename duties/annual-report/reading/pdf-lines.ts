import type { Glyphs } from './pdf-grid.ts'
import { figureSlot } from './slots.ts'

/** Pieces of text on one height, from left to right. */
export interface Line {
  readonly top: number
  readonly bottom: number
  readonly glyphs: readonly Glyphs[]
}

/** Pieces of text as lines from top to bottom. */
export function linesOf(glyphs: readonly Glyphs[]): readonly Line[] {
  const sorted = [...glyphs].sort((one, other) => one.y + one.height / 2 - (other.y + other.height / 2))
  const lines: Glyphs[][] = []
  let centre = Number.NEGATIVE_INFINITY
  for (const piece of sorted) {
    const middle = piece.y + piece.height / 2
    const last = lines.at(-1)
    if (last && middle - centre < Math.min(piece.height, last[0]?.height ?? 0) * 0.5) last.push(piece)
    else {
      lines.push([piece])
      centre = middle
    }
  }
  return lines.map((line) => ({
    top: Math.min(...line.map((piece) => piece.y)),
    bottom: Math.max(...line.map((piece) => piece.y + piece.height)),
    glyphs: line.sort((one, other) => one.x - other.x),
  }))
}

/** A word of a line: pieces that touch. */
export interface Word {
  readonly text: string
  readonly glyphs: readonly Glyphs[]
  readonly left: number
  readonly right: number
}

/** The words of a line; a gap wider than a third of a letter parts two words. */
export function wordsOf({ glyphs }: Line): readonly Word[] {
  const words: { text: string; glyphs: Glyphs[]; left: number; right: number }[] = []
  for (const piece of glyphs) {
    const last = words.at(-1)
    if (last && piece.x - last.right < piece.height * 0.34) {
      last.text += piece.text
      last.glyphs.push(piece)
      last.right = Math.max(last.right, piece.x + piece.width)
    } else words.push({ text: piece.text, glyphs: [piece], left: piece.x, right: piece.x + piece.width })
  }
  return words
}

const centreOf = (word: Word): number => (word.left + word.right) / 2

/** The figures at the end of a line of words. */
export function figuresOf(words: readonly Word[]): readonly Word[] {
  let from = words.length
  while (from > 0 && figureSlot(words[from - 1]?.text ?? '')) from--
  return words.slice(from)
}

/** Rows with so many figures show where the columns are. */
const fullFrom = 5

/** The middles of the columns, as the full rows of a page show them; the fullest row counts. */
export function columnsOf(rows: readonly (readonly Word[])[]): readonly number[] | undefined {
  const full = rows.filter((row) => row.length >= fullFrom && row.length <= 8)
  const most = Math.max(0, ...full.map((row) => row.length))
  const rowsOfMost = full.filter((row) => row.length === most)
  if (rowsOfMost.length < 2) return undefined
  return Array.from({ length: most }, (_, index) => {
    const centres = rowsOfMost.map((row) =>
      centreOf(row[index] ?? { text: '', glyphs: [], left: 0, right: 0 }),
    )
    return centres.reduce((sum, centre) => sum + centre, 0) / centres.length
  })
}

/** The figures of a row, each under its column; undefined where one lies between two columns. */
export function aligned(
  figures: readonly Word[],
  columns: readonly number[],
): readonly (Word | undefined)[] | undefined {
  const gap = Math.min(...columns.slice(1).map((column, index) => column - (columns[index] ?? 0)))
  const places: (Word | undefined)[] = columns.map(() => undefined)
  for (const figure of figures) {
    const index = columns.findIndex((column) => Math.abs(column - centreOf(figure)) < gap * 0.4)
    if (index < 0 || places[index] !== undefined) return undefined
    places[index] = figure
  }
  return places
}
