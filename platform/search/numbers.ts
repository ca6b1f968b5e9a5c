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
