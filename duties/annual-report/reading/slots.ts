import type { Page } from './find-labels.ts'
import { headingScraps } from './labels.ts'
import { bareOf, cellEnd } from './normal.ts'

/** What stands in one cell, on one line or between two bars. */
export interface Slot {
  /** Trimmed; empty for a cell that is there and blank. */
  readonly text: string
  readonly from: number
  readonly to: number
}

/** How the figures of a row are kept apart in the source. */
export type Keeping = 'cells' | 'lines' | 'spaces'

export interface Slots {
  readonly slots: readonly Slot[]
  readonly keeping: Keeping
  /** The cells stand on the label's own line. */
  readonly inLine?: true
  /** Words that belong to no row follow at once. */
  readonly stopped?: true
  /** Those words and what follows them on the row's own line. */
  readonly words?: Slot
  /** How many empty cells end the line of headers over these cells. */
  readonly trail?: number
}

const isBar = (code: number): boolean => code === 124 || code === 9 || code === 0xe000 || code === 0xe001
const isBarOrEnd = (code: number): boolean => code === 124 || code === 0xe000 || code === 0xe001
const isLineEnd = (code: number): boolean => code === 10 || code === 0xe001
const figureLike = /^(?:[+-]?\d[\d,]*(?:\.\d+)?(?:\s*(?:万元|元|件|项|个|条|份|起|例|次|宗))?)$/
const markLike = /^(?:[/\\*—–－-]{1,2}|无|不适用|不涉及)$/
const figuresApart = /^[+-]?\d[\d,.]*(?:\s+[+-]?\d[\d,.]*)+$/

/** True for what may stand in a cell of figures: a number, with its unit at worst, several numbers, a mark. */
/** A single figure or mark, no unit with it. */
export const figureSlot = (text: string): boolean =>
  /^[+-]?\d[\d,]*(?:\.\d+)?$/.test(text.trim()) || markLike.test(text.trim())

const mayBeFigure = (text: string): boolean =>
  figureLike.test(text) || markLike.test(text) || figuresApart.test(text)

const pageNumber = /^[-—–_]+\s*\d+\s*[-—–_]+$|^第\s*\d+\s*页.*$|^\d+\s*\/\s*\d+$/

/** A page's number or a scrap of a heading set upright: it says nothing about the row. */
function isNoise(text: string): boolean {
  if (pageNumber.test(text)) return true
  if (/\d/.test(text)) return false
  const bare = bareOf(text).text
  return bare.length <= 6 && (bare === '' || headingScraps.includes(bare))
}

function slotOf(shown: string, from: number, to: number): Slot {
  let start = from
  let end = to
  while (start < end && shown.charCodeAt(start) <= 32) start++
  while (end > start && shown.charCodeAt(end - 1) <= 32) end--
  const text = shown.slice(start, end)
  const lines = text.includes('\n') ? withoutWords(text) : text
  return { text: lines.replace(/\s+/g, ' '), from: start, to: end }
}

/** Of several lines between two bars those that can be figures, if the others hold none. */
function withoutWords(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const figures = lines.filter((line) => line !== '' && !isNoise(line) && mayBeFigure(line))
  const others = lines.filter((line) => !figures.includes(line) && !isNoise(line))
  return figures.length > 0 && others.every((line) => !/\d/.test(line)) ? figures.join(' ') : text
}

/** Cuts a stretch at every character that ends a piece; the pieces between, empty ones too. */
function cut(shown: string, from: number, to: number, isEnd: (code: number) => boolean): Slot[] {
  const pieces: Slot[] = []
  let start = from
  for (let index = from; index < to; index++) {
    if (!isEnd(shown.charCodeAt(index))) continue
    pieces.push(slotOf(shown, start, index))
    start = index + 1
  }
  pieces.push(slotOf(shown, start, to))
  return pieces
}

