/** A text that a spreadsheet would take for a formula, made text for whoever opens the file. */
export const harmless = (text: string): string =>
  /^(?:[=+@\t\r]|-(?![\d.]+$|$))/.test(text) ? `'${text}` : text

/** A field of a CSV line. */
export function csvField(value: string | number): string {
  const text = typeof value === 'string' ? harmless(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
