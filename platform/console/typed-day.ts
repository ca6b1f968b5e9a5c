import { type Day, isDay } from '#time/day.ts'

/**
 * The day that a person typed: 2026-11-21, 2026/11/1, 2026.11.21, 2026年11月21日 or 20261121.
 * Undefined where it is none, or not yet whole.
 */
export function typedDay(text: string): Day | undefined {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(halfWidth(text)) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(halfWidth(text))
  if (match === null) return undefined
  const day = [match[1] ?? '', (match[2] ?? '').padStart(2, '0'), (match[3] ?? '').padStart(2, '0')].join('-')
  return isDay(day) ? day : undefined
}

const halfWidth = (text: string): string =>
  text.trim().replace(/[０-９－／．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
