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

/** The numbers that a query may be, as documents bear them. */
export function numbersIn(typed: string): string[] {
  const text = typed.trim()
  const number = documentNumber(text)
  const isIndex = /^[\w~/-]{8,60}$/.test(text) && /\d/.test(text)
  return [...(number === undefined ? [] : [number]), ...(isIndex ? [indexNumberKey(text)] : [])]
}
