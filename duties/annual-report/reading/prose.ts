/** A stretch of a page as running text: spaces left out, cells and bars made into line ends. */
export interface Prose {
  readonly text: string
  /** `at[i]` is the place in the page of character i. */
  readonly at: readonly number[]
}

const isWide = (code: number): boolean => code > 0x2e80

/** The running text between two places. Spaces stay only between Latin letters. */
export function proseOf(page: string, from: number, to: number): Prose {
  const letters: string[] = []
  const at: number[] = []
  let gap = false
  for (let index = from; index < to; index++) {
    const letter = page[index] ?? ''
    if (letter === ' ' || letter === '\t') {
      gap = true
      continue
    }
    const breaks = letter === '\n' || letter === '|' || letter === '\ue001' || letter === '\ue000'
    if (breaks && (letters.length === 0 || letters.at(-1) === '\n')) continue
    const code = letter.charCodeAt(0)
    const previous = letters.at(-1)?.charCodeAt(0) ?? 0x3000
    if (gap && !breaks && !isWide(code) && !isWide(previous) && !isDigit(code) && previous > 32) {
      letters.push(' ')
      at.push(index)
    }
    gap = false
    letters.push(breaks ? '\n' : letter)
    at.push(index)
  }
  if (letters.at(-1) === '\n') {
    letters.pop()
    at.pop()
  }
  return {
    text: letters
      .join('')
      .replace(/,(?!\d)/g, '，')
      .replaceAll(';', '；'),
    at,
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