/** Keeps the slots up to the first that is neither figure nor noise. Noise keeps its cell, but not its line. */
function untilForeign(
  pieces: readonly Slot[],
  cells = false,
): { readonly slots: Slot[]; readonly stopped?: true } {
  const slots: Slot[] = []
  for (const piece of pieces) {
    if (piece.text === '' || mayBeFigure(piece.text)) slots.push(piece)
    else if (!isNoise(piece.text)) return { slots, stopped: true }
    else if (cells) slots.push({ ...piece, text: '' })
  }
  return { slots }
}

const mostWords = 40

/** The words in cells that are to hold figures, with what follows them on their line. */
function wordsAmong(
  cells: readonly Slot[],
  { slots, stopped }: { readonly slots: readonly Slot[]; readonly stopped?: true },
): { readonly words?: Slot } {
  const rest = stopped ? cells.slice(slots.length).filter(({ text }) => text !== '') : []
  const [first] = rest
  const text = rest.map((each) => each.text).join(' ')
  if (first === undefined || text.length > mostWords) return {}
  return { words: { text, from: first.from, to: rest.at(-1)?.to ?? first.to } }
}

function countOf(line: string): number {
  let count = 0
  for (let index = 0; index < line.length; index++) if (isBar(line.charCodeAt(index))) count++
  return count
}

/** What may stand between a label and its figures and belongs to neither. */
const closing = '"\')]>}:;。、'
const lineEnd = /[\n\ue001]/

/**
 * What stands behind a label and before the next one. `first` is the rest of the label's own cell or line.
 * A row whose cells stand on the label's own line ends with that line.
 */
export function slotsBetween({ shown }: Page, after: number, to: number): Slots {
  let from = after
  while (from < to && closing.includes(shown[from] ?? 'x')) from++
  let end = from
  while (end < to && !isLineEnd(shown.charCodeAt(end))) end++
  const line = shown.slice(from, end)
  const barsInLine = countOf(line)
  // Where the next label stands on the same line, the cell before it is its own.
  const closed =
    line.trimEnd().endsWith('|') || (end === to && /[\t\ue000] *$/.test(line) && goesOn(shown, to))
  const sameLine = barsInLine >= (closed ? 2 : 1)
  if (sameLine) {
    const [rest, ...others] = cutLine(shown, from, end, closed)
    const own = rest && rest.text !== '' && mayBeFigure(rest.text) ? [rest] : []
    const cells = [...own, ...others]
    const found = untilForeign(cells, true)
    return { ...found, ...wordsAmong(cells, found), keeping: 'cells', inLine: true }
  }
  const wrapped = barsInLine === 0 ? cellsBesideWrappedLabel(shown, end, to) : undefined
  if (wrapped) return wrapped
  if (barsInLine > 0 || /^[\s]*\|/.test(shown.slice(end, to))) {
    const pieces = cut(shown, from, to, isBarOrEnd).slice(0, -1)
    const [rest, ...others] = pieces
    const own = rest && mayBeFigure(rest.text) ? [rest] : []
    return { ...untilForeign([...own, ...others], true), keeping: 'cells' }
  }
  return plainSlots(shown, from, to)
}

/** The cells of the next line, where it is a row of a table whose label began on the line before. */
function cellsBesideWrappedLabel(shown: string, end: number, to: number): Slots | undefined {
  const stop = lineEndFrom(shown, end + 1, to)
  const line = shown.slice(end + 1, stop)
  const first = line.indexOf(cellEnd)
  if (first < 0 || /\d/.test(line.slice(0, first))) return undefined
  return { ...untilForeign(cut(shown, end + 1, stop, isBar).slice(1), true), keeping: 'cells', inLine: true }
}

const goesOn = (shown: string, to: number): boolean => to < shown.length && !lineEnd.test(shown[to] ?? '\n')

function cutLine(shown: string, from: number, end: number, closed: boolean): Slot[] {
  const pieces = cut(shown, from, end, isBar)
  return closed ? pieces.slice(0, -1) : pieces
}

