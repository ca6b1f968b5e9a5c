import type { Label } from './labels.ts'
import type { Normal } from './normal.ts'

/** A document ready for searching: its text, what of it may carry figures, and its bare characters. */
export interface Page {
  /** The text in one manner; remarks in brackets are blotted out with spaces. */
  readonly shown: string
  /** The same without the blots. */
  readonly text: string
  readonly bare: Normal
}

/** A label where it stands in `shown`, its number included. */
export interface Found {
  readonly label: Label
  readonly from: number
  readonly to: number
  /** The bare characters it was found by. */
  readonly word: string
  /** Found by likeness, not letter for letter. */
  readonly alike?: true
}

/** The first index of `bare.at` that is not before a place in the text. */
export function bareIndex({ bare }: Page, place: number): number {
  let low = 0
  let high = bare.at.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bare.at[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

const chineseNumber = /[(]?[一二三四五六七八九十]\s*[)、.,:]\s*$/
const arabicNumber = /(?:^|[^\d])(\d)\s*[.、)]\s*$/

/** Moves the start of a label back over its number, where what stands before it is a number and no figure. */
function startWithNumber(shown: string, from: number, number: string): number {
  const before = shown.slice(Math.max(0, from - 6), from)
  const chinese = chineseNumber.exec(before)
  if (chinese) return from - chinese[0].length
  const glued = /(\d)[.、)]\s*$/.exec(before)
  if (glued && (glued[1] === number || arabicNumber.test(before))) return from - glued[0].length
  if (!/\d/.test(number)) return from
  const spaced = new RegExp(`(^|[\\n|\\t\\ue001\\ue000])[ ]*${number}[ ]*$`).exec(
    shown.slice(Math.max(0, from - 12), from),
  )
  if (spaced) return from - spaced[0].length + (spaced[1]?.length ?? 0)
  return before.endsWith(number) && /\d{2}$/.test(before) ? from - 1 : from
}

interface Hit {
  readonly label: Label
  readonly start: number
  readonly end: number
}

function hitsOf(bare: string, from: number, to: number, labels: readonly Label[]): Hit[] {
  const hits: Hit[] = []
  for (const label of labels)
    for (const word of label.words)
      for (
        let at = bare.indexOf(word, from);
        at >= 0 && at + word.length <= to;
        at = bare.indexOf(word, at + 1)
      )
        hits.push({ label, start: at, end: at + word.length })
  return hits
}

/** Of hits that overlap the longest stays; of equal ones the label whose turn it is. */
function withoutOverlaps(hits: Hit[]): Hit[] {
  hits.sort(
    (one, other) => one.start - other.start || other.end - one.end || one.label.order - other.label.order,
  )
  const kept: Hit[] = []
  let order = -1
  for (const hit of hits) {
    const last = kept.at(-1)
    if (last && hit.start < last.end) {
      const sameSpan = hit.start === last.start && hit.end === last.end
      const previous = kept.at(-2)?.label.order ?? -1
      if (sameSpan && last.label.order <= previous && hit.label.order > previous) {
        kept[kept.length - 1] = hit
        order = hit.label.order
      }
      continue
    }
    if (order > hit.label.order && hit.label.kind === 'row') order = hit.label.order
    kept.push(hit)
    order = hit.label.order
  }
  return kept
}

/** A weak label counts only where the strong ones around it leave room for it. */
function fits(page: Page, hits: readonly Hit[], index: number): boolean {
  const hit = hits[index]
  if (hit === undefined || !hit.label.weak) return true
  const { order, number } = hit.label
  // Headings printed again at the top of a page or in every row say nothing of a row that has its number.
  const numbered = hasNumber(page, hit)
  const strong = (each: Hit | undefined) =>
    each !== undefined &&
    !each.label.weak &&
    each.label.kind !== 'column' &&
    !(numbered && each.label.kind === 'heading')
  const before = hits.slice(0, index).findLast(strong)
  const after = hits.slice(index + 1).find(strong)
  if (before === undefined || before.label.order > order || (after?.label.order ?? Infinity) < order)
    return false
  if (number === '') return true
  if (after !== undefined && !/\d/.test(number)) return before.label.kind === 'row'
  return before.label.order === order - 1 || hasNumber(page, hit)
}

/** Does the number that the form gives a label stand before it? */
function hasNumber({ bare, shown }: Page, { label: { number }, start }: Hit): boolean {
  if (number === '') return false
  const from = bare.at[start] ?? 0
  return new RegExp(`${number}[ ]*[.、)]?[ ]*$`).test(shown.slice(Math.max(0, from - 6), from))
}

/** The labels that stand between two places of a page, in the order in which they stand. */
export function findLabels(page: Page, from: number, to: number, labels: readonly Label[]): readonly Found[] {
  const { bare, shown } = page
  const hits = withoutOverlaps(hitsOf(bare.text, bareIndex(page, from), bareIndex(page, to), labels))
  const fitting = hits.filter((_, index) => fits(page, hits, index))
  return withoutRepeats(page, fitting).map(({ label, start, end }) => {
    const begins = bare.at[start] ?? 0
    const ends = (bare.at[end - 1] ?? 0) + 1
    const word = bare.text.slice(start, end)
    return { label, word, from: Math.max(from, startWithNumber(shown, begins, label.number)), to: ends }
  })
}

/**
 * Merged cells written out in each of their places name a label several times: side by side the last one counts, and
 * a row's label that stands beside another row's as its heading counts where it stands first.
 */
function withoutRepeats(page: Page, hits: readonly Hit[]): readonly Hit[] {
  const begun = new Set<string>()
  return hits.filter((hit, index) => {
    const next = hits[index + 1]
    const beside = next !== undefined && areBeside(page, hit, next)
    if (beside && next.label === hit.label) return false
    const key = `${hit.label.kind}:${hit.label.key}`
    const heads = beside && hit.label.kind === 'row' && next.label.kind === 'row'
    if (heads && begun.has(key)) return false
    begun.add(key)
    return true
  })
}

/** Only the ends of cells and a number stand between the two. */
function areBeside({ bare, shown }: Page, one: Hit, other: Hit): boolean {
  if (other.start - one.end > 3) return false
  const between = shown.slice((bare.at[one.end - 1] ?? 0) + 1, bare.at[other.start] ?? 0)
  return /^[)}\]"' ]*(?:\([^()\n]*\))?[ ]*[|\t\ue000][ |\t\ue000]*[(]?[一二三四五六七\d]?[)、. ]*$/.test(
    between,
  )
}

/** How like two strings are: the letters they share in order, over the longer one; 1 for the same. */
export function likeness(one: string, other: string): number {
  if (
    one === '' ||
    other === '' ||
    Math.abs(one.length - other.length) > Math.max(one.length, other.length) / 2
  )
    return 0
  let row = new Uint16Array(other.length + 1)
  for (let i = 0; i < one.length; i++) {
    const next = new Uint16Array(other.length + 1)
    for (let j = 0; j < other.length; j++)
      next[j + 1] = one[i] === other[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0)
    row = next
  }
  return (row[other.length] ?? 0) / Math.max(one.length, other.length)
}
