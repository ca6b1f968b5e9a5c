const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

/** The text of a piece of cleaned HTML, without its tags. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<br\s*\/?>|<\/(?:td|th)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .trim()

/** The paragraphs of a cleaned text, in order: headings, list items and rows of tables each count as one. */
export const paragraphsOf = (html: string): string[] =>
  html
    .split(/<\/(?:p|h[1-6]|li|tr|blockquote|div)>/)
    .map(textOfHtml)
    .filter((text) => text !== '')

/** True where a text says anything, or shows a picture. */
export const hasText = (html: string): boolean => textOfHtml(html) !== '' || /<img\s/.test(html)

const longest = 150

/** The first 150 characters of a text: the outline that the catalogue asks for (第十二条第三款). */
export function summaryOf(html: string): string {
  const text = paragraphsOf(html).join(' ')
  return [...text].length <= longest ? text : `${[...text].slice(0, longest - 1).join('')}…`
}

/** One line of a comparison: kept, only before, or only after. */
export interface Compared {
  readonly how: 'same' | 'gone' | 'new'
  readonly text: string
}

/**
 * Two texts side by side, paragraph by paragraph: the longest common run of paragraphs is kept, the rest is gone or
 * new. Texts beyond 2,000 paragraphs are compared by their set of paragraphs.
 */
export function compareTexts(before: readonly string[], after: readonly string[]): Compared[] {
  if (before.length * after.length > 4_000_000) return compareLong(before, after)
  const width = after.length + 1
  const run = new Uint16Array((before.length + 1) * width)
  const at = (i: number, j: number) => run[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      run[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: Compared[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]]
    if (old !== undefined && old === fresh) {
      lines.push({ how: 'same', text: old })
      i++
      j++
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ how: 'gone', text: old })
      i++
    } else {
      lines.push({ how: 'new', text: fresh ?? '' })
      j++
    }
  }
  return lines
}

function compareLong(before: readonly string[], after: readonly string[]): Compared[] {
  const [old, fresh] = [new Set(before), new Set(after)]
  return [
    ...before.filter((text) => !fresh.has(text)).map((text) => ({ how: 'gone', text }) as const),
    ...after.map((text) => ({ how: old.has(text) ? 'same' : 'new', text }) as const),
  ]
}
