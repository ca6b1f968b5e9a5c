import { cellEnd, rowEnd, textOf } from './normal.ts'

/** A stretch of a page as running text: spaces left out, cells and bars made into line ends. */
export interface Prose {
  readonly text: string
  /** `at[i]` is the place in the page of character i. */
  readonly at: Uint32Array
}

const space = 32
const lineEnd = 10
const breaks: ReadonlySet<number> = new Set(
  ['\n', '|', cellEnd, rowEnd].map((letter) => letter.charCodeAt(0)),
)
const isWide = (code: number): boolean => code > 0x2e80
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The running text between two places. Spaces stay only between Latin letters. */
export function proseOf(page: string, from: number, to: number): Prose {
  const codes = new Uint16Array(2 * (to - from))
  const at = new Uint32Array(2 * (to - from))
  let size = 0
  let gap = false
  const put = (code: number, index: number) => {
    codes[size] = code
    at[size++] = index
  }
  for (let index = from; index < to; index++) {
    const code = page.charCodeAt(index)
    if (code === space || code === 9) {
      gap = true
      continue
    }
    const previous = size === 0 ? lineEnd : (codes[size - 1] ?? lineEnd)
    if (breaks.has(code)) {
      if (previous !== lineEnd) put(lineEnd, index)
      gap = false
      continue
    }
    if (gap && !isWide(code) && !isWide(previous) && !isDigit(code) && previous > space) put(space, index)
    gap = false
    put(code, index)
  }
  if (size > 0 && codes[size - 1] === lineEnd) size--
  return { text: punctuated(textOf(codes.subarray(0, size))), at: at.subarray(0, size) }
}

const wideMarks: Readonly<Record<string, string>> = {
  ';': '；',
  '(': '（',
  ')': '）',
  ':': '：',
  '?': '？',
  '!': '！',
}

/** Half-width marks between Chinese words as they are printed; a comma between digits stays. */
function punctuated(text: string): string {
  return text
    .replace(/(?<!\d),|,(?!\d{3}(?!\d))/g, '，')
    .replace(/(?<=[一-龥”》）])[;():?!]|[;():?!](?=[一-龥“《（])/g, (mark) => wideMarks[mark] ?? mark)
}
