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
  return { text: punctuated(letters.join('')), at }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

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
