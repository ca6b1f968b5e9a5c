import { area, type Box, coveredPart, holds } from './geometry.ts'
import type { PaintedArea, PaintedText, Painting } from './paint.ts'

interface UnseenText {
  readonly code: 'coveredText' | 'hiddenText' | 'outsidePage'
  readonly why: string
  readonly text: string
}

/** From this part on text under an opaque area is taken for covered. */
const covered = 0.7
/** A picture of this part of the page is a scan; text under or over it is what was recognised from it. */
const scan = 0.4
/** Points: smaller nobody can read. */
const tiny = 1.5

const parts = (colour: string): readonly number[] =>
  /^#[0-9a-f]{6}$/i.test(colour)
    ? (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => Number.parseInt(part, 16))
    : []

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [parts(one), parts(other)]
  return a.length === 3 && b.length === 3 && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= 12)
}

/** The words that are under an opaque area painted after them. */
export const wordsUnder = (box: Box, texts: readonly PaintedText[]): string =>
  texts
    .filter((text) => coveredPart(text.box, box) >= covered)
    .map(({ text }) => text)
    .join('')

function whyUnseen(
  text: PaintedText,
  areas: readonly PaintedArea[],
  page: Box,
): Omit<UnseenText, 'text'> | undefined {
  const [x, y] = [(text.box.left + text.box.right) / 2, (text.box.bottom + text.box.top) / 2]
  if (coveredPart(text.box, page) < 0.05) return { code: 'outsidePage', why: '页面以外' }
  if (text.unseen === 'layer') return { code: 'hiddenText', why: '关闭的图层' }
  const isScan = (one: PaintedArea) => one.isPicture && area(one.box) >= scan * area(page)
  const under = areas.filter(({ box }) => holds(box, x, y))
  if (text.unseen !== undefined)
    return under.some(({ isPicture }) => isPicture)
      ? undefined
      : { code: 'hiddenText', why: '设为不显示的文字' }
  const over = areas.filter((one) => one.order > text.order && one.isOpaque && !isScan(one))
  if (over.some(({ box }) => coveredPart(text.box, box) >= covered))
    return { code: 'coveredText', why: '色块或者图片下面' }
  if (text.size < tiny) return { code: 'hiddenText', why: '极小的文字' }
  const ground = under.findLast((one) => one.order < text.order && one.isOpaque)
  const colour = ground === undefined ? '#ffffff' : ground.colour
  return isSame(text.colour, colour) ? { code: 'hiddenText', why: '与底色相同的文字' } : undefined
}

/** The words of a page that nobody sees but everybody can copy, neighbours told together. */
export function unseenOf({ texts, areas }: Painting, page: Box): readonly UnseenText[] {
  const found: UnseenText[] = []
  let last: { order: number; top: number } | undefined
  for (const text of texts) {
    const why = whyUnseen(text, areas, page)
    if (why === undefined) {
      last = undefined
      continue
    }
    const before = found.at(-1)
    if (before && last && before.code === why.code && Math.abs(last.top - text.box.top) < 2)
      found[found.length - 1] = { ...before, text: before.text + text.text }
    else found.push({ ...why, text: text.text })
    last = { order: text.order, top: text.box.top }
  }
  return found
}
