import { fold, foldedText } from './fold.ts'

/**
 * The year and the running number of a document's number, in whatever brackets and with or without 第 and 号:
 * 清政发〔2026〕12号, 清政发[2026]12, (2026)第12号, 2026年第12号 give '2026 12'. Undefined where the text holds no such number.
 */
export function documentNumber(text: string): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)(?: |年第|第|年(?=\d+号))0*(\d{1,5})(?:号|$)/.exec(
    foldedText(fold(text)),
  )
  return match ? `${match[1]} ${match[2]}` : undefined
}

/** An index number, or the end of one, as it is looked for: whole. */
export const indexNumberKey = (text: string): string => foldedText(fold(text))

export interface AskedNumber {
  readonly number: string
  /** What stands before a document's number, 清政发: folded; empty where nothing does. */
  readonly prefix: string
}

/** The number that a query may be, as documents bear it; undefined where it is none. */
export function numberIn(typed: string): AskedNumber | undefined {
  const text = typed.trim()
  if (/^[\w~/-]{8,60}$/.test(text) && /\d/.test(text)) return { number: indexNumberKey(text), prefix: '' }
  const number = documentNumber(text)
  if (number === undefined) return undefined
  const folded = foldedText(fold(text))
  return { number, prefix: folded.slice(0, folded.search(/(19|20)\d\d/)).trim() }
}