/** Text without bars: one figure to a line, or several on a line with spaces between, or glued to the label. */
function plainSlots(shown: string, from: number, to: number): Slots {
  const pieces = cut(shown, from, to, isLineEnd).filter((piece) => piece.text !== '')
  const [own, ...others] = pieces
  const afterLabel = own !== undefined && !lineEnd.test(shown.slice(from, own.from))
  if (own && afterLabel) {
    const figures = leading(own)
    if (figures) return { slots: [figures], keeping: 'spaces', stopped: true }
    if (mayBeFigure(own.text)) return { slots: [own], keeping: 'spaces' }
    return /\d/.test(own.text)
      ? { slots: [], keeping: 'lines' }
      : { ...untilForeign(others), keeping: 'lines' }
  }
  const found = untilForeign(pieces)
  const [only] = found.slots
  return { ...found, keeping: found.slots.length === 1 && only?.text.includes(' ') ? 'spaces' : 'lines' }
}

/** The figures a line begins with, before words follow: 0000000（四）无法提供. */
function leading(piece: Slot): Slot | undefined {
  const match = /^[+-]?\d[\d,. ]*(?:万元|元)?(?=[一-龥("]|$)/.exec(piece.text)
  if (match === null || match[0].length === piece.text.length) return undefined
  const text = match[0].trim()
  return mayBeFigure(text) ? { text, from: piece.from, to: piece.from + text.length } : undefined
}

/** What stands under a row of headers that ends at `from`: the next line of cells, or what text there is. */
export function slotsUnder(page: Page, from: number, to: number): Slots {
  const { shown } = page
  let end = lineEndFrom(shown, from, to)
  const headers = shown.slice(shown.lastIndexOf('\n', from) + 1, from)
  const leading = headers.trimStart().startsWith('|')
  const trail = cut(shown, from, end, isBar).length - 1
  if (/[^\s|\ue000]/.test(shown.slice(from, end).replace(/(?:备注|说明)\s*$/, '')))
    return slotsBetween(page, from, to)
  if (shown.slice(from, end).includes('|') && !lineOfCells(shown, end + 1, to, leading))
    return slotsOfBars(shown, from, to)
  const closed = barsAlone.exec(shown.slice(end, to))
  if (closed && !shown.slice(from, end).includes('|')) return slotsOfBars(shown, end + closed[0].length, to)
  while (end < to) {
    const start = end + 1
    end = lineEndFrom(shown, start, to)
    const pieces = cut(shown, start, end, isBar)
    if (pieces.length > 1) {
      const cells = lineOfCells(shown, start, to, leading)
      return cells ? { ...cells, trail } : slotsOfBars(shown, start, to)
    }
    if (pieces.some((piece) => piece.text !== '')) return slotsBetween(page, start - 1, to)
  }
  return { slots: [], keeping: 'lines' }
}

/** The bar that closes a header on a line of its own, and the bars of the empty cells after it. */
const barsAlone = /^\n[ ]*\|[ ]*(?:\n[ ]*\|{2,}[ ]*)?(?=\n)/

function lineEndFrom(shown: string, from: number, to: number): number {
  let end = from
  while (end < to && !isLineEnd(shown.charCodeAt(end))) end++
  return end
}

/** The line that begins here, where it holds a row of cells and not one cell closed by a bar. */
function lineOfCells(shown: string, start: number, to: number, leading: boolean): Slots | undefined {
  const end = lineEndFrom(shown, start, to)
  const line = shown.slice(start, end)
  const pieces = cut(shown, start, end, isBar)
  if (!line.includes('|'))
    return pieces.length > 1 ? { ...untilForeign(pieces, true), keeping: 'cells', inLine: true } : undefined
  const inner = leading && line.trimStart().startsWith('|') ? pieces.slice(1) : pieces
  if (inner.filter((piece) => piece.text !== '').length < 2) return undefined
  const closed = line.trimEnd().endsWith('|')
  return { ...untilForeign(closed ? inner.slice(0, -1) : inner, true), keeping: 'cells', inLine: true }
}

/** Cells closed by a bar each, over several lines; the first piece is what is left of the headers' line. */
function slotsOfBars(shown: string, from: number, to: number): Slots {
  const line = lineEndFrom(shown, from, to)
  return { ...untilForeign(cut(shown, line, to, isBar).slice(0, -1), true), keeping: 'cells' }
}
