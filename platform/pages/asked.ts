/**
 * One entry of a query or a form as text, trimmed; empty where it is missing or given twice. Pages read what people
 * send with this: nothing in it is trusted, and nothing of it throws.
 */
export function asked(from: unknown, name: string): string {
  if (typeof from !== 'object' || from === null || !Object.hasOwn(from, name)) return ''
  const value: unknown = Reflect.get(from, name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A year of four digits; undefined for anything else. */
export const askedYear = (from: unknown, name: string): number | undefined => {
  const text = asked(from, name)
  return /^[12]\d{3}$/.test(text) ? Number(text) : undefined
}
