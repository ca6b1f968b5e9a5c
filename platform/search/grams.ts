import { type Folded, fold, isWord } from './fold.ts'

/** How the lexemes of one kind begin, so that all of a document stand in one index. */
export const marks = { suffix: '~', title: '^', number: '#', field: '=' } as const

/** A document gives no more lexemes than this: the database holds a megabyte of them for one row. */
const mostLexemes = 60_000

/** Two neighbouring units as one lexeme; two words of letters keep a space between them. */
export const pairOf = (one: string, other: string): string =>
  isWord(one) && isWord(other) ? `${one} ${other}` : one + other

/** What a text gives to the index: its pairs, its last unit, its words of letters and their endings. */
function addGrams(lexemes: Set<string>, { units }: Folded, mark = ''): void {
  let [unit = ''] = units
  let word = isWord(unit)
  for (let i = 1; i <= units.length && lexemes.size < mostLexemes; i++) {
    const next = units[i] ?? ''
    const nextIsWord = next !== '' && isWord(next)
    lexemes.add(mark + unit + (word && nextIsWord ? ' ' : '') + next)
    if (word) addWord(lexemes, unit, mark)
    unit = next
    word = nextIsWord
  }
}

function addWord(lexemes: Set<string>, word: string, mark: string): void {
  lexemes.add(mark + word)
  for (let i = 1; i < word.length; i++) lexemes.add(mark + marks.suffix + word.slice(i))
}

export interface Indexed {
  readonly titles: readonly string[]
  readonly texts: readonly string[]
  /** Numbers by which the document is called, as documentNumber of numbers.ts writes them. */
  readonly numbers?: readonly string[]
  /** Fields that searches are narrowed by. */
  readonly fields: Readonly<Record<string, string>>
}

/** All lexemes of a document. */
export function lexemesOf({ titles, texts, numbers = [], fields }: Indexed): string[] {
  const lexemes = new Set<string>()
  for (const [name, value] of Object.entries(fields)) lexemes.add(fieldLexeme(name, value))
  for (const number of numbers) lexemes.add(marks.number + number)
  for (const title of titles) {
    const folded = fold(title)
    addGrams(lexemes, folded, marks.title)
    addGrams(lexemes, folded)
  }
  for (const text of texts) addGrams(lexemes, fold(text))
  return [...lexemes]
}

export const fieldLexeme = (name: string, value: string): string => `${marks.field}${name}:${value}`

/** The lexemes as the text of a tsvector. */
export const vectorText = (lexemes: readonly string[]): string => lexemes.map(quoted).join(' ')

/** A lexeme as it stands in the text of a tsvector or tsquery. */
export const quoted = (lexeme: string): string =>
  `'${lexeme.includes("'") || lexeme.includes('\\') ? lexeme.replaceAll(/['\\]/g, '$&$&') : lexeme}'`
